/// The values of features in successive slices of time.
public struct SpaceTimeCube: Sendable, Hashable {
  /// How many features there are.
  public let features: Int
  /// How many slices of time there are.
  public let slices: Int
  /// The values of the first slice, one a feature, then those of the second and so on; NaN for
  /// missing ones.
  public let values: [Double]

  /// Takes slices in the order of time, each with a value for every feature.
  public init(_ slices: [[Double]]) {
    features = slices.first?.count ?? 0
    precondition(slices.allSatisfy { [features] in $0.count == features }, "slices differ in size")
    self.slices = slices.count
    values = slices.flatMap { $0 }
  }

  /// The value of a feature in a slice.
  public func value(_ feature: Int, _ slice: Int) -> Double { values[slice * features + feature] }

  /// How many values are missing, and how many features miss one or more.
  public var missing: (values: Int, features: Int) {
    let gaps = values.count { !$0.isFinite }
    let holders = (0..<features).count { feature in
      (0..<slices).contains { !value(feature, $0).isFinite }
    }
    return (gaps, holders)
  }
}
