public import Inspection

// The facts behind reasons, as lists name them.
extension Reason {
  /// How many identifiers a table names; more are counted.
  private static let mostNamed = 5

  /// The facts behind the reason by table and identifier, as in `complaints C1, C2 +7`: two and seven
  /// more; `-` for none.
  public var evidenceText: String { Self.text(of: factIDs, in: table) }

  /// Facts of a table, the first few by identifier and how many there are more.
  public static func text(of ids: [String], in table: FactTable?) -> String {
    guard let table, !ids.isEmpty else { return "-" }
    let more = ids.count > mostNamed ? " +\(ids.count - mostNamed)" : ""
    let named = ids.prefix(mostNamed).map { $0.replacing(";", with: ",") }
    return "\(table.rawValue) " + named.joined(separator: ", ") + more
  }

  /// The chance without these facts; `-` where nobody has asked.
  var chanceWithoutText: String { chanceWithout.map { Decimal.text($0, places: 4) } ?? "-" }

  /// The reason with all facts behind it.
  var evidenceJSON: JSONText {
    .object([
      .init("key", .string(key)), .init("log_odds", .decimal(logOdds, places: 4)),
      .init("table", .optional(table?.rawValue)),
      .init("facts", .array(factIDs.map(JSONText.string))),
      .init("chance_without", chanceWithout.map { .decimal($0, places: 4) } ?? .null),
    ])
  }
}

extension Target {
  /// The facts behind each reason in one line, in the order of the reasons.
  var evidenceText: String { reasons.map(\.evidenceText).joined(separator: "; ") }

  /// The chance without the facts behind each reason in one line, in the order of the reasons.
  var chancesWithoutText: String { reasons.map(\.chanceWithoutText).joined(separator: "; ") }
}
