import Geo
import Testing

@testable import Inspection

@Suite struct TeamMovementsTests {
  private func presence(_ minutes: Int64, _ x: Double) -> TeamMovements.Presence {
    TeamMovements.Presence(time: minutes * 60, place: Coordinate(x, 38))
  }

  private func pairs(_ presences: [TeamMovements.Presence]) -> [[Int]] {
    TeamMovements.impossible(presences, speed: 120 / 3.6, apart: 20_000).map {
      [$0.first, $0.second]
    }
  }

  @Test func `88 km in an hour is possible, in half an hour it is not`() {
    #expect(pairs([presence(0, 114), presence(60, 115)]).isEmpty)
    #expect(pairs([presence(0, 114), presence(30, 115)]) == [[0, 1]])
    #expect(pairs([presence(30, 115), presence(0, 114)]) == [[1, 0]])
  }

  @Test func `places near one another are never told`() {
    #expect(pairs([presence(0, 114), presence(0, 114.2)]).isEmpty)
    #expect(pairs([presence(0, 114), presence(0, 114.3)]) == [[0, 1]])
  }

  @Test func `a day has an impossible step if any two of its reports are impossible`() {
    var random = DemoRandom(seed: 3, stream: "movements")
    for _ in 0..<300 {
      let day = (0..<2 + random.below(6)).map { _ in
        presence(Int64(random.below(600)), 114 + Double(random.below(40)) / 10)
      }
      let slow = day.indices.contains { first in
        day.indices.contains { second in
          let metres = greatCircleDistance(day[first].place, day[second].place)
          let seconds = Double(abs(day[first].time - day[second].time))
          return metres > 20_000 && metres > 120 / 3.6 * seconds
        }
      }
      // Every step short and possible leaves a far pair possible too, but for the allowance of
      // `apart` on each short step: then a pair may be told slowly and no step.
      if !pairs(day).isEmpty { #expect(slow) }
    }
  }

  @Test func `what a find is called tells what it is`() {
    #expect(SiteKindWords.kind(of: "赵庄锅炉房") == "boiler")
    #expect(SiteKindWords.kind(of: "赵庄锅炉厂") == "firm")
    #expect(SiteKindWords.kind(of: "北山采石场") == "mine")
    #expect(SiteKindWords.kind(of: "二环建筑工地") == "building_site")
    #expect(SiteKindWords.kind(of: "") == "firm")
  }
}
