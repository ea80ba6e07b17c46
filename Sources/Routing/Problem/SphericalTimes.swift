import Glibc

/// Travel times along great circles, from columns of degrees.
struct SphericalTimes: Sendable {
  private let longitude: [Double]
  private let latitude: [Double]
  private let cosine: [Double]
  private let points: [SIMD3<Double>]
  private let secondsPerRadian: Double
  private let detour: Double
  private let speedKMH: Double

  init(longitudes: [Double], latitudes: [Double], detour: Double, speedKMH: Double) {
    longitude = longitudes.map { $0 * .pi / 180 }
    latitude = latitudes.map { $0 * .pi / 180 }
    cosine = latitude.map { cos($0) }
    points = zip(longitude, latitude).map {
      SIMD3(cos($0) * cos($1), sin($0) * cos($1), sin($1))
    }
    self.detour = detour
    self.speedKMH = speedKMH
    secondsPerRadian = TravelTimes.earthRadius / 1000 * detour / speedKMH * 3600
  }

  /// The time between two nodes: from the chord where that settles the whole second (nearly
  /// always, and ten times as fast), else from the haversine formula itself.
  func seconds(from: Int, to: Int) -> Int32 {
    let gap = points[from] - points[to]
    let half = 0.25 * (gap * gap).sum()
    guard half < 0.0025 else { return haversine(from, to) }
    // The series of asin(x) / x in x², good to 1e-16 below x = 0.05.
    let series =
      1 + half
      * (1.0 / 6 + half
        * (3.0 / 40 + half * (15.0 / 336 + half * (105.0 / 3456 + half * (945.0 / 42240)))))
    let time = 2 * half.squareRoot() * series * secondsPerRadian
    let above = time - time.rounded(.down)
    guard above > 1e-5, above < 1 - 1e-5 else { return haversine(from, to) }
    return TravelTimes.wholeSeconds(time)
  }

  private func haversine(_ a: Int, _ b: Int) -> Int32 {
    let north = sin((latitude[b] - latitude[a]) / 2)
    let east = sin((longitude[b] - longitude[a]) / 2)
    let h = min(1, north * north + cosine[a] * cosine[b] * east * east)
    let kilometres = 2 * (TravelTimes.earthRadius / 1000) * asin(h.squareRoot())
    return TravelTimes.wholeSeconds(kilometres * detour / speedKMH * 3600)
  }
}
