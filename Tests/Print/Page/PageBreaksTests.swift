import Testing

@testable import Print

@Suite struct PageBreaksTests {
  @Test func `rows go on to the next page whole`() {
    #expect(
      PageBreaks.pages(heights: [40, 40, 40, 40, 40], first: 100, next: 120) == [0..<2, 2..<5])
    #expect(PageBreaks.pages(heights: [50, 50, 1], first: 100, next: 100) == [0..<2, 2..<3])
  }

  @Test func `a first page without room for a row is left to its head`() {
    #expect(PageBreaks.pages(heights: [40], first: 30, next: 100) == [0..<0, 0..<1])
  }

  @Test func `a row that is higher than a page has one for itself`() {
    #expect(
      PageBreaks.pages(heights: [10, 200, 10], first: 100, next: 100) == [0..<1, 1..<2, 2..<3])
  }

  @Test func `no rows take one page`() {
    #expect(PageBreaks.pages(heights: [], first: 100, next: 100) == [0..<0])
  }
}
