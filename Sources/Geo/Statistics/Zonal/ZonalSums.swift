/// Sums of a raster's values over many zones, each pixel weighted by the part of it that lies in the
/// zone: what `exactextract` calls mean, count and coverage.
///
/// Zones and raster are given in pixels: `x` counts columns and `y` rows from the outer corner of
/// the first pixel. The raster comes in blocks of whole or partial rows in any order, so it need not
/// fit into memory; a zone's parts in several blocks add up.
///
///     var sums = ZonalSums(zones, width: raster.width, height: raster.height)
///     sums.add(values.span, columns: 0..<width, rows: 0..<height)
///     let means = sums.means()
///
/// Source of the weights: D. Baston, exactextract (isciences), version 0.2; there the parts of
/// pixels are kept to 7 digits, here to 16.
public struct ZonalSums: Sendable {
  private let zones: [MultiPolygon]
  private let boxes: [Box]
  private var sums: [Double]
  private var weights: [Double]
  private var coverage = PixelCoverage()

  /// The pixels that a zone may meet.
  private struct Box {
    var columns: Range<Int>
    var rows: Range<Int>
  }

  /// Looks where the zones lie in a raster of that size.
  ///
  /// Zones with a coordinate that is not a number meet nothing.
  public init(_ zones: [MultiPolygon], width: Int, height: Int) {
    self.zones = zones
    boxes = zones.map { zone in
      let box = zone.envelope
      guard !box.isEmpty, zone.isFinite else { return Box(columns: 0..<0, rows: 0..<0) }
      return Box(
        columns: Self.pixels(box.minX, box.maxX, of: width),
        rows: Self.pixels(box.minY, box.maxY, of: height))
    }
    sums = [Double](repeating: 0, count: zones.count)
    weights = sums
  }

  /// The columns and rows of all pixels that a zone may meet; empty if none does.
  public var extent: (columns: Range<Int>, rows: Range<Int>) {
    let met = boxes.filter { !$0.columns.isEmpty && !$0.rows.isEmpty }
    guard let first = met.first else { return (0..<0, 0..<0) }
    return met.reduce((first.columns, first.rows)) { all, box in
      (Self.union(all.0, box.columns), Self.union(all.1, box.rows))
    }
  }

  /// Adds a block of the raster, row by row; NaN is no value.
  ///
  /// Takes time in proportion to the zones, and to the vertices and pixels of those that meet the
  /// block. `values` must hold one for each pixel.
  public mutating func add(_ values: Span<Double>, columns: Range<Int>, rows: Range<Int>) {
    precondition(values.count == columns.count * rows.count, "a block needs a value a pixel")
    for zone in zones.indices {
      let met = boxes[zone].rows.clamped(to: rows)
      let across = boxes[zone].columns.clamped(to: columns)
      guard !met.isEmpty, !across.isEmpty else { continue }
      coverage.begin(columns: across, rows: met)
      coverage.add(zones[zone])
      var (sum, weight) = (0.0, 0.0)
      coverage.forEachRow { row, parts in
        let start =
          (row - rows.lowerBound) * columns.count + across.lowerBound - columns.lowerBound
        for column in parts.indices {
          let (part, value) = (parts[column], values[start + column])
          guard part > 0, !value.isNaN else { continue }
          sum += part * value
          weight += part
        }
      }
      sums[zone] += sum
      weights[zone] += weight
    }
  }

  /// What the blocks added come to, one for each zone.
  public func means() -> [ZonalMean] {
    zones.indices.map { zone in
      ZonalMean(
        mean: weights[zone] > 0 ? sums[zone] / weights[zone] : .nan, valuedArea: weights[zone],
        area: zones[zone].area)
    }
  }

  private static func pixels(_ low: Double, _ high: Double, of count: Int) -> Range<Int> {
    let first = min(max(low.rounded(.down), 0), Double(count))
    let last = min(max(high.rounded(.up), first), Double(count))
    return Int(first)..<Int(last)
  }

  private static func union(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }
}
