import Geo
import Publishing
import Terminal

/// A layer's report with what people call its areas and where on earth its places are.
struct CoverageFindings {
  /// A fault, and where it is.
  struct Place {
    let fault: CoverageFault
    /// WGS-84 longitude and latitude of a position inside.
    let degrees: Coordinate?
    /// The areas that an overlap lies in, or between which a gap lies, the most concerned first.
    let concerned: [Int]
  }

  let layer: CoverageLayer
  let report: CoverageFaults
  let limits: GapLimits
  let sliverWidth: Double
  let gaps: [Place]
  let overlaps: [Place]
  /// The areas that are not valid.
  let invalid: [CoverageLayer.Invalid]
  /// Narrow strips that open to the outside, and where each is.
  let slits: [(slit: OpenSlit, degrees: Coordinate?)]
  /// Below which width in metres a strip is one: the limit of gaps, else that of slivers.
  let slitWidth: Double
  private let code: Int?
  private let name: Int?

  /// Checks a layer.
  init(of layer: CoverageLayer, limits: GapLimits, sliverWidth: Double) throws {
    let coverage: Coverage
    do {
      coverage = try Coverage(layer.areas)
    } catch {
      throw CommandFailure(error, file: layer.path, rows: layer.rows)
    }
    try Interruption.check()
    self.layer = layer
    self.limits = limits
    self.sliverWidth = sliverWidth
    report = coverage.check(in: layer.measure)
    gaps = try Self.placed(report.gaps, \.neighbours, layer)
    overlaps = try Self.placed(report.overlaps, \.holders, layer)
    invalid = try layer.invalidAreas()
    slitWidth = limits.width ?? sliverWidth
    let slits = coverage.openSlits(narrowerThan: slitWidth, in: layer.measure)
    self.slits = Array(zip(slits, try layer.degrees(slits.map(\.representativePoint))))
    code = layer.column("code")
    name = layer.column("name")
  }

  private static func placed(
    _ faults: [CoverageFault], _ concerned: (CoverageFault) -> [Int], _ layer: CoverageLayer
  ) throws -> [Place] {
    let degrees = try layer.degrees(faults.map(\.representativePoint))
    return zip(faults, degrees).map {
      Place(fault: $0, degrees: $1, concerned: concerned($0))
    }
  }

  /// True if nothing is wrong: gaps beyond the limits are none.
  var isClean: Bool { report.isClean(limits) && invalid.isEmpty && slits.isEmpty }

  /// True if a fault is a thin one.
  func isSliver(_ place: Place) -> Bool { place.fault.width < sliverWidth }

  /// The number, from 1, of an area's feature.
  func row(_ area: Int) -> Int { layer.rows[area] }

  /// An area's code; nil where there is none.
  func code(_ area: Int) -> String? { text(area, code) }

  /// An area's name; nil where there is none.
  func name(_ area: Int) -> String? { text(area, name) }

  /// What to call an area: its name, else its code, with its feature's number.
  func title(_ area: Int) -> String {
    let row = "\(row(area))"
    guard let label = name(area) ?? code(area) else { return row }
    return "\(label) (\(row))"
  }

  private func text(_ area: Int, _ column: Int?) -> String? {
    guard let column else { return nil }
    switch layer.features[row(area) - 1].values[column] {
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .real(let number): return Int64(exactly: number).map(String.init) ?? String(number)
    case .null: return nil
    }
  }
}
