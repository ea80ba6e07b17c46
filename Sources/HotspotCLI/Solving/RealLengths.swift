import Routing

/// Lengths of a plane in double precision, which whole seconds only come close to.
struct RealLengths {
  /// A problem whose every plan keeps the lengths.
  let strict: OrienteeringProblem
  let xs: [Double]
  let ys: [Double]
  /// The longest route.
  let longest: Double

  /// Whether no route is too long, added up from its start to its end.
  func allow(_ routes: [[Int]]) -> Bool {
    zip(routes, strict.shifts).allSatisfy { route, shift in
      guard !route.isEmpty else { return true }
      let path = [shift.start] + route + [shift.end]
      let length = zip(path, path.dropFirst()).reduce(0.0) { length, leg in
        let (x, y) = (xs[leg.1] - xs[leg.0], ys[leg.1] - ys[leg.0])
        return length + (x * x + y * y).squareRoot()
      }
      return length <= longest
    }
  }
}
