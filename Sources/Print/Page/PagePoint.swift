/// A place on a page: points from the upper left corner, y down.
struct PagePoint: Sendable, Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
