public import CampaignData

/// The list of the facts known by a moment: for every table and every day on which facts became
/// known, how many rows there are and the hash of their text.
///
/// A later list has the same lines for the days before, unless facts were imported since with an
/// earlier time.
public struct InputManifest: Sendable, Hashable {
  /// The rows of a table that became known on a day.
  public struct Part: Sendable, Hashable {
    /// The table.
    public var table: String
    /// The day.
    public var day: CalendarDate
    /// How many rows.
    public var rows: Int
    /// The hash of their text.
    public var hash: String

    /// Makes a part.
    public init(table: String, day: CalendarDate, rows: Int, hash: String) {
      self.table = table
      self.day = day
      self.rows = rows
      self.hash = hash
    }
  }

  /// The moment.
  public var asOf: Moment
  /// The parts, by table and day.
  public var parts: [Part]

  /// Makes a list.
  public init(asOf: Moment, parts: [Part]) {
    self.asOf = asOf
    self.parts = parts.sorted { ($0.table, $0.day) < ($1.table, $1.day) }
  }

  private static let title = "hotspot inputs 1"

  /// The list as text, whose hash stands in the record.
  public var text: String {
    let lines = parts.map { "\($0.table) \($0.day) \($0.rows) \($0.hash)" }
    return ([Self.title, "as_of \(asOf)"] + lines).joined(separator: "\n") + "\n"
  }

  /// Reads a list; nil for another text.
  public init?(text: String) {
    let lines = text.split(separator: "\n")
    guard lines.count >= 2, lines[0] == Self.title, lines[1].hasPrefix("as_of "),
      let moment = Moment(String(lines[1].dropFirst(6)))
    else { return nil }
    var parts: [Part] = []
    for line in lines.dropFirst(2) {
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count == 4, let day = CalendarDate(fields[1]), let rows = Int(fields[2]),
        RecordLine.isHash(fields[3])
      else { return nil }
      parts.append(Part(table: fields[0], day: day, rows: rows, hash: fields[3]))
    }
    asOf = moment
    self.parts = parts
  }

  /// The parts known before a day that this list has otherwise than an earlier one: facts that were
  /// imported or changed later with a time before.
  public func changed(since earlier: InputManifest) -> [Part] {
    struct Place: Hashable {
      var table: String
      var day: CalendarDate
    }
    let known = Dictionary(
      earlier.parts.map { (Place(table: $0.table, day: $0.day), $0.hash) },
      uniquingKeysWith: { first, _ in first })
    let limit = min(asOf, earlier.asOf).date
    var changed = parts.filter { part in
      part.day < limit && known[Place(table: part.table, day: part.day)] != part.hash
    }
    let here = Set(parts.map { Place(table: $0.table, day: $0.day) })
    changed += earlier.parts.filter {
      $0.day < limit && !here.contains(Place(table: $0.table, day: $0.day))
    }
    return changed
  }
}
