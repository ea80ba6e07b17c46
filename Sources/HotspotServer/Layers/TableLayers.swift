import CampaignData
import Geo
import Store

/// Layers that are tables of the workspace, with every column.
enum TableLayers {
  /// The tables served, with what each tells.
  static let served: [(table: String, resource: Resource)] = [
    ("counties", .places), ("townships", .places), ("cells", .places), ("sites", .evidence),
    ("complaints", .complaints), ("alerts", .evidence), ("teams", .teams), ("visits", .visits),
  ]

  /// Reads one; places of alerts, which have none of their own, are the middles of their cells.
  static func layer(
    of name: String, _ resource: Resource, in workspace: Workspace, asOf moment: Moment,
    cells: ServedLayer?
  ) throws -> ServedLayer? {
    guard let table = Schema.table(named: name) else { return nil }
    let records = try workspace.records(of: table, asOf: moment)
    let fields = records.columns.map { field($0, of: name) }
    var draft = LayerDraft(name, resource, kind(of: table.geometry), fields: fields)
    let places = name == "alerts" ? cells.map(CellPlaces.init) : nil
    let cell = fields.firstIndex { $0.key == "cell_id" }
    for feature in records.features {
      var geometry = feature.geometry
      if geometry == nil, let places, let cell, case .text(let id) = feature.values[cell] {
        geometry = places.middle(of: id).map { .point($0) }
      }
      draft.append(feature.values, geometry)
    }
    return draft.layer(time: times[name], team: teams[name])
  }

  /// What a filter by time goes by.
  private static let times = [
    "complaints": "received_at", "alerts": "issued_at", "visits": "visited_at",
  ]

  /// The team that a record is of.
  private static let teams = ["teams": "id", "visits": "team_id"]

  private static func field(_ column: ColumnDefinition, of table: String) -> LayerField {
    LayerField(
      column.name, Wording(zh: column.zh, en: column.en), type(column.type),
      privacy: privacy(column, of: table))
  }

  /// Words that somebody wrote may hold numbers; those of a closed vocabulary and codes do not.
  private static func privacy(_ column: ColumnDefinition, of table: String) -> LayerField.Privacy {
    if table == "complaints", column.name == "text" { return .words }
    guard column.type == .text || column.type == .list else { return .open }
    return column.vocabulary != nil && !column.isVocabularyOpen ? .open : .numbers
  }

  private static func type(_ type: ColumnType) -> FieldType {
    switch type {
    case .text, .list, .code: .text
    case .integer: .integer
    case .real: .real
    case .boolean: .boolean
    case .date: .date
    case .moment: .dateTime
    }
  }

  private static func kind(of geometry: CampaignData.GeometryKind) -> Geo.GeometryKind {
    switch geometry {
    case .none: .none
    case .point: .point
    case .area: .area
    }
  }
}
