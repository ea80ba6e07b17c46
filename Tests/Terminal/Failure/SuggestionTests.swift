import Testing

@testable import Terminal

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("sites", "sites", 0), ("site", "sites", 1), ("sties", "sites", 1), ("", "abc", 3),
    ("kitten", "sitting", 3),
  ])
  func `the distance counts edits`(first: String, second: String, distance: Int) {
    #expect(Suggestion.distance(first, second) == distance)
  }

  @Test func `a name that is near is suggested, another is not`() {
    let names = ["sites", "complaints", "power-anomalies"]
    #expect(Suggestion.nearest(to: "Complaint", in: names) == "complaints")
    #expect(Suggestion.nearest(to: "power_anomalies", in: names) == "power-anomalies")
    #expect(Suggestion.nearest(to: "weather", in: names) == nil)
    #expect(Suggestion.nearest(to: "x", in: []) == nil)
  }
}
