import ArgumentParser
import Geo

/// What coordinates mean, as named on the command line: a datum or a coordinate system.
enum PlaceReference: Sendable, Hashable, ExpressibleByArgument {
  /// Longitude and latitude in a datum of maps used in China.
  case datum(Datum)
  /// A coordinate system that PROJ knows.
  case system(CoordinateSystem)

  /// Reads `gcj02`, `bd09`, `wgs84`, `cgcs2000`, or what PROJ knows, as in `EPSG:4547`.
  init?(argument: String) {
    if let datum = Datum(rawValue: argument.lowercased().filter { $0 != "-" }) {
      self = .datum(datum)
      return
    }
    // PROJ also takes names, those of other planets too: a word alone is more likely mistyped.
    guard argument.contains(where: { ":[+".contains($0) }) else { return nil }
    guard let system = try? CoordinateSystem(argument) else { return nil }
    self = .system(system)
  }

  static let allValueStrings = Datum.allCases.map(\.rawValue) + ["EPSG:n"]

  /// True for the shifted positions of web maps, which no coordinate system stands for.
  var isShifted: Bool {
    self == .datum(.gcj02) || self == .datum(.bd09)
  }

  /// Whether positions are longitude and latitude.
  var isGeographic: Bool {
    if case .system(let system) = self { return system.isGeographic }
    return true
  }

  /// The coordinate system of files in it; nil for shifted positions, which have none.
  var outputSystem: CoordinateSystem? {
    switch self {
    case .datum(.wgs84): .wgs84
    case .datum(.cgcs2000): .cgcs2000
    case .datum: nil
    case .system(let system): system
    }
  }

  /// The name to show.
  var name: String {
    switch self {
    case .datum(.gcj02): "GCJ-02"
    case .datum(.bd09): "BD-09"
    case .datum(.wgs84): "WGS-84"
    case .datum(.cgcs2000): "CGCS2000"
    case .system(let system): system.description
    }
  }
}

extension PlaceReference: CustomStringConvertible {
  /// The spelling on the command line.
  var description: String {
    switch self {
    case .datum(let datum): datum.rawValue
    case .system(let system): system.definition
    }
  }
}
