import ArgumentParser
import Geo

/// Which contours to draw of a density.
enum ContourChoice: Sendable, Hashable {
  /// So many classes, between levels found from the values.
  case classes(Int, IsobandLevels)
  /// Levels as given, rising.
  case levels([Double])
}

/// Levels separated by commas.
struct LevelList: Sendable, Hashable, ExpressibleByArgument {
  let levels: [Double]

  /// Reads numbers that rise.
  init?(argument: String) {
    let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0)
    }
    levels = numbers.compactMap(\.self)
    guard levels.count == numbers.count, !levels.isEmpty, levels.allSatisfy(\.isFinite),
      zip(levels, levels.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
  }
}
