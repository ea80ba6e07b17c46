import CampaignData
import Geo

/// Puts a city's sites on the ground: crowded in hot cells, scattered around townships' places.
struct SiteLayout {
  let ground: DemoTerritory
  let hotCells: HotCellMap
  /// The part of a city's sites that lies in its hot cells: some 40 in each.
  private static let hotShare = 0.7

  /// The sites of one city.
  func sites(ofCity city: Int, seed: UInt64) -> [DemoSite] {
    let quota = ground.quotas[city]
    var random = DemoRandom(seed: seed, stream: "sites " + quota.city.code)
    let inHotCells = Int((Double(quota.sites) * Self.hotShare).rounded())
    var places: [(place: Coordinate, township: Int)] = []
    let cells = hotCells.cellsOfCity[city]
    let weights = cells.map { _ in 0.35 + random.unit() + 1.2 * random.unit() * random.unit() }
    for (cell, count) in zip(cells, apportion(inHotCells, by: weights)) {
      crowd(count, into: hotCells.cells[cell], city, &places, &random)
    }
    let townships = ground.counties.filter { $0.city == city }.flatMap { Array($0.townships) }
    let sizes = townships.map {
      random.between(0.5, 1.5) * Double(ground.townships[$0].quads.count).squareRoot()
    }
    for (township, count) in zip(townships, apportion(quota.sites - inHotCells, by: sizes)) {
      for _ in 0..<count { places.append(scattered(around: township, &random)) }
    }
    let character = SiteCharacter(city: quota.city, seed: seed)
    return places.map { place, township in
      let hotCell = hotCells.cell(at: place)
      return character.site(
        at: place, township: township, kindOfTownship: ground.townships[township].kind,
        hotCell: hotCell, random: &random)
    }
  }

  /// Puts sites around two middles in a cell, and anywhere in it where they would fall outside.
  private func crowd(
    _ count: Int, into cell: HotCellMap.HotCell, _ city: Int,
    _ places: inout [(place: Coordinate, township: Int)], _ random: inout DemoRandom
  ) {
    let square = EqualAreaGrid().envelope(of: cell.id)
    let middles = (0..<2).map { _ in
      Coordinate(
        square.minX + square.width * random.between(0.2, 0.8),
        square.minY + square.height * random.between(0.2, 0.8))
    }
    for _ in 0..<count {
      var spot: (place: Coordinate, township: Int)?
      for attempt in 0..<30 where spot == nil {
        let middle = middles[random.below(2)]
        let aim =
          attempt < 6
          ? Coordinate(middle.x + 480 * random.normal(), middle.y + 480 * random.normal())
          : Coordinate(
            random.between(square.minX, square.maxX), random.between(square.minY, square.maxY))
        guard let found = spotOnGround(aim), square.contains(found.place),
          ground.city(ofTownship: found.township) == city
        else { continue }
        spot = found
      }
      if let spot { places.append(spot) } else { places.append(anywhere(inCity: city, &random)) }
    }
  }

  /// A place near a township's main place, or anywhere in the township.
  func scattered(
    around township: Int, _ random: inout DemoRandom
  ) -> (place: Coordinate, township: Int) {
    let area = ground.townships[township]
    if random.chance(0.65) {
      let middle = ground.mesh.centre(of: area.middle)
      let aim = Coordinate(
        middle.x + 1000 * random.normal(), middle.y + 1000 * random.normal())
      if let spot = spotOnGround(aim), spot.township == township { return spot }
    }
    let quad = random.pick(area.quads)
    return (ground.mesh.position(in: quad, random.unit(), random.unit()), township)
  }

  /// A place anywhere in a city.
  func anywhere(
    inCity city: Int, _ random: inout DemoRandom
  ) -> (place: Coordinate, township: Int) {
    let counties = ground.counties.filter { $0.city == city }
    let county = counties[random.below(counties.count)]
    let township = county.townships.lowerBound + random.below(county.townships.count)
    let quad = random.pick(ground.townships[township].quads)
    return (ground.mesh.position(in: quad, random.unit(), random.unit()), township)
  }

  private func spotOnGround(_ aim: Coordinate) -> (place: Coordinate, township: Int)? {
    guard let moved = ground.mesh.moved(aim), ground.townshipOfQuad[moved.quad] >= 0 else {
      return nil
    }
    return (moved.position, Int(ground.townshipOfQuad[moved.quad]))
  }
}
