import ArgumentParser

/// What to compute, as named on the command line: a statistic of one column, or emerging hot spots.
enum HotspotsChoice: Sendable, Hashable, ExpressibleByArgument {
  case local(HotspotsMethod)
  case emerging

  /// Reads `gi-star`, `gi`, `moran`, `geary` or `emerging`.
  init?(argument: String) {
    if argument == "emerging" {
      self = .emerging
    } else if let method = HotspotsMethod(rawValue: argument) {
      self = .local(method)
    } else {
      return nil
    }
  }

  static let allValueStrings = HotspotsMethod.allCases.map(\.rawValue) + ["emerging"]
}

extension HotspotsChoice: CustomStringConvertible {
  /// The spelling on the command line.
  var description: String {
    switch self {
    case .local(let method): method.rawValue
    case .emerging: "emerging"
    }
  }
}
