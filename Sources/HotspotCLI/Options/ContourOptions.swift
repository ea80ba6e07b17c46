import ArgumentParser
import Geo

/// Contours instead of cells.
struct ContourOptions: ParsableArguments {
  @Option(help: "Areas between contours instead of cells: how many classes, as 7.")
  var contours: Int?
  @Option(help: "How --contours finds levels: doubling, equal or quantile.")
  var breaks: IsobandLevels?
  @Option(help: "Areas between contours at these levels, as 0.5,1,2.") var levels: LevelList?

  /// What was asked for; nil for cells.
  var choice: ContourChoice? {
    if let levels { return .levels(levels.levels) }
    return contours.map { .classes($0, breaks ?? .doubling) }
  }

  func validate() throws {
    guard contours == nil || levels == nil else {
      throw ValidationError("--contours finds levels, --levels gives them: take one.")
    }
    guard contours.map({ (1...100).contains($0) }) ?? true else {
      throw ValidationError("--contours is a number of classes from 1 to 100.")
    }
    guard breaks == nil || contours != nil else {
      throw ValidationError("--breaks says how --contours finds levels: give both.")
    }
  }
}
