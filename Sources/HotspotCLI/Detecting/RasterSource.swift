import Geo
import Terminal

/// A raster of PM2.5, and how to read it.
struct RasterSource: Sendable, Hashable {
  /// The file or connection.
  let path: String
  /// The band; nil for its only one.
  let band: Int?
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
    let band = try band(of: reader)
    let reference = try reference(of: reader)
    let zones = try cells.areas(in: reference, file: path)
    try Interruption.check()
    let found = try reader.zonalMeans(of: zones, band: band)
    let means = CellMeans(
      values: found.map { $0.valuedShare >= valuedShare ? $0.mean * factor : .nan },
      shares: found.map(\.valuedShare), path: path, band: band, reference: reference,
      unit: reader.bands[band - 1].unit, factor: factor)
    try check(means, zones, reader, reference)
    return means
  }

  private func band(of reader: borrowing RasterReader) throws -> Int {
    let count = reader.bands.count
    guard count > 0 else {
      throw CommandFailure(
        status: .badData, message: "the file holds several variables, or none, but no band",
        file: path,
        hint: "Name a variable, as in NETCDF:\"\(path)\":pm25; `gdalinfo` lists them.")
    }
    if let band {
      guard (1...count).contains(band) else {
        throw CommandFailure(
          status: .usage, message: "there is no band \(band), the raster has \(count)", file: path,
          hint: "Name one from 1 to \(count) with --band.")
      }
      return band
    }
    guard count == 1 else {
      throw CommandFailure(
        status: .usage, message: "the raster has \(count) bands", file: path,
        hint: "Say which with --band, 1 to \(count).")
    }
    return 1
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
