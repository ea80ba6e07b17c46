/// Which windows a scan statistic tries, and how it tells them from chance.
public struct ScanSettings: Sendable, Hashable {
  /// What is taken for chance.
  public var model = ScanModel.poisson
  /// Which windows count.
  public var direction = ScanDirection.high
  /// The outlines tried around each area.
  public var shapes = [ScanShape.circle]
  /// How strongly long ellipses are disfavoured: 0 not at all, 0.5 as SaTScan does, 1 strongly.
  public var penalty = 0.0
  /// The largest part of the population in a window.
  public var maxShare = 0.5
  /// The longest half axis of a window, in the unit of the places.
  public var maxRadius = Double.infinity
  /// The fewest cases in a window with more than expected.
  public var minCases = 1.0
  /// The largest part of the slices in a window of some slices.
  public var maxTimeShare = 0.5
  /// Only windows that end with the last slice: clusters that are still there.
  public var isProspective = false
  /// Also windows of all areas and some slices.
  public var includesTemporal = false
  /// How many replications are drawn.
  public var replications = 999
  /// Stop once so many replications were as high as the most likely cluster; nil never.
  public var stopAfter: Int?
  /// The seed; the same one gives the same p, whatever the number of threads.
  public var seed: UInt64 = 1
  /// On how many threads; 0 takes all cores.
  public var threads = 2

  /// The usual ones.
  public init() {}

  /// The intervals of slices in windows.
  func intervals(slices: Int) -> [Range<Int>] {
    guard slices > 1 else { return [0..<1] }
    let longest = max(1, Int((Double(slices) * maxTimeShare + 1e-9).rounded(.down)))
    return (0..<slices).flatMap { start in
      (start + 1...slices).filter { end in
        end - start <= longest && (!isProspective || end == slices)
      }.map { start..<$0 }
    }
  }

  /// 1 for windows with more cases than expected, -1 for those with fewer.
  var signs: [Double] {
    switch direction {
    case .high: [1]
    case .low: [-1]
    case .both: [1, -1]
    }
  }
}
