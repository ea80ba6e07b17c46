import Foundation
import Geo

/// The Albers projection after Snyder (Map projections, a working manual, 1987, page 101), written
/// out so that PROJ's has something independent to agree with.
enum AlbersByHand {
  static func project(_ position: Coordinate) -> Coordinate {
    let (a, f) = (6_378_137.0, 1 / 298.257222101)
    let e2 = f * (2 - f)
    let e = e2.squareRoot()
    func m(_ latitude: Double) -> Double {
      cos(latitude) / (1 - e2 * pow(sin(latitude), 2)).squareRoot()
    }
    func q(_ latitude: Double) -> Double {
      let s = sin(latitude)
      return (1 - e2) * (s / (1 - e2 * s * s) - log((1 - e * s) / (1 + e * s)) / (2 * e))
    }
    let degree = Double.pi / 180
    let (first, second) = (25 * degree, 47 * degree)
    let n = (pow(m(first), 2) - pow(m(second), 2)) / (q(second) - q(first))
    let c = pow(m(first), 2) + n * q(first)
    let rho = a * (c - n * q(position.y * degree)).squareRoot() / n
    let rho0 = a * c.squareRoot() / n
    let theta = n * (position.x - 105) * degree
    return Coordinate(rho * sin(theta), rho0 - rho * cos(theta))
  }
}
