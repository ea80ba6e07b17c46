internal import CampaignData
internal import Geo

/// A filled-in workbook of a planned day, as a file of visits.
struct VisitForm {
  let workbook: PlanWorkbook
  /// Rows of the list that nobody has filled in: no visits.
  private(set) var unfilled = 0

  private let results: [Int]
  private let target: Int?
  private let added: Int?
  private let name: Int?

  /// Recognises a file of visits as a workbook, and tells the import where its columns are; nil for
  /// any other file.
  ///
  /// Throws `badData` for a workbook whose plan the workspace does not have.
  init?(
    kind: ImportKind, path: String, of workspace: Workspace, _ options: inout ImportOptions
  ) throws {
    guard kind.name == "visits", options.layer == nil, let workbook = try PlanWorkbook(path: path)
    else { return nil }
    guard try workspace.plans().contains(where: { $0.id == workbook.planID }) else {
      throw StoreError(
        .badData, "this workbook is of a plan that this workspace does not have", file: path,
        found: workbook.planID,
        nextStep: "Name the workspace that made it with -w; to take the visits all the same, save "
          + "the sheet as CSV.")
    }
    self.workbook = workbook
    results = PlanWorkbook.columns.filter { $0.role == .result }.compactMap {
      workbook.field(of: $0.key)
    }
    target = workbook.field(of: "target_id")
    added = workbook.field(of: "added")
    name = workbook.field(of: "name")
    options.layer = workbook.sheet
    for column in PlanWorkbook.columns {
      guard let brings = column.brings, let field = workbook.field(of: column.key),
        !options.columnMap.values.contains(brings)
      else { continue }
      options.columnMap[workbook.headings[field]] = brings
    }
  }

  /// The rows that tell of visits; of those added by hand the target is what was written for it.
  mutating func visits(_ rows: [SourceRow]) -> [SourceRow] {
    rows.compactMap { row in
      guard row.values.contains(where: { !Self.isBlank($0) }) else { return nil }
      guard results.contains(where: { !Self.isBlank(row.values[$0]) }) else {
        unfilled += 1
        return nil
      }
      return SourceRow(number: row.number, values: named(row.values), geometry: row.geometry)
    }
  }

  /// A sentence on the rows that are no visits; nil if there is none.
  var remark: String? {
    unfilled == 0
      ? nil
      : "\(unfilled) rows of the list have no result yet: they are no visits, and not counted."
  }

  /// Values with the site by identifier alone, or for a row added by hand by what stands there.
  private func named(_ values: [FieldValue]) -> [FieldValue] {
    var values = values
    guard let target, let name else { return values }
    values[name] = .null
    guard Self.isBlank(values[target]), let added, !Self.isBlank(values[added]) else {
      return values
    }
    let text = PlainText.trimmed(FieldParser.text(of: values[added]))
    let numbers = text.replacing("，", with: ",").split(separator: ",").map {
      Double(PlainText.trimmed(String($0)))
    }
    if numbers.count == 2, let x = numbers[0], let y = numbers[1] {
      values[target] = .text("task:\(x),\(y)")
    } else {
      (values[target], values[name]) = (.text(text), .text(text))
    }
    return values
  }

  private static func isBlank(_ value: FieldValue) -> Bool {
    PlainText.trimmed(FieldParser.text(of: value)).isEmpty
  }
}
