/// The areas between contours of values on a lattice.
///
/// Values change straight along the lattice's lines, and contours are straight within a square of
/// it (marching squares: Lorensen and Cline 1987 in the plane). Where opposite corners of a square
/// are high, they are joined if the saddle of the bilinear surface is (Nielson and Hamann 1991).
/// Bands of one level after the other have the same corners on their common border, cover every
/// square once, and are valid: no ring meets itself, because crossings stay in the order of their
/// levels and at least a ten-thousandth of the spacing from each other and from the lattice's
/// positions. Squares with a corner that is not finite are cut out.
public struct Isobands: Sendable, Hashable {
  /// The lower limits, rising; the band of the last one has no upper limit.
  public let levels: [Double]
  /// The area of each level: where it is reached and the next one is not.
  ///
  /// Exterior rings run counter-clockwise, holes clockwise.
  public let areas: [MultiPolygon]

  /// Draws the bands of values, row by row from the north-west.
  ///
  /// A value that equals a level counts as above it. O(values + corners of the contours).
  /// - Precondition: as many values as positions, levels rising strictly and not NaN.
  public init(_ values: [Double], on lattice: SampleLattice, levels: [Double]) {
    precondition(values.count == lattice.count)
    precondition(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
    self.levels = levels
    let surface = SampledSurface(values, on: lattice, levels: levels)
    let lines = IsobandLines(surface)
    areas = levels.indices.map { band in
      IsobandRings(lines.border(of: band), of: surface).area
    }
  }

  /// The upper limit of a band; nil for the last one.
  public func upperLimit(of band: Int) -> Double? {
    band + 1 < levels.count ? levels[band + 1] : nil
  }
}
