import CPROJ

/// The way from one coordinate system to another, and back.
///
/// Owns a PROJ context, so make one per task and not one per feature: making it costs milliseconds,
/// a position costs a fraction of a microsecond. CGCS2000 is taken for WGS-84, which is right
/// within a metre and spares PROJ a search of up to 0.4 s.
public struct Transformer: ~Copyable {
  /// The system of what goes in.
  public let source: CoordinateSystem
  /// The system of what comes out.
  public let target: CoordinateSystem

  // The operation is declared, and destroyed, before the context that it lives in.
  private let operation: OpaquePointer?
  private let context: PROJContext

  /// Finds the way between two systems.
  ///
  /// Throws `noOperation` if PROJ knows none, and what `CoordinateSystem` throws.
  public init(from source: CoordinateSystem, to target: CoordinateSystem) throws(PROJError) {
    let context = PROJContext()
    let operation = try Transformer.operation(from: source, to: target, in: context)
    self.source = source
    self.target = target
    self.operation = operation
    self.context = context
  }

  deinit { proj_destroy(operation) }

  /// Moves positions given as two columns, in place, and returns how many failed.
  ///
  /// A position that cannot be expressed in the target system becomes NaN, NaN. Throws `mismatch`
  /// if the columns differ in length.
  @discardableResult
  public mutating func transform(
    _ xs: inout [Double], _ ys: inout [Double]
  ) throws(PROJError) -> Int {
    try move(&xs, &ys, PJ_FWD)
  }

  /// The way back for two columns; see `transform(_:_:)`.
  @discardableResult
  public mutating func inverse(
    _ xs: inout [Double], _ ys: inout [Double]
  ) throws(PROJError) -> Int {
    try move(&xs, &ys, PJ_INV)
  }

  /// Moves positions in place and returns how many failed; those become NaN, NaN.
  @discardableResult
  public mutating func transform(_ coordinates: inout [Coordinate]) -> Int {
    move(&coordinates, PJ_FWD)
  }

  /// The way back for many positions; see `transform(_:)`.
  @discardableResult
  public mutating func inverse(_ coordinates: inout [Coordinate]) -> Int {
    move(&coordinates, PJ_INV)
  }

  private mutating func move(
    _ xs: inout [Double], _ ys: inout [Double], _ direction: PJ_DIRECTION
  ) throws(PROJError) -> Int {
    guard xs.count == ys.count else {
      throw PROJError(
        .mismatch,
        "\(xs.count) eastings but \(ys.count) northings: give both columns the same length")
    }
    guard let operation, !xs.isEmpty else { return 0 }
    let count = xs.count
    let stride = MemoryLayout<Double>.stride
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { ys in
        _ = proj_trans_generic(
          operation, direction, xs.baseAddress, stride, count, ys.baseAddress, stride, count,
          nil, 0, 0, nil, 0, 0)
      }
    }
    proj_errno_reset(operation)
    var failed = 0
    for index in 0..<count where !(xs[index].isFinite && ys[index].isFinite) {
      xs[index] = .nan
      ys[index] = .nan
      failed += 1
    }
    return failed
  }

  mutating func move(_ coordinates: inout [Coordinate], _ direction: PJ_DIRECTION) -> Int {
    guard let operation, !coordinates.isEmpty else { return 0 }
    let count = coordinates.count
    let stride = MemoryLayout<Coordinate>.stride
    coordinates.withUnsafeMutableBytes { bytes in
      // A Coordinate is two Doubles, so the columns x and y lie interleaved in the array.
      let xs = bytes.baseAddress?.assumingMemoryBound(to: Double.self)
      _ = proj_trans_generic(
        operation, direction, xs, stride, count, xs.map { $0 + 1 }, stride, count,
        nil, 0, 0, nil, 0, 0)
    }
    proj_errno_reset(operation)
    var failed = 0
    for index in coordinates.indices where !coordinates[index].isFinite {
      coordinates[index] = Coordinate(.nan, .nan)
      failed += 1
    }
    return failed
  }
}

// Sound: every use of the context is `mutating`, so exclusive, and nothing hands it out.
extension Transformer: @unchecked Sendable {}
