public import Geo

/// How a map shows a column: the classes of its values, in the order of the legend.
///
/// The same description makes the style that QGIS finds in a GeoPackage and a picture's colours.
public struct MapStyle: Sendable, Hashable {
  /// What the map shows, in Chinese.
  public var zh: String
  /// The same in English.
  public var en: String
  /// The column whose values are classed.
  public var column: String
  /// The classes, none of which share a value.
  public var classes: [MapClass]

  /// Makes a style.
  public init(zh: String, en: String, column: String, classes: [MapClass]) {
    self.zh = zh
    self.en = en
    self.column = column
    self.classes = classes
  }

  /// What the map shows.
  public func name(_ language: Language) -> String { language.pick(zh: zh, en: en) }

  /// The place of a value's class; nil if it has none.
  ///
  /// Takes time in proportion to the classes.
  public func place(of value: FieldValue) -> Int? {
    classes.firstIndex { $0.holds(value) } ?? classes.firstIndex { $0.values == .others }
  }

  /// Whether classes are ranges of numbers.
  var isGraduated: Bool {
    classes.contains { if case .range = $0.values { true } else { false } }
  }

  /// The style as QGIS keeps it, with names in both languages: files do not depend on that of the
  /// user.
  public func layerStyle(
    for geometry: GeometryKind, titles: [ColumnTitle] = []
  ) -> LayerStyle {
    LayerStyle(
      name: String(en.prefix(30)), description: "\(zh) \(en)",
      qml: QGISStyle(style: self, geometry: geometry, titles: titles).text,
      sld: StyledLayerDescriptor(style: self, geometry: geometry).text)
  }
}

extension VectorWriter {
  /// Keeps a style within a GeoPackage; in other formats nothing happens.
  ///
  /// Call it when the layer's features are written. Throws if it cannot be written.
  public mutating func keep(
    _ style: MapStyle, for layer: String, geometry: GeometryKind
  ) throws(GDALError) {
    guard keepsStyles, geometry != .none else { return }
    try keep(style.layerStyle(for: geometry), for: layer)
  }
}
