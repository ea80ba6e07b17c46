import Testing

@testable import Publishing

@Suite struct PixelPathTests {
  @Test(arguments: [(0, "0"), (5, ".5"), (-5, "-.5"), (10, "1"), (-123, "-12.3"), (1200, "120")])
  func `tenths are spelt short`(tenths: Int32, text: String) {
    #expect(PixelPath.spelt(tenths) == text)
  }

  @Test func `a ring is moves from its first position`() {
    var path = PixelPath()
    path.append([
      PixelPoint(10, 20), PixelPoint(25, 20), PixelPoint(25, 32), PixelPoint(20, 40),
      PixelPoint(13, 30),
    ])
    #expect(path.text == "M1 2h1.5v1.2l-.5 .8-.7-1z")
    path.append(dots: [PixelPoint(-5, -5), PixelPoint(5, -10), PixelPoint(5, 10)])
    #expect(path.text.hasSuffix("zM-.5-.5h0m1-.5h0m0 2h0"))
  }

  @Test func `a second step to the right is told from the first`() {
    var path = PixelPath()
    path.append([PixelPoint(0, 0), PixelPoint(10, 10), PixelPoint(25, 11)])
    #expect(path.text == "M0 0l1 1 1.5 .1z")
  }
}
