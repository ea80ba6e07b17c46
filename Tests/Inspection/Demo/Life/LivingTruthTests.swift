import CampaignData
import Testing

@testable import Inspection

@Suite struct LivingTruthTests {
  private static let first = CalendarDate(daysSince1970: 17_700)

  /// Life in the smallest city, thin.
  private static func life(days: Int = 400, rules: LifeRules = .usual) throws -> DemoLife {
    try DemoLife(
      seed: 3, cities: DemoCampaign.cities(scale: 0.02), density: 0.4, days: first...(first + days),
      rules: rules)
  }

  private static func violating(_ life: DemoLife) -> Double {
    let count = life.population.sites.indices.count { life.truth.violates($0) }
    return Double(count) / Double(life.population.sites.count)
  }

  @Test func `without visits about as many sites violate after half a year as at first`() throws {
    var life = try Self.life()
    let before = Self.violating(life)
    life.advance(to: Self.first + 180)
    let after = Self.violating(life)
    #expect(before > 0.02 && before < 0.2)
    #expect(abs(after - before) < 0.5 * before)
  }

  @Test func `what is found is not found again, and mostly put right within its days`() throws {
    var life = try Self.life()
    let open = life.population.sites.indices.filter { life.truth.isToBeFound($0) }
    let found = open.filter { life.visit($0, skill: 1) }
    #expect(found == open)
    let again = open.filter { life.visit($0, skill: 1) }
    #expect(again.isEmpty)
    let numbers = found.map { life.truth.counts[$0] }
    life.advance(to: Self.first + 30)
    let right = zip(found, numbers).count { !life.truth.isOpen($0, violation: $1) }
    let share = Double(right) / Double(found.count)
    // 72 % are put right; a fifth of all end within a month by themselves.
    #expect(share > 0.65 && share < 0.9)
  }

  @Test func `a crew that sees nothing finds nothing, and a better one at least as much`() throws {
    var blind = try Self.life()
    let seen = blind.population.sites.indices.filter { blind.visit($0, skill: 0) }
    #expect(seen.isEmpty)
    var (poor, good) = (try Self.life(), try Self.life())
    let poorFound = Set(poor.population.sites.indices.filter { poor.visit($0, skill: 0.5) })
    let goodFound = Set(good.population.sites.indices.filter { good.visit($0, skill: 0.9) })
    #expect(!poorFound.isEmpty && poorFound.isStrictSubset(of: goodFound))
  }

  @Test func `what is done at one site changes no other`() throws {
    var (one, other) = (try Self.life(), try Self.life())
    let site = try #require(one.population.sites.indices.first { one.truth.isToBeFound($0) })
    let isFound = one.visit(site, skill: 1)
    #expect(isFound)
    one.advance(to: Self.first + 200)
    other.advance(to: Self.first + 200)
    for index in one.population.sites.indices where index != site {
      #expect(one.truth.spells[index] == other.truth.spells[index])
    }
  }

  @Test func `a verification sees what was done, what was not, and what came back`() throws {
    var never = LifeRules.usual
    never.mended = 0
    never.mendedAfterRecheck = 0
    never.meanSpell = 1e9
    var life = try Self.life(rules: never)
    let site = try #require(life.population.sites.indices.first { life.truth.isToBeFound($0) })
    let isFound = life.visit(site, skill: 1)
    #expect(isFound)
    let number = life.truth.counts[site]
    life.advance(to: Self.first + 40)
    let sights = [life.recheck(site, of: number), life.recheck(site, of: number &- 1)]
    #expect(sights == [.notDone, .recurred])

    var always = LifeRules.usual
    always.mended = 1
    always.relapse = 1
    always.relapseDays = 50...50
    always.mendingDays = 5...5
    var mending = try Self.life(rules: always)
    let other = try #require(
      mending.population.sites.indices.first { mending.truth.isToBeFound($0) })
    _ = mending.visit(other, skill: 1)
    let violation = mending.truth.counts[other]
    var seen = [mending.recheck(other, of: violation)]
    for days in [6, 60] {
      mending.advance(to: Self.first + days)
      seen.append(mending.recheck(other, of: violation))
    }
    #expect(seen == [.underWay, .done, .recurred])
  }

  @Test func `warnings come in winter alone, each known on the day before`() throws {
    let days = try #require(CalendarDate("2018-06-11"))...(try #require(CalendarDate("2019-04-28")))
    let smog = SmogEpisodes(cities: CampaignData.cities, days: days, seed: 5)
    #expect(!smog.warnings.isEmpty)
    for warning in smog.warnings {
      #expect([11, 12, 1, 2, 3].contains(warning.startedAt.date.month))
      #expect(warning.knownAt < warning.startedAt)
    }
    #expect(smog.cities(on: days.lowerBound).isEmpty)
  }
}
