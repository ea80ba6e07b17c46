import Foundation
import Geo
import Testing

@Suite struct GridCommandTests {
  /// Features of GeoJSON with a code, a city and a rectangle in degrees.
  private func layer(_ boxes: [(code: String, city: String, box: Envelope)]) -> String {
    let features = boxes.map { code, city, box in
      let ring = box.border().map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"code":"\(code)","city":"\(city)"},\
        "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
        """
    }
    return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
  }

  private var three: String {
    layer([
      ("a", "x", Envelope(minX: 114.5, minY: 38, maxX: 114.6, maxY: 38.1)),
      ("b", "x", Envelope(minX: 114.6, minY: 38, maxX: 114.7, maxY: 38.1)),
      ("c", "y", Envelope(minX: 114.5, minY: 38.1, maxX: 114.7, maxY: 38.2)),
    ])
  }

  /// All rows of a layer by column.
  private func rows(_ path: String) throws -> [[String: FieldValue]] {
    var reader = try VectorReader(path: path)
    let names = reader.fields.map(\.name)
    var rows: [[String: FieldValue]] = []
    while let feature = try reader.next() {
      rows.append(Dictionary(zip(names, feature.values)) { first, _ in first })
    }
    return rows
  }

  private func number(_ value: FieldValue?) throws -> Double {
    switch value {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .text(let text): try #require(Double(text))
    default: try #require(nil)
    }
  }

  @Test func `cells cover the polygons, and shares add up to both`() throws {
    try inTemporaryFolder { folder in
      let input = try write(three, to: folder + "/in.geojson")
      let (cells, shares) = (folder + "/grid.gpkg", folder + "/shares.csv")
      let run = try Program.run(
        "grid", input, "-o", cells, "--shares", shares, "--columns", "code,city", "--json")
      #expect(run.status == 0, "\(run.error)")
      let report = try run.json()
      #expect(report["polygons"] as? Int == 3)
      #expect(report["equal_area"] as? Bool == true)
      #expect(abs(try #require(report["relative_difference"] as? Double)) < 1e-12)
      var ofCell: [String: Double] = [:]
      var ofArea: [String: Double] = [:]
      for row in try rows(shares) {
        guard case .text(let cell)? = row["cell_id"], case .text(let code)? = row["code"] else {
          Issue.record("a row without a cell or a code")
          return
        }
        ofCell[cell, default: 0] += try number(row["share_of_cell"])
        ofArea[code, default: 0] += try number(row["share_of_area"])
      }
      #expect(ofArea.count == 3)
      #expect(ofArea.values.allSatisfy { abs($0 - 1) < 1e-12 })
      let written = try rows(cells)
      #expect(written.count == report["cells"] as? Int)
      for row in written {
        guard case .text(let cell)? = row["cell_id"] else { continue }
        #expect(abs(try number(row["covered"]) - (ofCell[cell] ?? 0)) < 1e-12)
        let id = try #require(CellID(cell))
        #expect(row["column"] == .integer(Int64(id.column)))
        #expect(row["row"] == .integer(Int64(id.row)))
      }
      #expect(written.contains { $0["covered"] == .real(1) })
      #expect(try VectorReader(path: cells).crs?.isSame(as: .albersChina) == true)
    }
  }

  @Test func `a cell keeps its name and square when other polygons come`() throws {
    try inTemporaryFolder { folder in
      let far = layer([("z", "z", Envelope(minX: 100, minY: 25, maxX: 100.1, maxY: 25.1))])
      let some = try write(three, to: folder + "/some.geojson")
      let more = try write(
        String(three.dropLast(2)) + ","
          + far.dropFirst(#"{"type":"FeatureCollection","features":["#.count),
        to: folder + "/more.geojson")
      for (input, output) in [(some, "/some.csv"), (more, "/more.csv")] {
        let run = try Program.run("grid", input, "-o", folder + output)
        #expect(run.status == 0, "\(run.error)")
      }
      let first = try String(contentsOfFile: folder + "/some.csv", encoding: .utf8)
        .split(separator: "\n")
      let second = try String(contentsOfFile: folder + "/more.csv", encoding: .utf8)
        .split(separator: "\n")
      #expect(Set(first).isSubset(of: second))
      #expect(second.count > first.count)
    }
  }

  @Test func `shares are summed by the values of columns`() throws {
    try inTemporaryFolder { folder in
      let input = try write(three, to: folder + "/in.geojson")
      for (name, option) in [("/each.csv", "--columns"), ("/by.csv", "--by")] {
        let run = try Program.run(
          "grid", input, "-o", folder + "/grid.fgb", "--overwrite", "--shares", folder + name,
          option, "city")
        #expect(run.status == 0, "\(run.error)")
      }
      func sums(_ name: String) throws -> [String: Double] {
        var sums: [String: Double] = [:]
        for row in try rows(folder + name) {
          sums["\(row["cell_id"] ?? .null) \(row["city"] ?? .null)", default: 0] += try number(
            row["area_m2"])
        }
        return sums
      }
      let (each, by) = (try sums("/each.csv"), try sums("/by.csv"))
      #expect(Set(each.keys) == Set(by.keys))
      #expect(by.allSatisfy { abs($0.value - (each[$0.key] ?? 0)) < 1e-3 })
      #expect(try rows(folder + "/by.csv").count == by.count)
      #expect(try rows(folder + "/each.csv").count > by.count)
    }
  }

  @Test func `sub-cells lie in their cells and make up what cells cover`() throws {
    try inTemporaryFolder { folder in
      let input = try write(three, to: folder + "/in.geojson")
      #expect(try Program.run("grid", input, "-o", folder + "/cells.csv").status == 0)
      #expect(
        try Program.run("grid", input, "-o", folder + "/fine.csv", "--sub-cells").status == 0)
      var sums: [FieldValue: Double] = [:]
      for row in try rows(folder + "/fine.csv") {
        sums[try #require(row["parent_id"]), default: 0] += try number(row["covered"]) / 36
      }
      let cells = try rows(folder + "/cells.csv")
      #expect(cells.count == sums.count)
      for row in cells {
        #expect(abs(try number(row["covered"]) - (sums[try #require(row["cell_id"])] ?? 0)) < 1e-12)
      }
    }
  }

  @Test func `GeoJSON has longitude and latitude, bent sides and shared corners`() throws {
    try inTemporaryFolder { folder in
      let input = try write(three, to: folder + "/in.geojson")
      #expect(try Program.run("grid", input, "-o", folder + "/grid.geojson").status == 0)
      var reader = try VectorReader(path: folder + "/grid.geojson")
      var transformer = try Transformer(from: .wgs84, to: .albersChina)
      var count = 0
      while let feature = try reader.next() {
        guard case .area(let area)? = feature.geometry, case .text(let name) = feature.values[0],
          let id = CellID(name)
        else { continue }
        count += 1
        #expect(area.polygons[0].exterior.count == 17)
        let square = EqualAreaGrid().envelope(of: id)
        for c in try transformer.transform(area).polygons[0].exterior {
          let dx = min((c.x - square.minX).magnitude, (c.x - square.maxX).magnitude)
          let dy = min((c.y - square.minY).magnitude, (c.y - square.maxY).magnitude)
          // Seven decimals of a degree are a centimetre.
          #expect(min(dx, dy) < 0.02)
        }
      }
      #expect(count > 50)
    }
  }

  @Test func `degrees, bare numbers and too many cells are refused with the next step`() throws {
    try inTemporaryFolder { folder in
      let input = try write(three, to: folder + "/in.geojson")
      let output = folder + "/grid.gpkg"
      let table: [(arguments: [String], status: Int32, words: String)] = [
        (["--size", "0.03"], 64, "metres"), (["--size", "0"], 64, "above 0"),
        (["--size=-5"], 64, "above 0"), (["--size", "nan"], 64, "above 0"),
        (["--size", "1"], 64, "million cells"), (["--crs", "EPSG:4326"], 64, "degrees"),
        (["--crs", "wgs84"], 64, "degrees"), (["--crs", "EPSG:2263"], 64, "units"),
        (["--by", "city"], 64, "--shares"),
        (["--shares", output], 64, "same file"),
        (["--shares", folder + "/s.csv", "--columns", "nosuch"], 64, "code, city"),
        (["--from", "EPSG:4547"], 65, "look like degrees"), (["-l", "nosuch"], 64, "layer"),
      ]
      for (arguments, status, words) in table {
        let run = try Program.run(["grid", input, "-o", output] + arguments)
        #expect(run.status == status, "\(arguments): \(run.error)")
        #expect(run.error.contains(words), "\(arguments): \(run.error)")
        #expect(!FileManager.default.fileExists(atPath: output))
      }
    }
  }

  @Test func `what is not equal-area is said`() throws {
    try inTemporaryFolder { folder in
      let input = try write(three, to: folder + "/in.geojson")
      let run = try Program.run(
        "grid", input, "-o", folder + "/grid.gpkg", "--crs", "EPSG:3857", "--json")
      #expect(run.status == 0)
      #expect(try run.json()["equal_area"] as? Bool == false)
      #expect(run.error.contains("not equal-area: areas are 1.6"))
    }
  }
}
