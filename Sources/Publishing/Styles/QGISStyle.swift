import Geo

/// A style as QGIS 3 reads it (`.qml`): symbols by category or by range, and what columns are called.
struct QGISStyle {
  let style: MapStyle
  let geometry: GeometryKind
  var titles: [ColumnTitle] = []

  /// The whole document.
  var text: String {
    let lines =
      [
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>",
        "<qgis version=\"3.22.0\" styleCategories=\"Symbology\(titles.isEmpty ? "" : "|Fields")\">",
      ] + renderer.map { " " + $0 } + aliases + [
        " <layerGeometryType>\(layerGeometryType)</layerGeometryType>", "</qgis>", "",
      ]
    return lines.joined(separator: "\n")
  }

  private var aliases: [String] {
    guard !titles.isEmpty else { return [] }
    let entries = titles.enumerated().map { index, title in
      "  "
        + MarkupText.tag(
          "alias", [("field", title.column), ("index", "\(index)"), ("name", title.title)],
          isEmpty: true)
    }
    return [" <aliases>"] + entries + [" </aliases>"]
  }

  private var renderer: [String] {
    let kind = style.isGraduated ? "graduatedSymbol" : "categorizedSymbol"
    let list = style.isGraduated ? "ranges" : "categories"
    var attributes = [("type", kind), ("attr", style.column)]
    if style.isGraduated { attributes.append(("graduatedMethod", "GraduatedColor")) }
    attributes += [("symbollevels", "0"), ("forceraster", "0"), ("enableorderby", "0")]
    return [MarkupText.tag("renderer-v2", attributes), " <\(list)>"]
      + style.classes.enumerated().map { "  " + entry($1, symbol: $0) }
      + [" </\(list)>", " <symbols>"]
      + style.classes.enumerated().flatMap { symbol($1.colour, name: $0) }.map { "  " + $0 }
      + [" </symbols>", "</renderer-v2>"]
  }

  private func entry(_ item: MapClass, symbol: Int) -> String {
    let common = [("label", item.bilingual), ("symbol", "\(symbol)"), ("render", "true")]
    switch item.values {
    case .range(let lower, let upper):
      return MarkupText.tag(
        "range", [("lower", "\(lower)"), ("upper", "\(upper)")] + common, isEmpty: true)
    case .text(let text):
      return MarkupText.tag(
        "category", [("value", text), ("type", "string")] + common, isEmpty: true)
    case .integer(let number):
      return MarkupText.tag(
        "category", [("value", "\(number)"), ("type", "long")] + common, isEmpty: true)
    case .others:
      // Nothing stands for all other values.
      return MarkupText.tag(
        "category", [("value", ""), ("type", "string")] + common, isEmpty: true)
    }
  }

  private func symbol(_ colour: MapColour, name: Int) -> [String] {
    let (kind, layer, options) = drawing(colour)
    // Twice: QGIS 3.22 and later read the first, those before the second.
    return [
      MarkupText.tag(
        "symbol", [("type", kind), ("name", "\(name)"), ("alpha", "1"), ("clip_to_extent", "1")]),
      " "
        + MarkupText.tag(
          "layer", [("class", layer), ("enabled", "1"), ("locked", "0"), ("pass", "0")]),
      "  <Option type=\"Map\">",
    ]
      + options.map { name, value in
        "   "
          + MarkupText.tag(
            "Option", [("name", name), ("type", "QString"), ("value", value)], isEmpty: true)
      } + ["  </Option>"]
      + options.map { name, value in
        "  " + MarkupText.tag("prop", [("k", name), ("v", value)], isEmpty: true)
      } + [" </layer>", "</symbol>"]
  }

  private func drawing(
    _ colour: MapColour
  ) -> (kind: String, layer: String, options: [(String, String)]) {
    let outline = [
      ("outline_color", "255,255,255,255"), ("outline_style", "solid"),
      ("outline_width", "0.1"), ("outline_width_unit", "MM"),
    ]
    switch geometry {
    case .point, .none:
      return (
        "marker", "SimpleMarker",
        [("name", "circle"), ("color", colour.components), ("size", "2"), ("size_unit", "MM")]
          + outline
      )
    case .lines:
      return (
        "line", "SimpleLine",
        [("line_color", colour.components), ("line_width", "0.5"), ("line_width_unit", "MM")]
      )
    case .area, .any:
      return (
        "fill", "SimpleFill",
        [("color", colour.components), ("style", "solid"), ("joinstyle", "bevel")] + outline
      )
    }
  }

  private var layerGeometryType: Int {
    switch geometry {
    case .point, .none: 0
    case .lines: 1
    case .area, .any: 2
    }
  }
}
