internal import Geo
internal import Inspection

/// The counties that are loaded, to find the one that holds a position.
struct CountyLocator {
  /// The counties, by code.
  let counties: [CountyArea]
  private let index: PolygonIndex
  private let positions: [String: Int]

  /// Indexes counties; nil if there is none.
  init?(_ counties: [CountyArea]) throws(IndexError) {
    guard !counties.isEmpty else { return nil }
    self.counties = counties
    index = try PolygonIndex(counties.map(\.area))
    var positions: [String: Int] = [:]
    for (position, county) in counties.enumerated() { positions[county.code] = position }
    self.positions = positions
  }

  /// The county that holds each position, -1 outside all.
  func locate(_ coordinates: [Coordinate]) -> [Int] {
    index.locate(xs: coordinates.map(\.x), ys: coordinates.map(\.y)).map(Int.init)
  }

  /// The county that holds a position; nil outside all.
  func locate(_ coordinate: Coordinate) -> Int? { index.locate(coordinate) }

  /// The county with a code, if its border is loaded.
  func position(of code: String) -> Int? { positions[code] }

  /// The nearest county and about how many kilometres its border is away.
  func nearest(_ coordinate: Coordinate) -> (county: CountyArea, kilometres: Double)? {
    guard let found = index.nearest(coordinate) else { return nil }
    // A degree is 111 km north and about 90 km east here: within a tenth is good enough to tell.
    return (counties[found.index], found.distance * 100)
  }
}
