import Geo
import Testing

@testable import Publishing

/// GDAL's MVT driver reads what we wrote.
@Suite struct TileReadBackTests {
  @Test func `GDAL reads names, identifiers, properties and places`() throws {
    let places = [Coordinate(116.39, 39.91), Coordinate(116.42, 39.95)]
    let tile = try #require(TileAddress(zoom: 10, x: 843, y: 387))
    var points = TileCutter("sites", in: tile)
    points.add(
      0..<2, of: TileShapes(places.map { .point($0) }, kind: .point),
      [
        .init("name") { .text("厂\($0)") }, .init("number") { .integer(Int64($0) - 1) },
        .init("chance") { .real(Double($0) / 4) },
      ])
    var areas = TileCutter("cells", in: tile)
    let ring = Envelope(minX: 116.2, minY: 39.8, maxX: 116.5, maxY: 40).border()
    areas.add(
      [6],
      of: TileShapes(
        [Geometry?](repeating: nil, count: 6) + [.area(MultiPolygon([Polygon(exterior: ring)]))],
        kind: .area), [])
    let folder = MemoryFolder()
    try folder.put(points.bytes() + areas.bytes(), as: "10-843-387.pbf")
    let path = "MVT:\(folder.path)/10-843-387.pbf"
    let names = try VectorReader.layers(path: path).map(\.name)
    #expect(names == ["sites", "cells"])
    let options = ["X": "843", "Y": "387", "Z": "10"]
    var reader = try VectorReader(path: path, layer: "sites", openOptions: options)
    let fields = reader.fields.map(\.name)
    for place in places.indices {
      let feature = try #require(try reader.next())
      let values = Dictionary(uniqueKeysWithValues: zip(fields, feature.values))
      #expect(values["name"] == .text("厂\(place)"))
      #expect(values["number"] == .integer(Int64(place) - 1))
      #expect(values["chance"] == .real(Double(place) / 4))
      #expect(values["mvt_id"] == .integer(Int64(place + 1)))
    }
    #expect(try reader.next() == nil)
  }
}
