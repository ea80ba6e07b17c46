internal import CampaignData

/// Which field of a file holds what of a reading.
struct ReadingLayout {
  let fieldCount: Int
  let site: Int
  let meter: Int?
  let circuit: Int?
  let time: Int
  /// The field of the value; of a row for a day that of its first interval.
  let value: Int
  /// The fields of a row that holds a whole day; empty where a row is one reading.
  let day: [DayColumns.Column]
  let unit: Int?
  let kind: ReadingOptions.Value
  /// What the value is multiplied by to give kW, or kWh for a register, its own unit column aside.
  let factor: Double
  /// The headings as the file has them.
  let headings: [String]
  /// Headings that mean nothing here.
  let unmatched: [String]

  /// Readings in a row.
  var perRow: Int { max(1, day.count) }

  /// Matches the headings of a file; throws `badData` if one that is needed is missing.
  init(_ headings: [String], path: String, options: ReadingOptions) throws(StoreError) {
    guard let kind = Schema.streamedKind(named: "readings") else {
      throw StoreError(
        .software, "the dictionary has no readings",
        nextStep: "Report this as a fault of the program.")
    }
    let match = try HeadingMatch(headings: headings, kind: kind, map: options.columnMap)
    let named = ReadingOptions.Value.allCases.first { match.field(of: $0.rawValue) != nil }
    let day = named == nil ? Self.day(match, options) : nil
    try match.requireColumns(of: kind, waived: day == nil ? [] : ["energy"], file: path)
    let single = named.flatMap { match.field(of: $0.rawValue) }
    guard let site = match.field(of: "site_id"), let time = match.field(of: "time"),
      let value = single ?? day?.columns.first?.field
    else {
      throw StoreError(
        .badData, "a column is missing that every reading needs", file: path,
        found: headings.joined(separator: ", "), expected: "site_id, time and energy",
        nextStep: "If another heading means it, add --map HEADING=column.")
    }
    self.site = site
    self.time = time
    self.value = value
    self.day = day?.columns ?? []
    meter = match.field(of: "metering_point")
    circuit = match.field(of: "circuit")
    unit = match.field(of: "unit")
    if let named {
      self.kind = named
    } else {
      self.kind = try Self.value(of: day?.word ?? "", kind, path, options)
    }
    let perHour = 60 / Double(options.readingMinutes)
    factor = ReadingUnit.factor(ofHeading: headings[value]) * (self.kind == .energy ? perHour : 1)
    fieldCount = headings.count
    self.headings = headings
    let days = Set(self.day.map { headings[$0.field] })
    unmatched = match.unmatched.filter { !days.contains($0) }
  }

  private static func day(_ match: HeadingMatch, _ options: ReadingOptions) -> DayColumns? {
    let used = Set(match.fields.compactMap(\.self))
    return DayColumns(
      match.headings, fields: match.headings.indices.filter { !used.contains($0) },
      perDay: 1440 / options.readingMinutes, isEnd: options.stamp == .end)
  }

  /// What the columns of a day hold: as the user says, or as the word before their numbers does.
  private static func value(
    of word: String, _ kind: ImportKind, _ path: String, _ options: ReadingOptions
  ) throws(StoreError) -> ReadingOptions.Value {
    if let value = options.dayValue { return value }
    for value in ReadingOptions.Value.allCases {
      guard let column = kind.column(named: value.rawValue) else { continue }
      if column.foldedHeadings.contains(FoldedText(word)) { return value }
    }
    throw StoreError(
      .usage, "the columns of a day do not say what they hold", file: path, found: word,
      expected: "energy, power or register",
      nextStep: "Say it: --values energy (kWh of the interval), power (kW) or register (a counter)."
    )
  }
}
