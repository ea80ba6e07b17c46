extension GroundMeasure {
  /// The measure of a layer in a coordinate system, over the rectangle in which it lies.
  ///
  /// Geographic systems are measured in longitude and latitude; of projected ones the scale on the
  /// ground is sampled, so that Mercator's square metres are none too many. Where the way to WGS-84
  /// is not known, the plane's own units count. Throws what `Transformer` throws.
  public init(
    of system: CoordinateSystem, over box: Envelope
  ) throws(PROJError) {
    guard !system.isGeographic else {
      self = .geographic
      return
    }
    var transformer = try Transformer(from: system, to: .wgs84)
    let nominal = system.metresPerUnit ?? 1
    self = .planar(
      GroundScale(over: box, steps: 64) { position in
        Self.scale(at: position, unit: nominal, &transformer) ?? nominal * nominal
      })
  }

  /// Square metres in a squared unit: the size of a square of 2 m around a position.
  private static func scale(
    at position: Coordinate, unit: Double, _ transformer: inout Transformer
  ) -> Double? {
    let half = 1 / unit
    var corners = [(-half, -half), (half, -half), (half, half), (-half, half)].map {
      Coordinate(position.x + $0.0, position.y + $0.1)
    }
    guard transformer.transform(&corners) == 0 else { return nil }
    let area = GroundMeasure.geographic.signedArea(corners).magnitude
    return area > 0 ? area / (4 * half * half) : nil
  }
}
