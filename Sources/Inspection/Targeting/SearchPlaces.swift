import CampaignData
import Geo

// Where evidence points to a firm that no list has 清单外. A site known only to a locality does not
// count as known here: an invented one would lead away from the place.
extension EvidenceIndex {
  /// Complaints without a known site around, then alerted cells in which nothing is known at all.
  ///
  /// Complaints of one 500 m sub-cell are taken together, at the newest of them.
  func searchPlaces() throws -> [OpenPlace] {
    let facts = snapshot.facts
    let radius = weights.searchRadius
    let horizon = weights.searchDays * 86_400
    let grid = EqualAreaGrid()
    var newest: [SubCellID: Int] = [:]
    for point in complaintNumbers.indices {
      let number = complaintNumbers[point]
      let complaint = facts.complaints[number]
      let age = Double(snapshot.asOf.secondsSince1970 - complaint.receivedAt.secondsSince1970)
      let plane = complaintPlanes[point]
      guard age <= horizon, plane.isFinite, snapshot.complaintTownships[number] >= 0,
        complaint.verified != false, complaint.types.isEmpty || complaint.types.contains("air"),
        !hasSite(near: plane, of: complaint, radius: radius)
      else { continue }
      let subCell = grid.subCell(at: plane)
      if let other = newest[subCell],
        (facts.complaints[other].receivedAt, other) > (complaint.receivedAt, number)
      {
        continue
      }
      newest[subCell] = number
    }
    let searched = newest.values.sorted()
    return complaintSearches(searched) + (try alertSearches(besides: searched))
  }

  private func complaintSearches(_ numbers: [Int]) -> [OpenPlace] {
    let facts = snapshot.facts
    return numbers.compactMap { number in
      guard let position = facts.complaints[number].position else { return nil }
      return OpenPlace(
        place: TargetPlace(
          origin: .complaint(number), cell: snapshot.complaintCells[number]),
        position: position, township: snapshot.complaintTownships[number])
    }
  }

  /// Alerted cells with neither a known site nor a search by complaint: a search at the centre.
  private func alertSearches(besides searched: [Int]) throws -> [OpenPlace] {
    let facts = snapshot.facts
    var hasTarget = [Bool](repeating: false, count: facts.cells.count)
    for (site, cell) in snapshot.siteCells.enumerated()
    where cell >= 0 && facts.sites[site].isIndependent {
      hasTarget[Int(cell)] = true
    }
    for number in searched where snapshot.complaintCells[number] >= 0 {
      hasTarget[Int(snapshot.complaintCells[number])] = true
    }
    let cells = facts.cells.indices.filter { !cellAlerts[$0].isEmpty && !hasTarget[$0] }
    let centres = try CellCentres(facts.cells).positions(of: cells)
    let townships = try PlaceIndex(townships: facts.townships, cells: []).locate(
      longitudes: centres.map(\.x), latitudes: centres.map(\.y)
    ).townships
    return zip(cells, zip(centres, townships)).compactMap { cell, found in
      guard found.1 >= 0 else { return nil }
      return OpenPlace(
        place: TargetPlace(origin: .cell, cell: Int32(cell)), position: found.0,
        township: found.1)
    }
  }

  private func hasSite(
    near plane: Coordinate, of complaint: Complaint, radius: Double
  ) -> Bool {
    guard let position = complaint.position else { return false }
    var found = false
    sites.forEach(within: radius * Plane.margin, of: plane) { site, _ in
      let record = snapshot.facts.sites[site]
      found =
        found
        || (record.isIndependent && Geodesic.distance(position, record.position) <= radius)
    }
    return found
  }
}
