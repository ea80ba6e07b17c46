import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct TeamColoursTests {
  @Test func `every colour is readable on white and on near black, and its number on it`() {
    let (white, dark) = (MapColour(0xFFFFFF), MapColour(0x121212))
    #expect(Set(TeamColours.palette).count == 12)
    for colour in TeamColours.palette {
      #expect(colour.contrast(to: white) >= 3, "\(colour.hexadecimal)")
      #expect(colour.contrast(to: dark) >= 3, "\(colour.hexadecimal)")
      #expect(colour.contrast(to: colour.ink) >= 4.5, "\(colour.hexadecimal)")
    }
  }

  @Test func `contrast is that of WCAG`() {
    let (white, black) = (MapColour(0xFFFFFF), MapColour(0x000000))
    #expect(abs(white.contrast(to: black) - 21) < 1e-9)
    // #767676 is known as the lightest grey that white text may not go below: 4.54.
    #expect(abs(MapColour(0x767676).contrast(to: white) - 4.54) < 0.005)
    #expect(MapColour(0xB2182B).kml == "ff2b18b2")
  }

  @Test func `teams of a city differ, whatever their order and whoever joins`() {
    let teams = (1...12).map { team("a\($0 + 100)", city: "130100", at: Double($0)) }
    let colours = TeamColours(teams)
    #expect(Set(teams.map { colours.colour(of: $0.id) }).count == 12)
    #expect(TeamColours(teams.reversed()) == colours)
    let more = TeamColours(teams + [team("b1", city: "130200", at: 3), team("a999", at: 5)])
    #expect(teams.allSatisfy { more.colour(of: $0.id) == colours.colour(of: $0.id) })
    #expect(more.colour(of: "b1") == TeamColours.palette[0])
    #expect(more.colour(of: "nobody") == TeamColours.palette[0])
  }

  @Test func `beyond the palette the farthest team shares its colour`() {
    // Twelve on a line, the thirteenth beside the last: the first is farthest.
    let teams = (1...13).map { team("a\($0 + 100)", at: Double(min($0, 12))) }
    let colours = TeamColours(teams)
    #expect(colours.colour(of: "a113") == colours.colour(of: "a101"))
    let west = TeamColours(Array(teams.prefix(12)) + [team("a200", at: 0.9)])
    #expect(west.colour(of: "a200") == west.colour(of: "a112"))
  }

  private func team(_ id: String, city: String = "130100", at x: Double) -> Team {
    Team(
      id: id, name: id, cityCode: city, countyCodes: [], base: Coordinate(110 + x / 10, 36),
      knownAt: Fixture.known)
  }
}
