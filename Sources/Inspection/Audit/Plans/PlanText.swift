/// A plan as text, a line for everything that it says, with a name for every value: what a plan's
/// hash is made of, and by what two plans are compared.
public struct PlanText: Sendable, Hashable {
  /// What a line is about, in the order of lines.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The plan itself, as in the table `plans`.
    case plan
    /// Something that it was told, as in the table `plan_inputs`.
    case input
    /// A stop, as in the table `stops`.
    case stop
    /// A site that was drawn by lot with this plan, as in the table `draws`.
    case drawn
    /// A team's day.
    case day
    /// How a township stands.
    case township
  }

  /// A line: values in the order of its kind's columns, each without tabs and line ends.
  public struct Line: Sendable, Hashable {
    /// What it is about.
    public var kind: Kind
    /// The values; the first tells the lines of a kind apart.
    public var values: [String]

    /// Makes a line.
    public init(_ kind: Kind, _ values: [String]) {
      self.kind = kind
      self.values = values
    }
  }

  /// The columns by kind.
  public var columns: [Kind: [String]]
  /// The lines by kind and first value.
  public private(set) var lines: [Line]

  private static let title = "hotspot plan 1"

  /// Makes a text of lines in any order.
  public init(columns: [Kind: [String]], lines: [Line]) {
    self.columns = columns
    let ranks = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
    self.lines = lines.sorted { first, second in
      let kinds = (ranks[first.kind] ?? 0, ranks[second.kind] ?? 0)
      if kinds.0 != kinds.1 { return kinds.0 < kinds.1 }
      return first.values.lexicographicallyPrecedes(second.values)
    }
  }

  /// The text whose hash stands in the record.
  public var text: String {
    let heads = Kind.allCases.compactMap { kind in
      columns[kind].map { (["columns", kind.rawValue] + $0).joined(separator: "\t") }
    }
    let rows = lines.map { ([$0.kind.rawValue] + $0.values).joined(separator: "\t") }
    return ([Self.title] + heads + rows).joined(separator: "\n") + "\n"
  }

  /// Reads a text; nil for another one.
  public init?(text: String) {
    var columns: [Kind: [String]] = [:]
    var lines: [Line] = []
    let rows = text.utf8.split(separator: UInt8(ascii: "\n"))
    guard let first = rows.first, String(Substring(first)) == Self.title else { return nil }
    for row in rows.dropFirst() {
      let fields = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      if fields[0] == "columns", fields.count > 1, let kind = Kind(rawValue: fields[1]) {
        columns[kind] = Array(fields.dropFirst(2))
      } else if let kind = Kind(rawValue: fields[0]),
        columns[kind]?.count == fields.count - 1
      {
        lines.append(Line(kind, Array(fields.dropFirst())))
      } else {
        return nil
      }
    }
    self.init(columns: columns, lines: lines)
  }

  /// The part of it that the workspace's tables hold too.
  public var tables: PlanText {
    let kept: Set<Kind> = [.plan, .input, .stop, .drawn]
    return PlanText(
      columns: columns.filter { kept.contains($0.key) },
      lines: lines.filter { kept.contains($0.kind) })
  }

  /// A value of a line by its column's name.
  public func value(_ column: String, of line: Line) -> String? {
    guard let place = columns[line.kind]?.firstIndex(of: column) else { return nil }
    return line.values[place]
  }
}
