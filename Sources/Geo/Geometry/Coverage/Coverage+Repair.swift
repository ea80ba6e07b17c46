extension Coverage {
  /// The layer with overlaps and gaps within limits gone and borders with the same corners on both
  /// sides.
  ///
  /// An overlap goes to the holder with the longest border along it (of equal ones the first of the
  /// layer), but first to a holder that has no other ground, the smallest such: an enclave drawn
  /// over its surroundings is cut out of them. A gap goes to the neighbour with the longest border,
  /// and so does the ground of open slits below the limit of width. Corners elsewhere keep their
  /// bits, areas without faults their rings.
  ///
  /// Throws `swallowed` if nothing would be left of an area that had ground. O(n), longer where
  /// many overlaps hang together.
  public func repaired(
    closing limits: GapLimits, in measure: GroundMeasure
  ) throws(CoverageError) -> CoverageRepair {
    let slits = limits.width.map { openSlits(narrowerThan: $0, in: measure) } ?? []
    guard slits.isEmpty else {
      let fillers = slits.flatMap(\.ground).map { MultiPolygon([$0]) }
      return try Coverage(areas, fillers: fillers).resolved(closing: limits, in: measure)
    }
    return try resolved(closing: limits, in: measure)
  }

  /// The repair, open slits apart.
  private func resolved(
    closing limits: GapLimits, in measure: GroundMeasure
  ) throws(CoverageError) -> CoverageRepair {
    let decided = FaceOwners(of: self, closing: limits, in: measure)
    let rebuilding = rebuilding(decided)
    let rebuilt = OwnedRegions(arrangement, owners: decided.owners, of: rebuilding)
    let hasGround = hasGround
    var result = areas
    var swallowed: [Int] = []
    for (number, isRebuilt) in rebuilding.enumerated() where isRebuilt && hasGround[number] {
      result[number] = rebuilt.area(Int32(truncatingIfNeeded: number), like: areas[number])
      if result[number].polygons.isEmpty { swallowed.append(number) }
    }
    guard swallowed.isEmpty else { throw .swallowed(areas: swallowed) }
    func tally(_ faces: [Int32]) -> CoverageRepair.Tally {
      CoverageRepair.Tally(count: faces.count, area: decided.area(of: faces))
    }
    return CoverageRepair(
      areas: result, changed: rebuilding.indices.filter { rebuilding[$0] },
      overlaps: tally(decided.overlaps), closedGaps: tally(decided.closedGaps),
      openGaps: tally(decided.openGaps))
  }

  /// The areas that hold a face; others are empty, or lines folded onto themselves.
  private var hasGround: [Bool] {
    var hasGround = [Bool](repeating: false, count: areas.count)
    for face in 0..<Int32(truncatingIfNeeded: arrangement.faceCount) {
      for holder in holders(of: face) { hasGround[Int(holder)] = true }
    }
    return hasGround
  }

  /// The areas whose lines were cut, or that gain or lose a face.
  private func rebuilding(_ decided: FaceOwners) -> [Bool] {
    var rebuilding = isChanged
    for face in decided.overlaps {
      for holder in holders(of: face) { rebuilding[Int(holder)] = true }
    }
    for face in decided.closedGaps { rebuilding[Int(decided.owners[Int(face)])] = true }
    return rebuilding
  }
}
