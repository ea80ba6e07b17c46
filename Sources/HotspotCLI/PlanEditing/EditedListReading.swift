import CampaignData
import Geo
import Inspection
import Store
import Terminal

/// Reads the list of a workbook that has come back, against the plan that it was made from.
struct EditedListReading {
  let workbook: PlanWorkbook
  /// The plan's stops that the workbook lists.
  let before: [EarlierPlan.Stop]
  let snapshot: Snapshot
  /// True if messages must not repeat what is written.
  let isSecret: Bool

  /// The rows that can be used, and why the others cannot: their stops stay as planned.
  func read() throws -> (stops: [EditedStop], unusable: [Rejection]) {
    let planned = Dictionary(before.map { ($0.target, $0) }, uniquingKeysWith: { one, _ in one })
    var stops: [EditedStop] = []
    var unusable: [Rejection] = []
    var rows: [String: Int] = [:]
    for row in try workbook.rows() {
      do throws(Rejection) {
        let stop = try stop(row, planned)
        if let first = rows[stop.target] {
          throw Rejection(
            row: row.number, column: heading("name"), value: stop.name,
            reason: "row \(first) has the same target")
        }
        rows[stop.target] = row.number
        stops.append(stop)
      } catch {
        unusable.append(error)
        // What cannot be read changes nothing: the stop is not taken for one taken out.
        guard let kept = planned[row["target_id"]], rows[kept.target] == nil else { continue }
        rows[kept.target] = row.number
        if let stop = unchanged(kept, row.number) { stops.append(stop) }
      }
    }
    try locate(&stops)
    return (stops, unusable)
  }

  private func stop(
    _ row: PlanWorkbook.Row, _ planned: [String: EarlierPlan.Stop]
  ) throws(Rejection) -> EditedStop {
    if !row["plan_id"].isEmpty, row["plan_id"] != workbook.planID {
      throw rejection(row, "plan_id", "the row is of another plan")
    }
    let isDropped = try isDropped(row)
    let target = row["target_id"]
    if let old = planned[target] {
      guard var stop = unchanged(old, row.number) else {
        throw rejection(row, "target_id", "the plan does not say where this is")
      }
      stop.team = try team(row, planned: old.team)
      stop.order = try order(row) ?? old.order
      stop.isDropped = isDropped
      stop.note = note(row)
      return stop
    }
    guard row["stop_id"].isEmpty else {
      throw rejection(row, "target_id", "the plan has no such stop on this day")
    }
    let subject = target.isEmpty ? row["added"] : target
    guard !subject.isEmpty else {
      throw rejection(row, "added", "the row names no target")
    }
    var stop = try added(subject, row)
    stop.team = try team(row, planned: nil)
    stop.order = try order(row)
    stop.isDropped = isDropped
    return stop
  }

  /// A stop as the plan has it.
  private func unchanged(_ stop: EarlierPlan.Stop, _ row: Int) -> EditedStop? {
    stop.position.map {
      EditedStop(
        row: row, team: stop.team, order: stop.order, target: stop.target, name: stop.name,
        position: $0, township: stop.township)
    }
  }

  private func added(_ subject: String, _ row: PlanWorkbook.Row) throws(Rejection) -> EditedStop {
    let reading = TaskReading(facts: snapshot.facts, day: workbook.date, isSecret: isSecret)
    let column = row["target_id"].isEmpty ? "added" : "target_id"
    let task: ManualTask
    do {
      task = try reading.task(subject)
    } catch let failure as CommandFailure {
      throw rejection(row, column, failure.message.replacing("--task: ", with: ""))
    } catch {
      throw rejection(row, column, "names no site and no place")
    }
    let site = snapshot.facts.sites.first { $0.id == task.target }
    guard let position = task.position ?? site?.position else {
      throw rejection(row, column, "is no site; give its place as LON,LAT")
    }
    return EditedStop(
      row: row.number, team: "", order: nil, target: task.target,
      name: site?.name ?? task.target, position: position, township: nil, note: note(row))
  }

  /// Puts what was added into its township.
  private func locate(_ stops: inout [EditedStop]) throws {
    let lost = stops.indices.filter { stops[$0].township == nil }
    guard !lost.isEmpty else { return }
    let facts = snapshot.facts
    let located = try PlaceIndex(townships: facts.townships, cells: []).locate(
      longitudes: lost.map { stops[$0].position.x }, latitudes: lost.map { stops[$0].position.y })
    for (index, township) in zip(lost, located.townships) where township >= 0 {
      stops[index].township = facts.townships[Int(township)].code
    }
  }

  /// The team of a row: by identifier, or by name where only the name was changed.
  private func team(
    _ row: PlanWorkbook.Row, planned: String?
  ) throws(Rejection) -> String {
    let teams = snapshot.facts.teams
    let (id, name) = (row["team_id"], row["team"])
    let plannedName = teams.first { $0.id == planned }?.name
    if id.isEmpty || id == planned, !name.isEmpty, name != plannedName {
      let named = teams.filter { $0.name == name }
      guard let team = named.first, named.count == 1 else {
        throw rejection(row, "team", "names no team, or several")
      }
      return team.id
    }
    guard teams.contains(where: { $0.id == id }) else {
      let near = Suggestion.nearest(to: id, in: teams.map(\.id)).map { "; did you mean \($0)?" }
      throw rejection(row, "team_id", "no team is known by this identifier" + (near ?? ""))
    }
    return id
  }

  private func order(_ row: PlanWorkbook.Row) throws(Rejection) -> Int? {
    guard !row["order"].isEmpty else { return nil }
    guard let number = Double(row["order"]), let order = Int(exactly: number), order > 0 else {
      throw rejection(row, "order", "not a whole number from 1")
    }
    return order
  }

  private func isDropped(_ row: PlanWorkbook.Row) throws(Rejection) -> Bool {
    guard !row["change"].isEmpty else { return false }
    guard CampaignData.vocabulary(named: "plan_edit")?.key(for: row["change"]) == "drop" else {
      throw rejection(row, "change", "unknown word; expected 取消 (drop)")
    }
    return true
  }

  /// The reason in one line.
  private func note(_ row: PlanWorkbook.Row) -> String {
    row["change_note"].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func heading(_ key: String) -> String {
    let column = CampaignData.workbookSheet("tasks")?.columns.first { $0.key == key }
    return column.map { "\($0.zh) (\($0.en))" } ?? key
  }

  private func rejection(
    _ row: PlanWorkbook.Row, _ key: String, _ reason: String
  ) -> Rejection {
    Rejection(row: row.number, column: heading(key), value: row[key], reason: reason)
  }
}
