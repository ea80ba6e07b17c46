import Foundation
import Testing

@testable import Geo

/// Results of esda 2.9.0 over sample data of GeoDa, which stand beside the repository.
struct ExpectedStatistics: Sendable, CustomTestStringConvertible {
  let name: String
  let layer: String
  let contiguity: SpatialWeights.Contiguity

  var testDescription: String { name }

  static let layers = [
    ExpectedStatistics(
      name: "columbus_CRIME_queen", layer: "columbus.shp", contiguity: .queen),
    ExpectedStatistics(
      name: "columbus_CRIME_rook", layer: "columbus.shp", contiguity: .rook),
    ExpectedStatistics(
      name: "sids2_SIDR79_queen", layer: "sids2.shp", contiguity: .queen),
    ExpectedStatistics(
      name: "chicago_vehicles_count_queen", layer: "chicagocomm.shp",
      contiguity: .queen),
  ]
  static let tables =
    layers.map(\.name) + ["chicago_grid3km_count_queen"]

  static func path(_ name: String) throws -> String {
    try #require(ReferenceDataTests.folder) + "/statistics/" + name
  }

  /// The rows of a table without its headings.
  static func lines(_ name: String) throws -> [String] {
    let text = try String(contentsOfFile: path("expected/\(name).csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map(String.init)
  }

  /// The columns of a table by heading.
  static func columns(_ name: String) throws -> [String: [Double]] {
    let text = try String(contentsOfFile: path("expected/\(name).csv"), encoding: .utf8)
    let headings = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    let lines = try lines(name).map { $0.split(separator: ",").map(String.init) }
    var columns: [String: [Double]] = [:]
    for (place, heading) in headings.enumerated() {
      columns[heading] = try lines.map { try #require(Double($0[place])) }
    }
    return columns
  }

  static func column(_ name: String, of table: [String: [Double]]) throws -> [Double] {
    try #require(table[name])
  }

  static func weights(_ name: String) throws -> SpatialWeights {
    let text = try String(contentsOfFile: path("expected/\(name).gal"), encoding: .utf8)
    let read = try WeightsText(reading: text, as: .gal)
    return try read.weights(of: (0..<read.count).map(String.init))
  }

  func areas() throws -> [MultiPolygon] {
    var reader = try VectorReader(path: Self.path("inputs/" + layer))
    var areas: [MultiPolygon] = []
    while let feature = try reader.next() {
      if case .area(let area)? = feature.geometry { areas.append(area) }
    }
    return areas
  }
}

/// True if numbers agree to a share of the larger.
func agree(_ found: Double, _ wanted: Double, _ tolerance: Double) -> Bool {
  abs(found - wanted) <= tolerance * max(1, abs(wanted))
}
