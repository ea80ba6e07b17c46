import Geo
import Terminal

/// A raster of PM2.5, and how to read it.
struct RasterSource: Sendable, Hashable {
  /// The file or connection.
  let path: String
  /// The bands; nil for its only one, or for those of `period`.
  let band: BandChoice?
  /// What is asked for: it chooses among several bands that say when they are of.
  let period: BandPeriod?
  /// What its coordinates are in; nil for what it says.
  let from: PlaceReference?
  /// What values are multiplied by.
  let factor: Double
  /// The part of a cell that must have values.
  let valuedShare: Double

  /// The means of the cells, and what was odd.
  ///
  /// Throws if the raster has no place, does not cover the cells, or has no values there.
  func means(of cells: CellLayer) throws -> CellMeans {
    var reader = try RasterReader(path: path)
    let bands = try bands(of: reader)
    let reference = try reference(of: reader)
    let zones = try cells.areas(in: reference, file: path)
    var sums = Sums(cells.count)
    for band in bands {
      try Interruption.check()
      sums.add(try reader.zonalMeans(of: zones, band: band))
    }
    let shares = sums.shares
    let means = CellMeans(
      values: zip(sums.means, shares).map { $1 >= valuedShare ? $0 * factor : .nan },
      shares: shares, path: path, bands: bands, reference: reference,
      unit: reader.bands[bands[0] - 1].unit, factor: factor)
    try check(means, zones, reader, reference)
    return means
  }

  /// Means over bands, all bands alike: of a cell those in which it has values.
  private struct Sums {
    private var bands = 0
    private var values: [Double]
    private var counts: [Double]
    private var valued: [Double]

    init(_ cells: Int) {
      values = [Double](repeating: 0, count: cells)
      (counts, valued) = (values, values)
    }

    mutating func add(_ means: [ZonalMean]) {
      bands += 1
      for (cell, mean) in means.enumerated() where !mean.mean.isNaN {
        values[cell] += mean.mean
        counts[cell] += 1
        valued[cell] += mean.valuedShare
      }
    }

    var means: [Double] { zip(values, counts).map { $0 / $1 } }
    /// The part of a cell and of the bands that has values.
    var shares: [Double] { valued.map { $0 / Double(max(1, bands)) } }
  }

  /// The numbers of the bands, at least one.
  private func bands(of reader: borrowing RasterReader) throws -> [Int] {
    let count = reader.bands.count
    guard count > 0 else {
      throw CommandFailure(
        status: .badData, message: "the file holds several variables, or none, but no band",
        file: path,
        hint: "Name a variable, as in NETCDF:\"\(path)\":pm25; `gdalinfo` lists them.")
    }
    switch band {
    case .number(let band):
      guard band <= count else {
        throw CommandFailure(
          status: .usage, message: "there is no band \(band), the raster has \(count)", file: path,
          hint: "Name one from 1 to \(count) with --band.")
      }
      return [band]
    case .all: return Array(1...count)
    case .period(let period): return try bands(of: period, reader)
    case nil: break
    }
    if count == 1 { return [1] }
    if let period, reader.bands.contains(where: { $0.time != nil }) {
      return try bands(of: period, reader)
    }
    throw CommandFailure(
      status: .usage, message: "the raster has \(count) bands", file: path,
      hint: "Say which with --band: a number from 1 to \(count), all for their mean"
        + (reader.bands.contains { $0.time != nil } ? ", or a time, as in 2018-10." : "."))
  }

  private func bands(of period: BandPeriod, _ reader: borrowing RasterReader) throws -> [Int] {
    let bands = period.bands(of: reader)
    guard bands.isEmpty else { return bands }
    let times = reader.bands.compactMap(\.time)
    guard let first = times.min(), let last = times.max() else {
      throw CommandFailure(
        status: .usage, message: "the bands of the raster do not say of when they are", file: path,
        hint: "Name a band by its number: --band, or FILE#3.")
    }
    throw CommandFailure(
      status: .badData,
      message: "no band is of \(period.name): they are from \(BandPeriod.month(first)) to "
        + "\(BandPeriod.month(last))", file: path,
      hint: "Take another file, or name a band by its number: --band, or FILE#3.")
  }

  private func reference(of reader: borrowing RasterReader) throws -> PlaceReference {
    if let from { return from }
    if let crs = reader.crs { return .system(crs) }
    throw CommandFailure(
      status: .badData, message: "the raster does not say what its coordinates are in", file: path,
      hint: "Say it with --from, as in --from EPSG:4326.")
  }

  private func check(
    _ means: CellMeans, _ zones: [MultiPolygon], _ reader: borrowing RasterReader,
    _ reference: PlaceReference
  ) throws {
    guard !means.values.contains(where: { !$0.isNaN }) else { return }
    var cells = Envelope.empty
    for zone in zones where zone.envelope.maxX.isFinite { cells.include(zone.envelope) }
    let raster = reader.envelope ?? .empty
    guard raster.intersects(cells) else {
      throw CommandFailure(
        status: .badData,
        message: "the raster does not cover the cells: it reaches \(Self.text(raster)), the cells "
          + "\(Self.text(cells)) (\(reference.name))", file: path,
        hint: "Take a raster of the place, or say what its coordinates are in with --from.")
    }
    let most = means.shares.max() ?? 0
    throw CommandFailure(
      status: .badData,
      message: most > 0
        ? "no cell has values on \(Self.percent(valuedShare)) of its area, the best has them on "
          + Self.percent(most)
        : "the raster has no values at all where the cells are, only its no-data sample",
      file: path,
      hint: most > 0
        ? "Lower --valued-share, or take a raster without gaps."
        : "Take another raster or --band, and check its no-data sample with `gdalinfo`.")
  }

  private static func text(_ box: Envelope) -> String {
    func short(_ number: Double) -> String { FieldValue.real((number * 1e4).rounded() / 1e4).text }
    return "\(short(box.minX))...\(short(box.maxX)), \(short(box.minY))...\(short(box.maxY))"
  }

  private static func percent(_ share: Double) -> String {
    FieldValue.real((share * 1000).rounded() / 10).text + " %"
  }
}
