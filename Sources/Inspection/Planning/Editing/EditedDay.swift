public import CampaignData

/// A day's list as edited, beside the plan that it was made from: what was changed.
public struct EditedDay: Sendable {
  /// The day.
  public let day: CalendarDate
  /// The stops of the plan on that day that the list was made from, by team and order.
  public let before: [EarlierPlan.Stop]
  /// The teams' lists as edited, in order, without what was taken out.
  public let lists: [String: [EditedStop]]
  /// The changes, by kind, team and place.
  public let edits: [PlanEdit]

  /// Compares; linear in the rows but for sorting.
  ///
  /// A stop of the plan without a row counts as taken out. Where the order of the stops that a team
  /// keeps is another, those at another place among them count as reordered.
  /// - Parameters:
  ///   - day: the day.
  ///   - before: the plan's stops of that day that the list was made from.
  ///   - rows: the list; no target stands in it twice.
  public init(day: CalendarDate, before: [EarlierPlan.Stop], rows: [EditedStop]) {
    self.day = day
    self.before = before
    let planned = Dictionary(before.map { ($0.target, $0) }, uniquingKeysWith: { one, _ in one })
    let kept = rows.filter { !$0.isDropped }
    lists = Dictionary(grouping: kept, by: \.team).mapValues { list in
      list.sorted { ($0.order ?? .max, $0.row) < ($1.order ?? .max, $1.row) }
    }
    var edits = Self.dropped(before, rows)
    let reordered = Self.reordered(planned, lists)
    for (team, list) in lists {
      for (place, stop) in list.enumerated() {
        let kind: PlanEdit.Kind
        if let old = planned[stop.target] {
          if old.team != team {
            kind = .move
          } else if reordered.contains(stop.target) {
            kind = .order
          } else {
            continue
          }
        } else {
          kind = .add
        }
        edits.append(
          PlanEdit(
            kind: kind, target: stop.target, name: stop.name, before: planned[stop.target],
            row: stop.row, team: team, order: place + 1, township: stop.township,
            note: stop.note))
      }
    }
    self.edits = edits.sorted {
      ($0.rank, $0.team, $0.order ?? 0, $0.target) < ($1.rank, $1.team, $1.order ?? 0, $1.target)
    }
  }

  /// Teams whose list is another than planned, sorted.
  public var changedTeams: [String] {
    Set(edits.flatMap { [$0.team] + ($0.before.map { [$0.team] } ?? []) }).sorted()
  }

  private static func dropped(
    _ before: [EarlierPlan.Stop], _ rows: [EditedStop]
  ) -> [PlanEdit] {
    let listed = Dictionary(rows.map { ($0.target, $0) }, uniquingKeysWith: { one, _ in one })
    return before.compactMap { stop in
      let row = listed[stop.target]
      guard row?.isDropped ?? true else { return nil }
      return PlanEdit(
        kind: .drop, target: stop.target, name: stop.name, before: stop, row: row?.row,
        team: stop.team, order: nil, township: stop.township, note: row?.note ?? "")
    }
  }

  /// Targets that their team keeps, at another place among those that it keeps.
  private static func reordered(
    _ planned: [String: EarlierPlan.Stop], _ lists: [String: [EditedStop]]
  ) -> Set<String> {
    var moved: Set<String> = []
    for (team, list) in lists {
      let now = list.compactMap { planned[$0.target] }.filter { $0.team == team }
      let then = now.sorted { $0.order < $1.order }
      for (one, other) in zip(now, then) where one.target != other.target {
        moved.insert(one.target)
      }
    }
    return moved
  }
}

extension PlanEdit {
  /// Place of the kind in a list.
  fileprivate var rank: Int { Kind.allCases.firstIndex(of: kind) ?? 0 }
}
