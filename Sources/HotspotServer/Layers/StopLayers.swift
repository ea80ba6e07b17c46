import CampaignData
import Geo
import Inspection
import Store

/// The layers of released days: targets and routes.
struct StopLayers {
  private let teams: [String: Team]
  private let townships: [String: Township]
  private var targets: LayerDraft
  private var routes: LayerDraft

  init(_ facts: Facts) {
    teams = Dictionary(facts.teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    townships = Dictionary(
      facts.townships.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    targets = LayerDraft("targets", .targets, .point, fields: Self.targetFields)
    routes = LayerDraft("routes", .targets, .lines, fields: Self.routeFields)
  }

  /// Adds a day's stops, and a route for each team that has some.
  mutating func append(_ day: ReleasedDay) {
    for stop in day.stops { append(stop, of: day) }
    var start = 0
    while start < day.stops.count {
      let team = day.stops[start].teamID
      let end = day.stops[start...].firstIndex { $0.teamID != team } ?? day.stops.count
      append(route: Array(day.stops[start..<end]), of: team, day)
      start = end
    }
  }

  /// The layers, targets first.
  consuming func layers() -> [ServedLayer] {
    [
      targets.layer(time: "date", team: "team_id", day: "date"),
      routes.layer(time: "date", team: "team_id", day: "date"),
    ]
  }

  private mutating func append(_ stop: SavedStop, of day: ReleasedDay) {
    let file = day.file(of: stop)
    let team = teams[stop.teamID]
    let township = stop.townshipCode.flatMap { townships[$0] }
    let reasons = stop.reasons
    targets.append(
      [
        .text(stop.id), .text(stop.teamID), .init(team?.name), .init(Self.city(of: team)),
        .init(Self.round(of: day.day)), .text(day.day.description), .integer(Int64(stop.order)),
        .text(stop.siteID), file["kind"] ?? .null, .text(stop.name), .init(stop.townshipCode),
        .init(township?.name), .init(township?.county), .init(stop.cellID),
        .text(stop.basis.rawValue), stop.inclusionProbability.map { .real($0) } ?? .null,
        .real(stop.chance), .text(reasons.map(\.zh).joined(separator: "；")),
        .text(reasons.map(\.en).joined(separator: "; ")), file["why_zh"] ?? .null,
        file["why_en"] ?? .null, file["evidence"] ?? .null, file["nearby"] ?? .null,
        .text(stop.arrival.description), .text(stop.planID),
      ],
      .point(stop.position))
  }

  private mutating func append(route stops: [SavedStop], of id: String, _ day: ReleasedDay) {
    let team = teams[id]
    let known = day.route(of: id)
    let base = team.map(\.base).flatMap { $0.isFinite ? [$0] : nil } ?? []
    let straight = base + stops.map(\.position) + base
    let isKnown = known?.line != nil
    func told(_ key: String) -> FieldValue { isKnown ? known?.values[key] ?? .null : .null }
    routes.append(
      [
        .text(id), .init(team?.name), .init(Self.city(of: team)), .init(Self.round(of: day.day)),
        .text(day.day.description), .integer(Int64(stops.count)), told("departure"),
        told("return"), told("distance_m"), told("duration_s"), told("times_source"),
        isKnown ? told("geometry_source") : .text("straight"),
      ],
      known?.line ?? .lines([straight]))
  }

  private static func city(of team: Team?) -> String? {
    team.map { CampaignData.city(code: $0.cityCode)?.nameZH ?? $0.cityCode }
  }

  private static func round(of day: CalendarDate) -> Int? {
    CampaignData.rounds.containing(day)?.number
  }

  private static let targetFields: [LayerField] = fields(
    [
      ("stop_id", .text), ("team_id", .text), ("team", .text), ("city", .text),
      ("round", .integer), ("date", .date), ("order", .integer), ("target_id", .text),
      ("kind", .text), ("name", .text), ("township_code", .text), ("township", .text),
      ("county", .text), ("cell_id", .text), ("basis", .text), ("inclusion_probability", .real),
      ("chance", .real), ("reasons_zh", .text), ("reasons_en", .text), ("why_zh", .text),
      ("why_en", .text), ("evidence", .text), ("nearby", .text), ("arrival", .dateTime),
      ("plan_id", .text),
    ], masking: ["name", "reasons_zh", "reasons_en", "why_zh", "why_en", "nearby"])

  private static let routeFields: [LayerField] = fields(
    [
      ("team_id", .text), ("team", .text), ("city", .text), ("round", .integer), ("date", .date),
      ("stops", .integer), ("departure", .dateTime), ("return", .dateTime),
      ("distance_m", .real), ("duration_s", .integer), ("times_source", .text),
      ("geometry_source", .text),
    ], masking: [])

  private static func fields(
    _ types: [(key: String, type: FieldType)], masking: Set<String>
  ) -> [LayerField] {
    types.map { key, type in
      LayerField(
        key, LayerWords.heading(key, ofList: "targets"), type,
        privacy: masking.contains(key) ? .numbers : .open)
    }
  }
}

extension FieldValue {
  /// Text, or null for nil.
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  /// A whole number, or null for nil.
  init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
}
