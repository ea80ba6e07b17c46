import Geo
import Terminal

/// The repair of a layer, and the proof that it succeeded.
struct CoverageCleaning {
  private let layer: CoverageLayer
  private let limits: GapLimits

  init(_ layer: CoverageLayer, _ limits: GapLimits) {
    self.layer = layer
    self.limits = limits
  }

  /// Repairs, and checks what came out as if it had been read.
  func repair() throws -> CoverageRepair {
    do {
      let repair = try Coverage(layer.areas).repaired(closing: limits, in: layer.measure)
      try Interruption.check()
      let report = try Coverage(repair.areas).check(in: layer.measure)
      guard report.isClean(limits) else { throw unclean() }
      return repair
    } catch let error as CoverageError {
      throw CommandFailure(error, file: layer.path, rows: layer.rows)
    }
  }

  private func unclean() -> CommandFailure {
    CommandFailure(
      status: .software, message: "the repaired layer still has faults; nothing was written",
      file: layer.path, hint: "This is our fault: report it with the layer.")
  }
}
