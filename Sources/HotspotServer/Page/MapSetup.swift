import CampaignData
import Geo
import Inspection
import Publishing

/// What the page must know before it draws: layers that its viewer may see, their styles, days and
/// rounds, teams with their colours.
struct MapSetup {
  let catalogue: LayerCatalogue
  let viewer: Viewer
  let today: CalendarDate
  let language: Language

  var json: JSONText {
    let views = catalogue.views(for: viewer, today: today)
    var bounds = Envelope.empty
    for view in views { bounds.include(view.layer.bounds) }
    return .object([
      .init("language", .string(language.rawValue)),
      .init("role", .string(viewer.role.rawValue)), .init("team", .optional(viewer.team)),
      .init("asOf", .string(catalogue.asOf.description)),
      .init("isSynthetic", .bool(catalogue.isSynthetic)),
      .init("bounds", bounds.isEmpty ? .null : TileJSON.box(bounds)),
      .init("layers", .array(views.map(layer))), .init("days", .array(days(views))),
      .init("rounds", .array(rounds)), .init("teams", .array(teams(views))),
    ])
  }

  private func layer(_ view: LayerView) -> JSONText {
    let layer = view.layer
    let kinds: [GeometryKind: String] = [.point: "point", .lines: "lines", .area: "area"]
    return .object([
      .init("id", .string(layer.id)), .init("title", Self.words(layer.title.zh, layer.title.en)),
      .init("kind", .string(kinds[layer.geometryKind] ?? "none")),
      .init("count", .integer(view.count())), .init("version", .string(layer.version)),
      .init("isTimed", .bool(layer.timeField != nil)),
      .init("bounds", layer.bounds.isEmpty ? .null : TileJSON.box(layer.bounds)),
      .init("style", MapStyle.served(layer.id).map { style($0, of: layer) } ?? .null),
    ])
  }

  private func style(_ style: MapStyle, of layer: ServedLayer) -> JSONText {
    var members: [JSONText.Member] = [
      .init("column", .string(style.column)),
      .init("classes", .array(style.classes.map(Self.item))),
    ]
    if let mark = TileRules.rules(of: layer).mark,
      let marked = style.classes.first(where: {
        $0.values == .text(mark.value) || $0.values == Int(mark.value).map { .integer($0) }
      })
    {
      members.append(.init("marked", Self.words(marked.zh, marked.en)))
    }
    return .object(members)
  }

  private static func item(_ item: MapClass) -> JSONText {
    var members: [JSONText.Member] = [
      .init("zh", .string(item.zh)), .init("en", .string(item.en)),
      .init("colour", .string(item.colour.hexadecimal)),
    ]
    switch item.values {
    case .text(let text): members.append(.init("values", .string(text)))
    case .integer(let number): members.append(.init("values", .string(String(number))))
    case .others: members.append(.init("values", .string("others")))
    case .range(let lower, _): members.append(.init("lower", .decimal(lower, places: 6)))
    }
    return .object(members)
  }

  /// Every day from the first round with something to show to the last one.
  private func days(_ views: [LayerView]) -> [JSONText] {
    let rounds = catalogue.rounds.compactMap { CampaignData.rounds.round($0) }
    let isShown = views.contains { $0.layer.id == "targets" }
    let released = Set(isShown ? shownDays(views) : [])
    guard let first = rounds.map(\.firstDay).min() ?? catalogue.days.first,
      let last = rounds.map(\.lastDay).max() ?? catalogue.days.last, first <= last
    else { return [] }
    return (0...(last - first)).map { step in
      let day = first + step
      return .object([
        .init("date", .string(day.description)),
        .init("isReleased", .bool(released.contains(day))),
      ])
    }
  }

  /// Released days that the viewer may see: for some, those that are over.
  private func shownDays(_ views: [LayerView]) -> [CalendarDate] {
    let isPast = viewer.permission(for: .targets) == .past
    return catalogue.days.filter { !isPast || $0 < today }
  }

  private var rounds: [JSONText] {
    catalogue.rounds.compactMap { CampaignData.rounds.round($0) }.map { round in
      .object([
        .init("number", .integer(round.number)), .init("from", .string(round.firstDay.description)),
        .init("to", .string(round.lastDay.description)),
      ])
    }
  }

  /// All teams count for the colours, whoever asks, so that a team's colour is the same for all.
  private func teams(_ views: [LayerView]) -> [JSONText] {
    let shown = ["teams", "targets"].compactMap { id in views.first { $0.layer.id == id } }
    let own = viewer.permission(for: .targets) == .own ? viewer.team ?? "" : nil
    guard !shown.isEmpty else { return [] }
    return catalogue.teamColours.filter { own == nil || $0.id == own }.map { team in
      .object([
        .init("id", .string(team.id)), .init("name", .optional(team.name)),
        .init("colour", .string(team.colour.hexadecimal)),
      ])
    }
  }

  private static func words(_ zh: String, _ en: String) -> JSONText {
    .object([.init("zh", .string(zh)), .init("en", .string(en))])
  }
}
