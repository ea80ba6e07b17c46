internal import CampaignData
internal import Geo
internal import Inspection

extension PlanText {
  /// The columns of all kinds of lines; those of the tables are the tables' own.
  private static let stored: [Kind: [String]] = [
    .plan: SavedPlan.columns, .input: SavedInput.columns, .stop: SavedStop.columns + ["geom"],
    .drawn: SavedDrawnSite.columns,
  ]
  private static let made: [Kind: [String]] = [
    .day: ["id", "team_id", "day", "departure", "duration", "distance", "times"],
    .township: ["code", "team_id", "visits", "visits_in_round", "planned", "first", "gap"],
  ]

  /// What a plan says.
  init(_ plan: Plan, of facts: Facts) {
    let id = plan.identifier
    let inputs = plan.inputs.enumerated().map { SavedInput($1, place: $0, plan: id) }
    let stops = plan.teamDays.flatMap { day in
      day.stops.map { SavedStop($0, plan: id, day: day, of: facts) }
    }
    var drawn: [SavedDrawnSite] = []
    if let draw = plan.draw, draw.planID == nil {
      drawn = draw.sites.map { SavedDrawnSite($0, of: draw, plan: id) }
    }
    let rows = Self.rows(SavedPlan(plan), inputs: inputs, stops: stops, drawn: drawn)
    let days = plan.teamDays.map { Self.line($0, of: facts) }
    let townships = plan.coverage.map { Self.line($0, of: facts) }
    self.init(
      columns: Self.stored.merging(Self.made) { $1 }, lines: rows + days + townships)
  }

  /// What the workspace's tables say of a plan.
  init(
    _ plan: SavedPlan, inputs: [SavedInput], stops: [SavedStop], drawn: [SavedDrawnSite]
  ) {
    self.init(
      columns: Self.stored,
      lines: Self.rows(plan, inputs: inputs, stops: stops, drawn: drawn))
  }

  private static func rows(
    _ plan: SavedPlan, inputs: [SavedInput], stops: [SavedStop], drawn: [SavedDrawnSite]
  ) -> [Line] {
    [Line(.plan, plan.values.map(FactText.text))]
      + inputs.map { Line(.input, $0.values.map(FactText.text)) }
      + drawn.map { Line(.drawn, $0.values.map(FactText.text)) }
      + stops.map { stop in
        var geometry: [UInt8] = []
        if let place = stop.geometry { GeometryText.append(place, to: &geometry) }
        return Line(
          .stop, stop.values.map(FactText.text) + [String(decoding: geometry, as: UTF8.self)])
      }
  }

  private static func line(_ day: TeamDay, of facts: Facts) -> Line {
    let team = facts.teams[day.team].id
    let values: [FieldValue] = [
      .text("\(team) \(day.date)"), .text(team), .text(day.date.description),
      .moment(day.departure), .integer(Int64(day.duration)), .real(day.distance),
      .text(day.timesSource),
    ]
    return Line(.day, values.map(FactText.text))
  }

  private static func line(_ township: TownshipCoverage, of facts: Facts) -> Line {
    let values: [FieldValue] = [
      .text(facts.townships[township.township].code),
      .optional(township.team.map { facts.teams[$0].id }),
      .integer(Int64(township.visitsEver)), .integer(Int64(township.visitsInRound)),
      .integer(Int64(township.planned)), .optional(township.firstPlanned?.description),
      .optional(township.gap?.rawValue),
    ]
    return Line(.township, values.map(FactText.text))
  }

  /// The plan as a later one starts from it.
  ///
  /// Throws `badData` where the text is not of this version of the program.
  func earlierPlan() throws(StoreError) -> EarlierPlan {
    guard let plan = try rows(SavedPlan.self, .plan).first else {
      throw StoreError(
        .badData, "the text of a plan does not say which", nextStep: "Restore it from a copy.")
    }
    return EarlierPlan(
      plan, stops: try rows(SavedStop.self, .stop), inputs: try rows(SavedInput.self, .input))
  }

  /// The draw that was made with the plan; nil where nothing was drawn with it.
  func draw() throws(StoreError) -> RoundDraw? {
    let drawn = try rows(SavedDrawnSite.self, .drawn)
    return drawn.first.map {
      RoundDraw(
        round: $0.round, drawnAsOf: $0.drawnAsOf, planID: $0.planID, sites: drawn.map(\.site))
    }
  }

  /// What the plan was told beside the facts.
  func inputs() throws(StoreError) -> [PlanInput] {
    try rows(SavedInput.self, .input).map(\.input)
  }

  private func rows<Fact: StoredFact>(
    _ kind: Fact.Type, _ lines: Kind
  ) throws(StoreError) -> [Fact] {
    var facts: [Fact] = []
    let names = Fact.columns + (Fact.readsGeometry ? ["geom"] : [])
    for (number, line) in self.lines.filter({ $0.kind == lines }).enumerated() {
      guard columns[lines] == names else {
        throw StoreError(
          .badData, "the text of a plan has other columns than this program reads",
          found: columns[lines]?.joined(separator: ", "), expected: names.joined(separator: ", "),
          nextStep: "Use the version of the program that the record names.")
      }
      let texts = line.values.map { Array($0.utf8)[...] }
      var values: [FieldValue] = []
      for text in texts.prefix(Fact.columns.count) { values.append(FactText.value(text) ?? .null) }
      var geometry: Geometry?
      if Fact.readsGeometry, let text = texts.last { geometry = GeometryText.geometry(text) }
      let source = FactSource(dataset: "plan", table: Fact.table, columns: Fact.columns)
      var row = FactRow(
        Feature(id: Int64(number + 1), values: values, geometry: geometry), of: source,
        knownAt: Moment(secondsSince1970: 0), skipping: 0)
      facts.append(try Fact(&row))
    }
    return facts
  }
}
