import Foundation
import Geo
import Testing

@Suite struct DensityContoursTests {
  private static var table: String {
    let rows = (0..<200).map { "\(450_000 + $0 * 37 % 2000),\(4_200_000 + $0 * 91 % 1700)" }
    return (["x,y"] + rows).joined(separator: "\n") + "\n"
  }

  /// The features of a layer of contours.
  private func features(_ arguments: [String]) throws -> [Feature] {
    var features: [Feature] = []
    try inTemporaryFolder { folder in
      let file = try write(Self.table, to: folder + "/p.csv")
      let run = try Program.run(
        ["density", file, "-o", folder + "/c.gpkg", "--bandwidth", "800", "--cell", "50", "--from"]
          + ["EPSG:32650", "--json"] + arguments)
      try #require(run.status == 0, "\(run.error)")
      var reader = try VectorReader(path: folder + "/c.gpkg", layer: "contours")
      #expect(reader.fields.map(\.name) == ["class", "from", "to", "label"])
      while let feature = try reader.next() { features.append(feature) }
      #expect(try run.json()["contours"] as? Int == features.count)
    }
    return features
  }

  @Test(arguments: ["doubling", "equal", "quantile"])
  func `seven classes are valid areas that meet`(breaks: String) throws {
    let features = try features(["--contours", "7", "--breaks", breaks])
    #expect(features.map { $0.values[0] } == (1...7).map { .integer($0) })
    for (one, next) in zip(features, features.dropFirst()) {
      #expect(one.values[2] == next.values[1])
    }
    for feature in features {
      guard case .area(let area)? = feature.geometry else { throw CocoaError(.coderInvalidValue) }
      #expect(GeometryRepair.isValid(area).isValid)
    }
    if breaks == "doubling" {
      for feature in features {
        guard case .real(let from) = feature.values[1], case .real(let to) = feature.values[2]
        else {
          throw CocoaError(.coderInvalidValue)
        }
        #expect(abs(to / from - 2) < 1e-12)
      }
    }
  }

  @Test func `levels are taken as given, and those above everything have no area`() throws {
    let features = try features(["--levels", "10,20.5,1e9"])
    #expect(features.map { $0.values[3] } == [.text("10 – 20.5"), .text("20.5 – 1000000000")])
  }

  @Test func `what cannot be drawn is told`() throws {
    try inTemporaryFolder { folder in
      let file = try write(Self.table, to: folder + "/p.csv")
      for (arguments, status, text) in [
        (["-o", folder + "/c.tif", "--contours", "7"], 64, "polygons"),
        (["-o", folder + "/c.csv", "--levels", "1"], 64, "polygons"),
        (["-o", folder + "/c.gpkg", "--contours", "0"], 64, "--contours"),
        (["-o", folder + "/c.gpkg", "--levels", "2,1"], 64, "--levels"),
        (["-o", folder + "/c.gpkg", "--levels", "1", "--contours", "7"], 64, "take one"),
        (["-o", folder + "/c.gpkg", "--contours", "7", "--at", file], 64, "--at"),
        (["-o", folder + "/c.gpkg", "--breaks", "equal"], 64, "--contours"),
        (["-o", folder + "/c.gpkg", "--levels", "1e9"], 65, "highest value"),
      ] {
        let run = try Program.run(
          ["density", file, "--bandwidth", "800", "--from", "EPSG:32650"] + arguments)
        #expect(run.status == Int32(status), "\(arguments): \(run.error)")
        #expect(run.error.contains(text), "\(arguments): \(run.error)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/c.gpkg"))
    }
  }
}
