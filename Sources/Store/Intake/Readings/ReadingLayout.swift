internal import CampaignData

/// Which field of a file holds what of a reading.
struct ReadingLayout {
  /// What the value is.
  enum Value { case energy, power, register }

  let fieldCount: Int
  let site: Int
  let circuit: Int?
  let time: Int
  let value: Int
  let unit: Int?
  let kind: Value
  /// What the value is multiplied by to give kW, or kWh for a register, its own unit column aside.
  let factor: Double
  /// The headings as the file has them.
  let headings: [String]
  /// Headings that mean nothing here.
  let unmatched: [String]

  /// Matches the headings of a file; throws `badData` if one that is needed is missing.
  init(_ headings: [String], path: String, options: ReadingOptions) throws(StoreError) {
    guard let kind = Schema.streamedKind(named: "readings") else {
      throw StoreError(
        .software, "the dictionary has no readings",
        nextStep: "Report this as a fault of the program.")
    }
    let match = try HeadingMatch(headings: headings, kind: kind, map: options.columnMap)
    try match.requireColumns(of: kind, waived: [], file: path)
    let energy = match.field(of: "energy")
    let power = match.field(of: "power")
    guard let site = match.field(of: "site_id"), let time = match.field(of: "time"),
      let value = energy ?? power ?? match.field(of: "register")
    else {
      throw StoreError(
        .badData, "a column is missing that every reading needs", file: path,
        found: headings.joined(separator: ", "), expected: "site_id, time and energy",
        nextStep: "If another heading means it, add --map HEADING=column.")
    }
    self.site = site
    self.time = time
    self.value = value
    circuit = match.field(of: "circuit")
    unit = match.field(of: "unit")
    self.kind = energy != nil ? .energy : power != nil ? .power : .register
    let perHour = 60 / Double(options.readingMinutes)
    factor = ReadingUnit.factor(ofHeading: headings[value]) * (self.kind == .energy ? perHour : 1)
    fieldCount = headings.count
    self.headings = headings
    unmatched = match.unmatched
  }
}
