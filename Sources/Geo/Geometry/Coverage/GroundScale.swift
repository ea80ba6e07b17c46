/// How many square metres on the ground a squared unit of a plane is, place by place.
public struct GroundScale: Sendable {
  private let box: Envelope
  private let steps: Int
  private let values: [Double]

  /// The same scale everywhere.
  public init(metresPerUnit: Double) {
    box = Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0)
    steps = 0
    values = [metresPerUnit * metresPerUnit]
  }

  /// A scale sampled at a lattice of `steps + 1` positions a side over a rectangle, and linear in
  /// between.
  ///
  /// With 64 steps Mercator's scale over China is right within 1e-4.
  public init(over box: Envelope, steps: Int, _ scale: (Coordinate) -> Double) {
    self.box = box
    self.steps = max(1, steps)
    let count = Double(self.steps)
    values = (0...self.steps).flatMap { row in
      (0...max(1, steps)).map { column in
        scale(
          Coordinate(
            box.minX + box.width * Double(column) / count,
            box.minY + box.height * Double(row) / count))
      }
    }
  }

  /// Square metres in a squared unit at a position.
  public func at(_ position: Coordinate) -> Double {
    guard steps > 0 else { return values[0] }
    let (column, right) = place((position.x - box.minX) / box.width)
    let (row, up) = place((position.y - box.minY) / box.height)
    let corner = row * (steps + 1) + column
    let low = values[corner] * (1 - right) + values[corner + 1] * right
    let high = values[corner + steps + 1] * (1 - right) + values[corner + steps + 2] * right
    return low * (1 - up) + high * up
  }

  /// The step that holds a share of the way, and how far into it.
  private func place(_ share: Double) -> (step: Int, rest: Double) {
    let position = share.isFinite ? min(max(share, 0), 1) * Double(steps) : 0
    let step = min(Int(position), steps - 1)
    return (step, position - Double(step))
  }
}
