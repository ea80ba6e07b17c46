import Geo
public import Inspection

/// The colour of every team: one and the same on paper, map, phone and in files.
///
/// Teams of a city take the palette in the order of their identifiers, so that adding a team changes
/// no other's colour; teams beyond the palette take the colour whose next team is farthest away.
/// Cities share the palette.
public struct TeamColours: Sendable, Hashable {
  /// Twelve colours that stand out from white and from near black (`#121212`) by 3 to 1 and more, as
  /// WCAG 2.1 asks of graphics, and from each other also where red and green look alike.
  public static let palette: [MapColour] = [
    0xC30F4B, 0x0078D2, 0xF0690F, 0x009678, 0xA52DA5, 0x967800, 0x5A3CFF, 0x785A69, 0xFF4B96,
    0x9687B4, 0xB45AFF, 0xFF00F0,
  ].map { MapColour($0) }

  private var colours: [String: MapColour] = [:]

  /// The colours of teams, whatever their order.
  ///
  /// Takes time in proportion to the teams, times those of a city where it has more than twelve.
  public init(_ teams: [Team]) {
    for city in Dictionary(grouping: teams, by: \.cityCode).values {
      var held: [(place: Int, base: Coordinate)] = []
      for team in city.sorted(by: { $0.id < $1.id }) where colours[team.id] == nil {
        let place =
          held.count < Self.palette.count ? held.count : Self.farthest(from: team.base, held)
        held.append((place, team.base))
        colours[team.id] = Self.palette[place]
      }
    }
  }

  /// A team's colour; the first of the palette for a team that is not among them.
  public func colour(of team: String) -> MapColour { colours[team] ?? Self.palette[0] }

  /// The place in the palette whose nearest holder is farthest from a base; the first of equals.
  private static func farthest(from base: Coordinate, _ held: [(place: Int, base: Coordinate)])
    -> Int
  {
    var nearest = [Double](repeating: .infinity, count: palette.count)
    for other in held where base.isFinite && other.base.isFinite {
      nearest[other.place] = min(nearest[other.place], Geodesic.distance(base, other.base))
    }
    var best = 0
    for place in nearest.indices where nearest[place] > nearest[best] { best = place }
    return best
  }
}
