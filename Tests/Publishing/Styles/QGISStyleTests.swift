import Foundation
import FoundationXML
import Geo
import Testing

@testable import Publishing

@Suite struct QGISStyleTests {
  private let odd = MapStyle(
    zh: "<甲>", en: "A & \"B\"", column: "a<b",
    classes: [
      MapClass(.text("x\"y"), zh: "一", en: "<one>", MapColour(0x00FF7F)),
      MapClass(.others, zh: "其他", en: "Others", .neutral),
    ])

  @Test(arguments: [GeometryKind.point, .lines, .area, .any])
  func `both spellings are XML, whatever the texts are`(geometry: GeometryKind) throws {
    for style in [odd, .hotspots(column: "bin"), .density(column: "d", breaks: [1], unit: nil)] {
      for text in [
        QGISStyle(style: style, geometry: geometry).text,
        StyledLayerDescriptor(style: style, geometry: geometry).text,
      ] {
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse(), "\(parser.parserError.debugDescription) in \(text)")
      }
    }
  }

  @Test func `a symbol stands for every class`() throws {
    let tags = try elements(QGISStyle(style: odd, geometry: .point).text)
    let renderer = try #require(tags.first { $0.name == "renderer-v2" })
    #expect(renderer.attributes["type"] == "categorizedSymbol")
    #expect(renderer.attributes["attr"] == "a<b")
    let categories = tags.filter { $0.name == "category" }
    #expect(categories.map { $0.attributes["value"] } == ["x\"y", ""])
    #expect(categories.map { $0.attributes["label"] } == ["一 <one>", "其他 Others"])
    let symbols = tags.filter { $0.name == "symbol" }
    #expect(symbols.map { $0.attributes["name"] } == categories.map { $0.attributes["symbol"] })
    #expect(symbols.allSatisfy { $0.attributes["type"] == "marker" })
    let colours = tags.filter { $0.name == "prop" && $0.attributes["k"] == "color" }
    #expect(colours.first?.attributes["v"] == "0,255,127,255")
    let options = tags.filter { $0.name == "Option" && $0.attributes["name"] == "color" }
    #expect(options.first?.attributes["value"] == "0,255,127,255")
  }

  @Test func `ranges make a graduated symbol`() throws {
    let style = MapStyle.density(column: "density", breaks: [0.1, 2], unit: .perSquareKilometre)
    let tags = try elements(QGISStyle(style: style, geometry: .area).text)
    #expect(tags.contains { $0.attributes["type"] == "graduatedSymbol" })
    let ranges = tags.filter { $0.name == "range" }
    #expect(ranges.map { $0.attributes["lower"] } == ["2.0", "0.1", "0.0"])
    #expect(ranges.dropFirst().map { $0.attributes["upper"] } == ["2.0", "0.1"])
    #expect(tags.filter { $0.name == "symbol" }.allSatisfy { $0.attributes["type"] == "fill" })
  }

  @Test func `a style within a GeoPackage names the layer and is the default`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/hot.gpkg"
      var writer = try VectorWriter(creating: path)
      try writer.createLayer(
        "cells", geometry: .area, crs: .wgs84, fields: [FieldDefinition("bin", .integer)])
      try writer.keep(.hotspots(column: "bin"), for: "cells", geometry: .area)
      try writer.close()
      var reader = try VectorReader(path: path, layer: "layer_styles")
      let row = try #require(try reader.next())
      let values = Dictionary(uniqueKeysWithValues: zip(reader.fields.map(\.name), row.values))
      #expect(values["f_table_name"] == .text("cells"))
      #expect(values["styleName"] == .text("Hot and cold spots"))
      #expect(values["useAsDefault"] == .integer(1))
      let style = MapStyle.hotspots(column: "bin").layerStyle(for: .area)
      #expect(values["styleQML"] == .text(style.qml) && values["styleSLD"] == .text(style.sld))
    }
  }

  private func elements(_ text: String) throws -> [(name: String, attributes: [String: String])] {
    final class Collector: NSObject, XMLParserDelegate {
      var tags: [(name: String, attributes: [String: String])] = []
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
      ) { tags.append((name, attributes)) }
    }
    let parser = XMLParser(data: Data(text.utf8))
    let collector = Collector()
    parser.delegate = collector
    try #require(parser.parse())
    return collector.tags
  }
}
