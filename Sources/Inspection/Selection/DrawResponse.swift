/// What becomes of a round's drawn sites in a plan; the last two are non-response.
public struct DrawResponse: Sendable, Hashable {
  /// Sites drawn.
  public var drawn: Int
  /// Those visited in the round already.
  public var visited = 0
  /// Those with a stop in the plan.
  public var planned = 0
  /// Those that are no site any more.
  public var gone = 0
  /// Those that fit into no day of a team.
  public var unplaced: Int { drawn - visited - planned - gone }

  /// Judges each drawn site once, visits before stops.
  public init(
    _ draw: RoundDraw, visited: Set<String>, planned: Set<String>, sites: Set<String>
  ) {
    drawn = draw.sites.count
    for site in draw.sites {
      if visited.contains(site.siteID) {
        self.visited += 1
      } else if planned.contains(site.siteID) {
        self.planned += 1
      } else if !sites.contains(site.siteID) {
        gone += 1
      }
    }
  }
}
