/// Travel times along straight lines in a plane, from columns of coordinates.
struct PlanarTimes: Sendable {
  let xs: [Double]
  let ys: [Double]
  let scale: Double

  func seconds(from: Int, to: Int) -> Int32 {
    let x = xs[to] - xs[from]
    let y = ys[to] - ys[from]
    return TravelTimes.wholeSeconds((x * x + y * y).squareRoot() * scale)
  }
}
