import Testing

@testable import Geo

@Suite struct HotspotPatternTests {
  /// Reads "h" as hot, "c" as cold, "." as neither.
  private func series(_ text: String) -> [HotspotPattern.Slice] {
    text.map { $0 == "h" ? .hot : $0 == "c" ? .cold : .neither }
  }

  private static let cases: [(String, Int, HotspotPattern)] = [
    ("..........", 1, .noPattern), (".hhhh.....", -1, .noPattern),
    (".........h", 0, .newHot), ("ccc..cc..h", 1, .newHot),
    ("......hhhh", 0, .consecutiveHot), (".cc...hhhh", 1, .consecutiveHot),
    ("..hhhhhhhh", 1, .consecutiveHot),
    (".hhhhhhhhh", 1, .intensifyingHot), ("hhhhhhhhhh", 1, .intensifyingHot),
    ("hhhhhhhhhh", 0, .persistentHot), ("hhhh.hhhhh", 0, .persistentHot),
    ("hchhhhhhhh", -1, .diminishingHot), ("hhhhhhhhhh", -1, .diminishingHot),
    ("hhh..h...h", 0, .sporadicHot), ("hhhhhhh.hh", 0, .persistentHot),
    ("hhhhhhh..h", 1, .sporadicHot), ("hh.c.....h", 0, .oscillatingHot),
    ("hhhhhhhc.h", 0, .oscillatingHot),
    ("hhhhhhhhh.", -1, .historicalHot), ("hhhhhhhhh.", 0, .historicalHot),
    ("hhhhhhhhhc", 0, .newCold),
  ]

  @Test func `each of the classes comes out by its rule, hot and cold alike`() {
    var seen: Set<HotspotPattern> = []
    for (text, trend, wanted) in Self.cases {
      let found = HotspotPattern(series(text), trend: trend)
      #expect(found == wanted, "\(text) \(trend)")
      let mirrored = String(text.map { $0 == "h" ? "c" : $0 == "c" ? "h" : $0 })
      let turned = HotspotPattern(series(mirrored), trend: -trend)
      #expect(turned.rawValue == -wanted.rawValue, "\(mirrored) \(-trend)")
      seen.formUnion([found, turned])
    }
    #expect(seen.count == 17 && HotspotPattern.allCases.count == 17)
  }

  @Test func `nine tenths are reckoned exactly`() {
    // 18 of 20 are enough, 17 of 19 (0.8947) are not, though 0.9 * 19 rounds down to 17.
    let many = [HotspotPattern.Slice](repeating: .hot, count: 17)
    #expect(HotspotPattern([.neither, .neither] + many + [.hot], trend: 0) == .persistentHot)
    #expect(HotspotPattern([.neither, .neither] + many, trend: 0) == .consecutiveHot)
    #expect(HotspotPattern(many + [.neither, .neither], trend: 0) == .noPattern)
  }

  @Test func `names say class and side`() {
    #expect(HotspotPattern.newHot.name == "new hot spot")
    #expect(HotspotPattern.historicalCold.name == "historical cold spot")
    #expect(HotspotPattern.noPattern.name == "no pattern")
    #expect(Set(HotspotPattern.allCases.map(\.name)).count == 17)
    #expect(HotspotPattern([], trend: 0) == .noPattern)
  }
}
