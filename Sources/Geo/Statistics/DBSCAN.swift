/// Clusters of points that lie close together, by density.
///
/// A point with at least so many points within a radius, itself included, is a core point. Core
/// points within the radius of each other are of one cluster; other points within the radius of a
/// core point are its border, all others noise. Source: Ester, Kriegel, Sander and Xu 1996, A
/// density-based algorithm for discovering clusters; exact by cells as in Gunawan 2013. Labels and
/// their numbers are those of scikit-learn.
public struct DBSCAN: Sendable, Hashable {
  /// The radius, its border included, in the unit of the coordinates.
  public let radius: Double
  /// How many points within the radius make a core point, itself included.
  public let minPoints: Int

  /// What became of each point, in the order given.
  public struct Result: Sendable, Hashable {
    /// The cluster of each point from 0, by the first core point of each; -1 is noise.
    public let labels: [Int32]
    /// Whether each is a core point.
    public let isCore: [Bool]
    /// How many clusters there are.
    public let clusterCount: Int

    /// How many points are in none.
    public var noiseCount: Int { labels.count { $0 < 0 } }
  }

  /// Why points cannot be clustered.
  public enum Failure: Error, Sendable, Hashable {
    /// More points than a 32-bit number counts.
    case tooMany
    /// The points spread over more than 2^28 radii, where positions are no longer told apart.
    case tooWide
  }

  /// Names radius and number.
  ///
  /// - Precondition: both are positive, the radius finite.
  public init(radius: Double, minPoints: Int) {
    precondition(radius > 0 && radius.isFinite && minPoints > 0)
    self.radius = radius
    self.minPoints = minPoints
  }

  /// Clusters positions given as two columns of the same length (the shorter one counts).
  ///
  /// Positions that are not finite are noise. O(n log n) for all but made-up layouts, some 70 bytes
  /// a point and more where thousands are in reach of each other; one thread.
  public func clusters(xs: [Double], ys: [Double]) throws(Failure) -> Result {
    let count = min(xs.count, ys.count)
    guard count < Int(Int32.max) else { throw .tooMany }
    guard let cells = RadiusCells(xs: xs, ys: ys, radius: radius) else { throw .tooWide }
    let core = coreFlags(cells)
    let labels = CellClusters(cells, core: core, radius: radius).labels()
    var result = [Int32](repeating: -1, count: count)
    var isCore = [Bool](repeating: false, count: count)
    for place in 0..<cells.count {
      let point = Int(cells.ids.base[place])
      result[point] = labels.base[place]
      isCore[point] = core.base[place]
    }
    return Result(
      labels: result, isCore: isCore,
      clusterCount: Int(result.max() ?? -1) + 1)
  }

  /// Which points, in the order of cells, are core points.
  private func coreFlags(_ cells: RadiusCells) -> AlignedColumn<Bool> {
    let core = AlignedColumn(repeating: false, count: cells.count)
    var crowds = CrowdedCores(cells, radius: radius, minPoints: minPoints)
    cells.forEachNeighbourhood { cell, rows in
      let members = cells.members(cell)
      if members.count >= minPoints {
        for point in members { core.base[point] = true }
        return
      }
      let near = rows.reduce(0) { $0 + cells.points($1).count }
      guard near >= minPoints else { return }
      guard !CrowdedCores.isWorthwhile(members: members.count, near: near) else {
        crowds.mark(members, rows, in: core)
        return
      }
      for point in members { core.base[point] = hasEnough(point, rows, cells) }
    }
    return core
  }

  /// Whether a point is a core point.
  private func hasEnough(
    _ point: Int, _ rows: UnsafeBufferPointer<Range<Int>>, _ cells: RadiusCells
  ) -> Bool {
    let x = cells.xs.base[point]
    let y = cells.ys.base[point]
    var found = 0
    for row in rows {
      let points = cells.points(row)
      guard points.count > 64 else {
        found += cells.count(points, within: radius, x, y)
        if found >= minPoints { return true }
        continue
      }
      // Crowded: whole cells are counted or left out by their borders.
      for cell in row {
        switch cells.relation(of: cell, x, y) {
        case .inside: found += cells.members(cell).count
        case .outside: continue
        case .crossed:
          found += cells.count(
            cells.members(cell), within: radius, x, y, enough: minPoints - found)
        }
        if found >= minPoints { return true }
      }
    }
    return false
  }
}
