import Geo

/// A style as a Styled Layer Descriptor 1.1 with Symbology Encoding 1.1 (OGC 05-078r4, 05-077r4),
/// which GeoServer, MapServer and QGIS read.
struct StyledLayerDescriptor {
  let style: MapStyle
  let geometry: GeometryKind

  /// The whole document.
  var text: String {
    let lines =
      [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        MarkupText.tag(
          "StyledLayerDescriptor",
          [
            ("xmlns", "http://www.opengis.net/sld"), ("xmlns:ogc", "http://www.opengis.net/ogc"),
            ("xmlns:se", "http://www.opengis.net/se"), ("version", "1.1.0"),
          ]),
        "<NamedLayer>", "<se:Name>\(name)</se:Name>", "<UserStyle>", "<se:Name>\(name)</se:Name>",
        "<se:FeatureTypeStyle>",
      ] + style.classes.flatMap(rule) + [
        "</se:FeatureTypeStyle>", "</UserStyle>", "</NamedLayer>", "</StyledLayerDescriptor>", "",
      ]
    return lines.joined(separator: "\n")
  }

  private var name: String { MarkupText.escaped(style.en) }

  private func rule(_ item: MapClass) -> [String] {
    let label = MarkupText.escaped(item.bilingual)
    return [
      "<se:Rule>", "<se:Name>\(label)</se:Name>",
      "<se:Description><se:Title>\(label)</se:Title></se:Description>", filter(item.values),
      symbolizer(item.colour), "</se:Rule>",
    ]
  }

  private func filter(_ values: MapClass.Values) -> String {
    switch values {
    case .others: return "<se:ElseFilter/>"
    case .text(let text): return "<ogc:Filter>\(comparison("EqualTo", text))</ogc:Filter>"
    case .integer(let number):
      return "<ogc:Filter>\(comparison("EqualTo", "\(number)"))</ogc:Filter>"
    case .range(let lower, let upper):
      let lower = comparison("GreaterThanOrEqualTo", "\(lower)")
      return
        "<ogc:Filter><ogc:And>\(lower)\(comparison("LessThan", "\(upper)"))</ogc:And></ogc:Filter>"
    }
  }

  private func comparison(_ kind: String, _ value: String) -> String {
    "<ogc:PropertyIs\(kind)><ogc:PropertyName>\(MarkupText.escaped(style.column))"
      + "</ogc:PropertyName><ogc:Literal>\(MarkupText.escaped(value))</ogc:Literal>"
      + "</ogc:PropertyIs\(kind)>"
  }

  private func symbolizer(_ colour: MapColour) -> String {
    let fill = "<se:Fill>\(parameter("fill", colour.hexadecimal))</se:Fill>"
    let outline =
      "<se:Stroke>\(parameter("stroke", "#ffffff"))\(parameter("stroke-width", "0.4"))</se:Stroke>"
    switch geometry {
    case .point, .none:
      return "<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle"
        + "</se:WellKnownName>\(fill)\(outline)</se:Mark><se:Size>7</se:Size></se:Graphic>"
        + "</se:PointSymbolizer>"
    case .lines:
      return "<se:LineSymbolizer><se:Stroke>\(parameter("stroke", colour.hexadecimal))"
        + "\(parameter("stroke-width", "2"))</se:Stroke></se:LineSymbolizer>"
    case .area, .any:
      return "<se:PolygonSymbolizer>\(fill)\(outline)</se:PolygonSymbolizer>"
    }
  }

  private func parameter(_ name: String, _ value: String) -> String {
    "<se:SvgParameter name=\"\(name)\">\(value)</se:SvgParameter>"
  }
}
