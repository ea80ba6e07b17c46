/// Where two texts of what should be one plan differ.
public struct PlanDiscrepancy: Sendable, Hashable {
  /// What it is about: a stop, a team's day, a township.
  public var kind: PlanText.Kind
  /// Which one, in words.
  public var place: String
  /// The column; nil where a whole line is there in one text only.
  public var column: String?
  /// What the record says; nil: nothing.
  public var expected: String?
  /// What was found; nil: nothing.
  public var found: String?

  /// In words.
  public var text: String {
    switch (expected, found) {
    case (_?, nil): "\(place): is missing"
    case (nil, _?): "\(place): should not be there"
    default:
      "\(place)\(column.map { ", \($0)" } ?? ""): expected \(expected ?? ""), "
        + "found \(found ?? "")"
    }
  }
}

extension PlanText {
  /// Where another text differs from this one, in the order of lines; linear in their lengths.
  public func discrepancies(with found: PlanText) -> [PlanDiscrepancy] {
    struct Key: Hashable {
      var kind: Kind
      var name: String
    }
    func keyed(_ text: PlanText) -> [(Key, Line)] {
      text.lines.map { (Key(kind: $0.kind, name: text.name(of: $0)), $0) }
    }
    let theirs = keyed(found)
    let others = Dictionary(theirs, uniquingKeysWith: { first, _ in first })
    // Another plan's identifier stands in every stop of it: once is enough.
    let isSamePlan = identifier == found.identifier
    var seen: Set<Key> = []
    var all: [PlanDiscrepancy] = []
    for (key, line) in keyed(self) {
      guard seen.insert(key).inserted, let other = others[key] else {
        all.append(
          PlanDiscrepancy(
            kind: key.kind, place: place(of: line), expected: line.values.joined(separator: " ")))
        continue
      }
      for (place, column) in (columns[key.kind] ?? []).enumerated() {
        let value = found.value(column, of: other)
        let isNaming = column == "id" || column == "plan_id"
        guard value != line.values[place], isSamePlan || !isNaming || key.kind == .plan else {
          continue
        }
        all.append(
          PlanDiscrepancy(
            kind: key.kind, place: self.place(of: line), column: column,
            expected: line.values[place], found: value ?? "nothing"))
      }
    }
    var counted: Set<Key> = []
    for (key, line) in theirs where !counted.insert(key).inserted || !seen.contains(key) {
      all.append(
        PlanDiscrepancy(
          kind: key.kind, place: found.place(of: line), found: line.values.joined(separator: " ")))
    }
    return all
  }

  /// True if it is of the plan with this identifier.
  public func tells(ofPlan id: String) -> Bool { identifier?.hasSuffix(id) ?? false }

  private var identifier: String? {
    lines.first { $0.kind == .plan }.flatMap { value("id", of: $0) }
  }

  /// What tells a line apart, without the plan's identifier, which stands in the identifiers of
  /// stops and inputs.
  private func name(of line: Line) -> String {
    let first = line.values.first ?? ""
    switch line.kind {
    case .plan: return ""
    case .stop, .input:
      return first.split(separator: "/", maxSplits: 1).last.map(String.init) ?? first
    case .drawn: return value("site_id", of: line) ?? first
    case .day, .township: return first
    }
  }

  private func place(of line: Line) -> String {
    func word(_ column: String) -> String {
      let text = value(column, of: line) ?? ""
      return text.hasPrefix("'") ? String(text.dropFirst()) : text
    }
    switch line.kind {
    case .plan: return "plan \(word("id"))"
    case .input: return "input \(word("kind")) \(word("subject"))"
    case .stop: return "team \(word("team_id")), \(word("day")), stop \(word("order"))"
    case .drawn: return "drawn site \(word("site_id"))"
    case .day: return "team \(word("team_id")), \(word("day"))"
    case .township: return "township \(word("code"))"
    }
  }
}
