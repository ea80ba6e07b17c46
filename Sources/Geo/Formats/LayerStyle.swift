/// How QGIS is to draw a layer: its own style and that of the OGC, as text.
public struct LayerStyle: Sendable, Hashable {
  /// The table in which QGIS keeps styles within a GeoPackage.
  static let table = "layer_styles"

  /// The style's name, of up to 30 characters.
  public var name: String
  /// What it shows.
  public var description: String
  /// The style as QGIS writes it (`.qml`).
  public var qml: String
  /// The same as a Styled Layer Descriptor; empty if there is none.
  public var sld: String

  /// Makes a style from its texts.
  public init(name: String, description: String, qml: String, sld: String = "") {
    self.name = name
    self.description = description
    self.qml = qml
    self.sld = sld
  }
}
