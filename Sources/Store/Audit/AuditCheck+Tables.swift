internal import CampaignData
internal import Geo
internal import Inspection

extension AuditCheck {
  /// Compares the rows of the tables `plans`, `stops`, `plan_inputs` and `draws` with what the record keeps.
  mutating func checkTables(_ workspace: Workspace) throws {
    var saved: [SavedPlan]
    do {
      saved = try workspace.plans()
    } catch let error as StoreError where error.code == .badData {
      report.fault(zh: error.description, en: error.description)
      return
    }
    var checked: Set<String> = []
    for (_, plan) in record.plans.reversed() where checked.insert(plan.plan).inserted {
      guard let secret = try secret(ofSeal: plan.seal),
        let bytes = record.objects.bytes(plan.result, secret: secret),
        let text = PlanText(text: String(decoding: bytes, as: UTF8.self))
      else { continue }
      report.tables += 1
      try checkTables(plan, text.tables, workspace)
    }
    saved.removeAll { checked.contains($0.id) }
    checkUnrecorded(saved)
  }

  private mutating func checkTables(
    _ plan: PlanEntry, _ expected: PlanText, _ workspace: Workspace
  ) throws {
    let what = "plan \(plan.plan)"
    do {
      guard let found = try workspace.planTables(plan.plan) else {
        report.fault(zh: "\(what) 不在数据表中", en: "\(what) is not in the tables")
        return
      }
      let differences = expected.discrepancies(with: found)
      if let first = differences.first {
        report.fault(
          zh: "\(what)：数据表被改动（\(differences.count) 处），\(first.text)",
          en: "\(what): the tables were changed (\(differences.count)): \(first.text)")
      }
      let counts = [
        (SavedPlan.table, try workspace.strangeRows(SavedPlan.self, of: plan)),
        (SavedStop.table, try workspace.strangeRows(SavedStop.self, of: plan)),
        (SavedInput.table, try workspace.strangeRows(SavedInput.self, of: plan)),
        (SavedDrawnSite.table, try workspace.strangeRows(SavedDrawnSite.self, of: plan)),
      ]
      for (table, count) in counts where count > 0 {
        report.fault(
          zh: "\(what)：表 \(table) 中 \(count) 行的来源、时间或空列被改动",
          en: "\(what): the origin, time or an empty column of \(count) rows of the table "
            + "\(table) was changed")
      }
    } catch let error as StoreError where error.code == .badData {
      report.fault(zh: "\(what)：\(error.description)", en: "\(what): \(error.description)")
    }
  }

  /// Plans under a seal that the record does not have: a run was killed, or somebody has hidden one.
  private mutating func checkUnrecorded(_ plans: [SavedPlan]) {
    for plan in plans {
      let seals = report.seals.filter { $0.round == plan.round }
      guard !seals.isEmpty else { continue }
      let isUnderSeal = seals.contains { seal in
        (try? secret(ofSeal: seal.hash))??.commitment == plan.seedCommitment
      }
      if isUnderSeal {
        report.fault(
          zh: "计划 \(plan.id) 按封存的密钥制定，但不在记录中",
          en: "plan \(plan.id) was made under the seal and is not in the record")
      } else {
        report.remark(
          zh: "计划 \(plan.id) 不是按封存制定的",
          en: "plan \(plan.id) of round \(plan.round) was not made under the seal")
      }
    }
  }
}

extension Workspace {
  /// How many rows of a plan in a table have another time or origin than the program gives them, or
  /// something in a column that it leaves empty, or are more than one with the same identifier.
  fileprivate func strangeRows<Fact: StoredFact>(
    _ kind: Fact.Type, of plan: PlanEntry
  ) throws -> Int {
    let moment = SQL.literal(plan.asOf)
    let common = Schema.commonColumns.map(\.name)
    let empty = (Schema.table(named: Fact.table)?.columns ?? []).map(\.name).filter {
      !Fact.columns.contains($0) && !common.contains($0)
    }
    let strange =
      [
        "known_at IS NOT \(moment)", "imported_at IS NOT \(moment)",
        "imported_from IS NOT 'hotspot plan'",
      ] + empty.map { "\(SQL.identifier($0)) IS NOT NULL" }
    let column = Fact.table == SavedPlan.table ? "id" : "plan_id"
    let identity = Fact.columns.first { $0 == "id" } ?? "site_id"
    let sql = """
      SELECT COUNT(*) - COUNT(DISTINCT \(identity)), SUM(\(strange.joined(separator: " OR ")))
      FROM \(SQL.identifier(Fact.table)) WHERE \(column) = \(SQL.literal(plan.plan))
      """
    do {
      var reader = TableReader(dataset: layout.dataset)
      // Older workspaces lack these tables.
      let isLater = [SavedInput.table, SavedDrawnSite.table].contains(Fact.table)
      if isLater, try !reader.has(Fact.table) { return 0 }
      var count = 0
      try reader.forEachRow(of: sql) { row in
        for value in row.values {
          if case .integer(let number) = value { count += Int(number) }
        }
      }
      return try count + misspelt(kind, where: column, is: plan.plan, from: &reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }

  /// Rows that say the same in another spelling than the program's, a day or a moment for instance.
  private func misspelt<Fact: StoredFact>(
    _ kind: Fact.Type, where column: String, is plan: String, from reader: inout TableReader
  ) throws -> Int {
    var names = Fact.columns
    if Fact.readsGeometry { names.append("geom") }
    let list = (["fid"] + names).map { SQL.identifier($0) }.joined(separator: ", ")
    let sql =
      "SELECT \(list) FROM \(SQL.identifier(Fact.table)) WHERE \(column) = \(SQL.literal(plan))"
    let source = FactSource(
      dataset: layout.dataset, table: Fact.table, columns: Fact.columns)
    var count = 0
    try reader.forEachRow(of: sql) { feature in
      var row = FactRow(
        feature, of: source, knownAt: Moment(secondsSince1970: 0), skipping: 0)
      if try Fact(&row).values != Array(feature.values.prefix(Fact.columns.count)) { count += 1 }
    }
    return count
  }
}
