import CampaignData
import Geo

/// The columns of a styled layer, with the titles of `Data/tables/list_columns.csv`.
struct LayerColumns {
  private let list: String
  private let types: [String: FieldType]

  /// The columns of a list; those that are no text are named with their type.
  init(list: String, types: [String: FieldType] = [:]) {
    self.list = list
    self.types = types
  }

  /// The columns in the list's order.
  var fields: [FieldDefinition] {
    CampaignData.columns(ofList: list).map { FieldDefinition($0.key, types[$0.key] ?? .text) }
  }

  /// What they are called.
  var titles: [ColumnTitle] {
    CampaignData.columns(ofList: list).map {
      ColumnTitle($0.key, title: $0.headingZH, description: $0.headingEN)
    }
  }
}

extension [ColumnTitle] {
  /// Those of some fields.
  func of(_ fields: [FieldDefinition]) -> [ColumnTitle] {
    filter { title in fields.contains { $0.name == title.column } }
  }
}

extension VectorWriter {
  /// Titles and style of a layer whose features are written: what QGIS opens it with.
  mutating func finish(
    _ layer: String, geometry: Geo.GeometryKind, titles: [ColumnTitle], style: MapStyle
  ) throws(GDALError) {
    guard keepsStyles else { return }
    try keep(titles: titles, for: layer)
    try keep(style.layerStyle(for: geometry, titles: titles), for: layer)
  }
}
