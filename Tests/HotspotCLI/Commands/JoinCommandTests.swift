import Foundation
import Geo
import Testing

@Suite struct JoinCommandTests {
  private let squares = """
    {"type":"FeatureCollection","name":"towns","features":[
    {"type":"Feature","properties":{"code":"01","name":"甲"},"geometry":{"type":"Polygon",
     "coordinates":[[[114,38],[115,38],[115,39],[114,39],[114,38]]]}},
    {"type":"Feature","properties":{"code":"02","name":"乙"},"geometry":{"type":"Polygon",
     "coordinates":[[[115,38],[116,38],[116,39],[115,39],[115,38]]]}},
    {"type":"Feature","properties":{"code":"03","name":"丙"},"geometry":{"type":"Polygon",
     "coordinates":[[[115.5,38],[116.5,38],[116.5,39],[115.5,39],[115.5,38]]]}}]}
    """
  private let table = """
    id,经度,纬度,name
    1,114.5,38.5,a
    2,115,38.5,"b, c"
    3,117,38.5,d
    4,,,e
    5,x,38,f
    6,115.7,38.2,g
    7,115.7,38.2
    8,115.7,38.2,h,i

    """

  @Test func `every row of a table is kept with its polygon's columns, odd ones are counted`()
    throws
  {
    try inTemporaryFolder { folder in
      let towns = try write(squares, to: folder + "/towns.geojson")
      let points = try write(table, to: folder + "/points.csv")
      let output = folder + "/out.csv"
      let run = try Program.run("join", points, towns, "-o", output)
      #expect(run.status == 0)
      #expect(run.output == output + "\n")
      #expect(
        run.error.contains(
          "read 8 = inside 4 + outside 1 + no position 1 + unreadable position 1 + rejected 1"))
      let text = try String(contentsOfFile: output, encoding: .utf8)
      #expect(
        text == """
          id,经度,纬度,name,code,towns_name
          1,114.5,38.5,a,01,甲
          2,115,38.5,"b, c",02,乙
          3,117,38.5,d,,
          4,,,e,,
          5,x,38,f,,
          6,115.7,38.2,g,02,乙
          7,115.7,38.2,,02,乙

          """)
      let rejects = try String(contentsOfFile: folder + "/out.rejects.csv", encoding: .utf8)
      #expect(rejects.contains("8,1 more fields than headings,\"8,115.7,38.2,h,i\""))
      // What is there already, rejected rows too, is not replaced unasked.
      try FileManager.default.removeItem(atPath: output)
      let again = try Program.run("join", points, towns, "-o", output)
      #expect(again.status == 73)
      #expect(again.error.contains("out.rejects.csv"))
      #expect(!FileManager.default.fileExists(atPath: output))
      #expect(try String(contentsOfFile: folder + "/out.rejects.csv", encoding: .utf8) == rejects)
    }
  }

  @Test func `columns can be chosen, and all holders of a point asked for`() throws {
    try inTemporaryFolder { folder in
      let towns = try write(squares, to: folder + "/towns.geojson")
      let points = try write("x,y\n115.7,38.2\n114.1,38.1\n", to: folder + "/points.csv")
      let run = try Program.run(
        "join", points, towns, "-o", folder + "/out.csv", "--columns", "code", "--all")
      #expect(run.status == 0)
      #expect(
        try String(contentsOfFile: folder + "/out.csv", encoding: .utf8)
          == "x,y,code\n115.7,38.2,02\n115.7,38.2,03\n114.1,38.1,01\n")
      let unknown = try Program.run(
        "join", points, towns, "-o", folder + "/no.csv", "--columns", "kode")
      #expect(unknown.status == 64)
      #expect(unknown.error.contains("code, name"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/no.csv"))
    }
  }

  @Test func `a table becomes points of a GeoPackage, and those are joined again`() throws {
    try inTemporaryFolder { folder in
      let towns = try write(squares, to: folder + "/towns.geojson")
      let points = try write(table, to: folder + "/points.csv")
      let layer = folder + "/points.gpkg"
      let first = try Program.run("join", points, towns, "-o", layer, "--columns", "code", "--json")
      #expect(try first.json()["inside"] as? Int == 5)
      let second = try Program.run("join", layer, towns, "-o", folder + "/again.fgb", "--json")
      #expect(try second.json()["inside"] as? Int == 5)
      // FlatGeobuf cannot hold what has no place; that is told.
      #expect(try second.json()["rejected"] as? Int == 2)
      #expect(second.error.contains("FlatGeobuf"))
      let third = try Program.run("join", layer, towns, "-o", folder + "/again.gpkg", "--json")
      #expect(try third.json()["blank"] as? Int == 2)
      var reader = try VectorReader(path: layer)
      #expect(reader.crs?.isSame(as: .wgs84) == true)
      var codes: [FieldValue] = []
      try reader.forEach { codes.append($0.values[4]) }
      #expect(
        codes == [
          .text("01"), .text("02"), .null, .null, .null, .text("02"), .text("02"), .text("02"),
        ])
    }
  }

  @Test func `points in GCJ-02 find their polygon, and come out as WGS-84`() throws {
    try inTemporaryFolder { folder in
      // Between the true place, in 01, and the shifted one, in 02, runs the border at 115.
      let towns = try write(squares, to: folder + "/towns.geojson")
      let shifted = Datum.gcj02.fromWGS84(Coordinate(114.998, 38.5))
      #expect(shifted.x > 115)
      let points = try write("lon,lat\n\(shifted.x),\(shifted.y)\n", to: folder + "/p.csv")
      let run = try Program.run(
        "join", points, towns, "-o", folder + "/out.geojson", "--from", "gcj02", "--columns", "code"
      )
      #expect(run.status == 0)
      var reader = try VectorReader(path: folder + "/out.geojson")
      let feature = try #require(try reader.next())
      #expect(feature.values.last == .text("01"))
      guard case .point(let place) = feature.geometry else {
        Issue.record("no point")
        return
      }
      #expect(abs(place.x - 114.998) < 1e-6)
    }
  }

  @Test func `degrees among polygons in metres are transformed or told`() throws {
    try inTemporaryFolder { folder in
      let towns = try write(squares, to: folder + "/towns.geojson")
      let metres = folder + "/towns.gpkg"
      #expect(try Program.run("convert", towns, "-o", metres, "--to", "EPSG:32650").status == 0)
      let degrees = try write("lon,lat\n114.5,38.5\n", to: folder + "/degrees.csv")
      let run = try Program.run("join", degrees, metres, "-o", folder + "/a.csv", "--json")
      #expect(try run.json()["inside"] as? Int == 1)
      let planar = try write("x,y\n114.5,38.5\n", to: folder + "/planar.csv")
      let told = try Program.run("join", planar, metres, "-o", folder + "/b.csv")
      #expect(told.status == 65)
      #expect(told.error.contains("look like degrees") && told.error.contains("--from"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/b.csv"))
    }
  }

  @Test func `points outside get the nearest polygon on the ground, not in degrees`() throws {
    try inTemporaryFolder { folder in
      let towns = try write(squares, to: folder + "/towns.geojson")
      // 0.1 degrees west of 01 are 8.7 km, 0.1 north of it 11.1 km.
      let text = "id,lon,lat\nwest,113.9,38.5\nnorth,114.5,39.1\nfar,100,38\nin,114.5,38.5\n"
      let points = try write(text, to: folder + "/points.csv")
      for ending in ["csv", "gpkg"] {
        let run = try Program.run(
          "join", points, towns, "-o", folder + "/out." + ending, "--columns", "code",
          "--nearest", "10000", "--json")
        #expect(try run.json()["near"] as? Int == 1)
        #expect(try run.json()["outside"] as? Int == 3)
      }
      let lines = try String(contentsOfFile: folder + "/out.csv", encoding: .utf8).split(
        separator: "\n")
      #expect(lines[0] == "id,lon,lat,code,distance_m")
      let west = try #require(Double(lines[1].split(separator: ",").last ?? ""))
      #expect(abs(west - 8_720) < 30)
      #expect(lines[2] == "north,114.5,39.1,,")
      #expect(lines[4] == "in,114.5,38.5,01,0")
    }
  }

  @Test func `swapped columns and swapped files are told`() throws {
    try inTemporaryFolder { folder in
      let towns = try write(squares, to: folder + "/towns.geojson")
      let swapped = try write("lat,lon\n114.5,38.5\n", to: folder + "/swapped.csv")
      let first = try Program.run("join", swapped, towns, "-o", folder + "/a.csv")
      #expect(first.status == 65)
      #expect(first.error.contains("swapped"))
      let second = try Program.run("join", towns, swapped, "-o", folder + "/a.csv")
      #expect(second.status == 65)
      #expect(second.error.contains("Points come first"))
    }
  }
}
