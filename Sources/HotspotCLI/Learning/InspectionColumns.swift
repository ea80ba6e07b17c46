import Geo
import Terminal

/// Which columns of a table of past inspections mean what.
struct InspectionColumns: Sendable {
  /// Names, as the options of the command give them.
  struct Names: Sendable {
    var date: String
    var outcome: String
    var features: [String]
    var categories: [String]
    var test: String?
    var inspector: String?
  }

  let names: Names
  let date: Int
  let outcome: Int
  let features: [Int]
  /// The column that marks test rows; nil if `names.test` is a day or nothing.
  let test: Int?
  let inspector: Int?

  init(_ names: Names, in fields: [FieldDefinition], file: String) throws {
    self.names = names
    let headings = fields.map(\.name)
    func column(_ name: String) throws -> Int {
      if let index = headings.firstIndex(of: name) { return index }
      let guess = Suggestion.nearest(to: name, in: headings).map { "Did you mean \($0)? " } ?? ""
      throw CommandFailure(
        status: .usage, message: "there is no column \"\(name)\"", file: file,
        hint: guess + "Columns: " + headings.joined(separator: ", ") + ".")
    }
    date = try column(names.date)
    outcome = try column(names.outcome)
    features = try names.features.map(column)
    for name in names.categories where !names.features.contains(name) {
      throw CommandFailure(
        status: .usage, message: "--categories names \"\(name)\", which is not among the features",
        hint: "Name it in --features too.")
    }
    inspector = try names.inspector.map(column)
    if let test = names.test, headings.contains(test) || InspectionDates.anyDay(test) == nil {
      self.test = try column(test)
    } else {
      test = nil
    }
    try checkRoles()
  }

  /// The day from which rows are test rows; nil if a column says it or nothing does.
  var firstTestDay: Double? { test == nil ? names.test.flatMap(InspectionDates.anyDay) : nil }

  private func checkRoles() throws {
    guard Set(features).count == features.count else {
      throw CommandFailure(
        status: .usage, message: "a feature is named twice", hint: "Name each feature once.")
    }
    let roles =
      [("--outcome", outcome), ("--date", date)]
      + [("--test", test), ("--inspector", inspector)].compactMap { role, column in
        column.map { (role, $0) }
      }
    for (role, column) in roles where features.contains(column) {
      throw CommandFailure(
        status: .usage, message: "the column of \(role) is also among the features",
        hint: "Leave it out of --features: it would tell the answer or count twice.")
    }
  }
}
