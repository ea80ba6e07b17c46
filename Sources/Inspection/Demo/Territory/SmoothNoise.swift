import Geo

/// A smooth random surface of values about -1 to 1: hashed values at lattice points, blended.
struct SmoothNoise: Sendable {
  private let seed: UInt64
  private let wavelength: Double

  /// A surface whose hills lie about `wavelength` metres apart.
  init(seed: UInt64, wavelength: Double) {
    self.seed = seed
    self.wavelength = wavelength
  }

  /// The height at a position.
  func value(at position: Coordinate) -> Double {
    let x = position.x / wavelength
    let y = position.y / wavelength
    let column = x.rounded(.down)
    let row = y.rounded(.down)
    let (u, v) = (Self.eased(x - column), Self.eased(y - row))
    let (i, j) = (Int(column), Int(row))
    let south = height(i, j) * (1 - u) + height(i + 1, j) * u
    let north = height(i, j + 1) * (1 - u) + height(i + 1, j + 1) * u
    return south * (1 - v) + north * v
  }

  private func height(_ column: Int, _ row: Int) -> Double {
    DemoRandom.hash(seed, column, row) * 2 - 1
  }

  private static func eased(_ t: Double) -> Double { t * t * (3 - 2 * t) }
}

/// Moves positions by smooth noise, so that borders that would run straight wind instead.
struct BorderWarp: Sendable {
  private let noises: [(metres: Double, east: SmoothNoise, north: SmoothNoise)]

  init(seed: UInt64) {
    noises = [(6000.0, 36_000.0), (2200.0, 11_000.0)].enumerated().map { index, size in
      let key = seed &+ UInt64(index) &* 1000
      return (
        metres: size.0, east: SmoothNoise(seed: key &+ 1, wavelength: size.1),
        north: SmoothNoise(seed: key &+ 2, wavelength: size.1)
      )
    }
  }

  func moved(_ position: Coordinate) -> Coordinate {
    var moved = position
    for noise in noises {
      moved.x += noise.metres * noise.east.value(at: position)
      moved.y += noise.metres * noise.north.value(at: position)
    }
    return moved
  }
}
