import Foundation
import Geo
import Testing

@Suite struct DetectHotCellsTests {
  @Test func `a list is kept, compared with the last, and changes only what changed`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      let first = try fixture.raster("a.tif", DetectFixture.hill(114.55, 38.05))
      let run = try Program.run(
        "detect", "hot-cells", first, "-w", fixture.workspace, "--count", "5", "--known-at",
        "2018-02-01", "--json")
      try #require(run.status == 0, "\(run.error)")
      let result = try run.json()
      #expect(result["hot"] as? Int == 5 && result["enters"] as? Int == 5)
      let cells = try #require(result["cells"] as? Int)

      let second = try fixture.raster("b.tif", DetectFixture.hill(114.58, 38.05))
      let tried = try Program.run(
        "detect", "hot-cells", second, "-w", fixture.workspace, "--count", "5", "--dry-run",
        "--json")
      let again = try Program.run(
        "detect", "hot-cells", second, "-w", fixture.workspace, "--count", "5", "--known-at",
        "2018-03-01", "--json")
      let counts = try again.json()
      let stays = try #require(counts["stays"] as? Int)
      let enters = try #require(counts["enters"] as? Int)
      #expect(stays > 0 && enters > 0 && stays + enters == 5)
      #expect(counts["leaves"] as? Int == enters)
      #expect(try tried.json()["stays"] as? Int == stays)
      // New versions of the cells that changed alone; a snapshot of before still has the old list.
      let rows = try DetectFixture.rows(fixture.workspace + "/workspace.gpkg", layer: "cells")
      #expect(rows.count == cells + 5 + 2 * enters)
      let before = try Program.run(
        "detect", "hot-cells", first, "-w", fixture.workspace, "--count", "5", "--as-of",
        "2018-02-15", "--dry-run", "--json")
      #expect(try before.json()["stays"] as? Int == 5)
      let same = try Program.run(
        "detect", "hot-cells", second, "-w", fixture.workspace, "--count", "5", "--lang", "en")
      #expect(same.error.contains("Cells with a new version in the workspace: 0"))
    }
  }

  @Test func `cells of a file, ranked by city, go to a file`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      let raster = try fixture.raster("a.tif") { $0.x < 114.6 ? 50 : 80 }
      let box = { (x: Double) in
        "[[[\(x),38.0],[\(x + 0.05),38.0],[\(x + 0.05),38.05],[\(x),38.05],[\(x),38.0]]]"
      }
      let features = [("p", "a", 114.5), ("q", "a", 114.55), ("r", "b", 114.575)].map {
        """
        {"type":"Feature","properties":{"id":"\($0)","city":"\($1)"},"geometry":\
        {"type":"Polygon","coordinates":\(box($2))}}
        """
      }
      let cells = try write(
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#,
        to: folder + "/cells.geojson")
      for name in ["hot.csv", "hot.gpkg"] {
        let run = try Program.run(
          "detect", "hot-cells", raster, "--cells", cells, "--by", "city", "--count", "1", "-o",
          folder + "/" + name)
        try #require(run.status == 0, "\(run.error)")
        let rows = try DetectFixture.rows(folder + "/" + name)
        // Those of city a tie, whatever rounding made of their means.
        #expect(rows.first?["cell_id"] == "r" && Set(rows.map { $0["cell_id"] }).count == 3)
        #expect(rows.map { $0["rank"] } == ["1", "2", "3"])
        // Half of r lies on either side.
        #expect(rows.map { Double($0["mean"] ?? "")?.rounded() } == [65, 50, 50])
      }
    }
  }

  @Test func `a raster in another projection gives the same means`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      // A plane over degrees: its mean over a cell is its value at the cell's middle.
      let raster = try fixture.raster("a.tif") { 100 + 300 * ($0.x - 114.4) + 500 * ($0.y - 37.9) }
      let out = folder + "/all.gpkg"
      let run = try Program.run(
        "detect", "hot-cells", raster, "-w", fixture.workspace, "-o", out, "--all")
      try #require(run.status == 0, "\(run.error)")
      var reader = try VectorReader(path: out)
      let mean = try #require(reader.fields.firstIndex { $0.name == "mean" })
      var count = 0
      while let feature = try reader.next() {
        guard case .area(let area)? = feature.geometry,
          case .real(let value) = feature.values[mean], let middle = area.centroid
        else { continue }
        let expected = 100 + 300 * (middle.x - 114.4) + 500 * (middle.y - 37.9)
        // Pixels are steps of the plane: what is left is their unevenness at the borders.
        #expect(abs(value - expected) < 1)
        count += 1
      }
      #expect(count > 40)
    }
  }

  @Test func `what cannot be used is told with the next step`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      let good = DetectFixture.hill(114.6, 38.1)
      func refusal(_ raster: String, _ options: String...) throws -> Program.Run {
        try Program.run(["detect", "hot-cells", raster, "-w", fixture.workspace] + options)
      }
      let nowhere = try refusal(try fixture.raster("n.tif", crs: nil, good))
      #expect(nowhere.status == 65 && nowhere.error.contains("--from"))
      #expect(try refusal(folder + "/n.tif", "--from", "wgs84", "--dry-run").status == 0)
      let empty = try refusal(try fixture.raster("e.tif") { _ in .nan })
      #expect(empty.status == 65 && empty.error.contains("no values"))
      let far = try refusal(try fixture.raster("f.tif", crs: CoordinateSystem("EPSG:32650"), good))
      #expect(far.status == 65 && far.error.contains("does not cover"))
      let several = try refusal(try fixture.raster("s.tif", bands: 3, good))
      #expect(several.status == 64 && several.error.contains("--band"))
      #expect(try refusal(folder + "/s.tif", "--band", "4").status == 64)
      #expect(try refusal(folder + "/s.tif", "--band", "3", "--dry-run").status == 0)
      let milligrams = try refusal(
        try fixture.raster("m.tif") { good($0) / 1000 }, "--dry-run")
      #expect(milligrams.status == 0 && milligrams.error.contains("--factor 1000"))
      let wild = try refusal(try fixture.raster("u.tif") { good($0) * 100 }, "--dry-run")
      #expect(wild.error.contains("between 0 and 2000"))
      let city = try refusal(folder + "/m.tif", "--city", "Handn")
      #expect(city.status == 64 && city.error.contains("Did you mean handan"))
      #expect(try refusal(folder + "/none.tif").status == 66)
      #expect(try refusal(folder + "/county.geojson").status == 65)
    }
  }
}
