import Foundation
import FoundationXML
import Geo
import Testing

@Suite struct PictureTests {
  /// Complaints around two places of a town, in the order of a fixed scatter.
  private func complaints(_ count: Int = 200) -> String {
    let rows = (0..<count).map { place -> String in
      let (a, b) = (Double(place * 37 % 101) / 101, Double(place * 61 % 97) / 97)
      let (lon, lat) = place % 3 == 0 ? (116.44, 39.93) : (116.38, 39.90)
      return "\(lon + 0.02 * a),\(lat + 0.015 * b),\(place % 9 + (place % 3 == 0 ? 20 : 0))"
    }
    return "lon,lat,n\n" + rows.joined(separator: "\n") + "\n"
  }

  private func text(_ path: String) throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
    return text
  }

  @Test func `a density becomes a picture, the same bytes each time`() throws {
    try inTemporaryFolder { folder in
      let points = try write(complaints(), to: folder + "/complaints.csv")
      for name in ["a", "b"] {
        let run = try Program.run(
          "density", points, "-o", "\(folder)/\(name).svg", "--bandwidth", "600", "--cell", "100",
          "--title", "投诉 & smoke", "--source", "invented")
        #expect(run.status == 0, "\(run.error)")
      }
      let text = try text(folder + "/a.svg")
      #expect(try text == self.text(folder + "/b.svg"))
      #expect(text.contains("投诉 &amp; smoke") && text.contains("Source: invented"))
      #expect(text.contains("Density per km²") && text.contains("bandwidth 600 m"))
      #expect(text.utf8.count < 60_000)
    }
  }

  @Test func `hot spots of points become a picture in Chinese`() throws {
    try inTemporaryFolder { folder in
      let points = try write(complaints(), to: folder + "/sites.csv")
      let run = try Program.run(
        "hotspots", points, "-o", folder + "/hot.svg", "--field", "n", "--lang", "zh", "--json")
      #expect(run.status == 0, "\(run.error)")
      let text = try text(folder + "/hot.svg")
      #expect(text.contains("n 的热点与冷点（Gi*）") && text.contains("数据来源：sites.csv"))
      let classes = try #require(try run.json()["classes"] as? [String: Int])
      let hot = try #require(classes["hot_99"])
      #expect(hot > 0 && text.contains(">\(hot)</text>"))
    }
  }

  @Test func `an ending in capitals or the format says that it is a picture`() throws {
    try inTemporaryFolder { folder in
      let points = try write(complaints(), to: folder + "/sites.csv")
      for (name, more) in [("A.SVG", []), ("b.xml", ["--of", "svg"])] {
        let run = try Program.run(
          ["hotspots", points, "-o", "\(folder)/\(name)", "--field", "n", "--method", "moran"]
            + more)
        #expect(run.status == 0, "\(run.error)")
        #expect(try text("\(folder)/\(name)").contains("High among high"))
      }
    }
  }

  @Test func `a GeoPackage keeps the style of its layer`() throws {
    try inTemporaryFolder { folder in
      let points = try write(complaints(), to: folder + "/sites.csv")
      let runs = [
        try Program.run(
          "hotspots", points, "-o", folder + "/hot.gpkg", "--field", "n", "--method", "geary"),
        try Program.run(
          "density", points, "-o", folder + "/density.gpkg", "--bandwidth", "600"),
      ]
      #expect(runs.map(\.status) == [0, 0])
      for (name, column, word) in [
        ("hot", "cluster", "Otherwise alike"), ("density", "density", "graduatedSymbol"),
      ] {
        var reader = try VectorReader(path: "\(folder)/\(name).gpkg", layer: "layer_styles")
        let values = try #require(try reader.next()).values
        let style = values.compactMap { value -> String? in
          if case .text(let text) = value, text.hasPrefix("<!DOCTYPE qgis") { text } else { nil }
        }
        #expect(style.first?.contains("attr=\"\(column)\"") == true)
        #expect(style.first?.contains(word) == true)
      }
    }
  }

  @Test func `borders that are not official are said to be`() throws {
    try inTemporaryFolder { folder in
      let cells = (0..<36).map { cell in
        let (x, y) = (116 + Double(cell % 6) / 50, 40 + Double(cell / 6) / 50)
        let (east, north) = (x + 0.02, y + 0.02)
        return """
          {"type":"Feature","properties":{"n":\(cell % 5),\
          "source":"\(cell % 4 == 0 ? "official" : "synthetic")"},"geometry":{"type":"Polygon",\
          "coordinates":[[[\(x),\(y)],[\(east),\(y)],[\(east),\(north)],[\(x),\(north)],[\(x),\(y)]]]}}
          """
      }
      let file = try write(
        "{\"type\":\"FeatureCollection\",\"features\":[\(cells.joined(separator: ","))]}",
        to: folder + "/towns.geojson")
      let run = try Program.run("hotspots", file, "-o", folder + "/hot.svg", "--field", "n")
      #expect(run.status == 0, "\(run.error)")
      #expect(
        try text(folder + "/hot.svg").contains("the borders of 27 features are synthetic, of 0"))
    }
  }

  @Test func `a picture replaces nothing unasked, and needs a folder and a place`() throws {
    try inTemporaryFolder { folder in
      let points = try write(complaints(), to: folder + "/sites.csv")
      let there = try write("mine", to: folder + "/there.svg")
      let nowhere = try write("lon,lat,n\n,,1\n,,2\n,,4\n", to: folder + "/nowhere.csv")
      for (input, output, status) in [
        (points, there, Int32(73)), (points, folder + "/no/such.svg", 73),
        (nowhere, folder + "/new.svg", 65),
      ] {
        for command in [["hotspots", "--field", "n"], ["density", "--bandwidth", "500"]] {
          let run = try Program.run(command + [input, "-o", output])
          #expect(run.status == status, "\(command) \(output): \(run.error)")
        }
      }
      #expect(try String(contentsOfFile: there, encoding: .utf8) == "mine")
      #expect(!FileManager.default.fileExists(atPath: folder + "/new.svg"))
    }
  }

  @Test func `clusters become a picture, and a layer that QGIS colours`() throws {
    try inTemporaryFolder { folder in
      let points = try write(complaints(), to: folder + "/sites.csv")
      for name in ["a.svg", "b.svg", "c.gpkg"] {
        let run = try Program.run(
          "cluster", points, "-o", "\(folder)/\(name)", "--eps", "400", "--min-points", "8")
        #expect(run.status == 0, "\(run.error)")
      }
      let text = try text(folder + "/a.svg")
      #expect(try text == self.text(folder + "/b.svg"))
      #expect(text.contains("Clusters of sites.csv") && text.contains("Cluster 0"))
      #expect(text.contains("200 points"))
      var reader = try VectorReader(path: folder + "/c.gpkg", layer: "layer_styles")
      let values = try #require(try reader.next()).values
      #expect(
        values.contains {
          if case .text(let text) = $0 { text.contains("attr=\"cluster\"") } else { false }
        })
    }
  }

  @Test func `places that get a density are no picture`() throws {
    try inTemporaryFolder { folder in
      let points = try write(complaints(), to: folder + "/sites.csv")
      let run = try Program.run(
        "density", points, "-o", folder + "/at.svg", "--bandwidth", "500", "--at", points)
      #expect(run.status == 65)
      #expect(run.error.contains(".svg") && run.error.contains(".gpkg"))
    }
  }
}
