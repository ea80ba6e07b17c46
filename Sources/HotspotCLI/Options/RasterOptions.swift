import ArgumentParser
import Store

/// How rasters are read: the same options for all that come together.
struct RasterOptions: ParsableArguments {
  @Option(
    help:
      "Band of the raster: from 1; all for their mean; or a time, 2018-10 or 2018-01..2018-12 (default: its only one)."
  )
  var band: BandChoice?
  @Option(
    help: "What the raster's coordinates are in (default: what the file says): EPSG:n, gcj02...")
  var from: PlaceReference?
  @Option(help: "Multiply values by this, as in 1000 for milligrams a cubic metre.")
  var factor: Double?
  @Option(help: "Part of a cell that must have values (default: setting cell_valued_share).")
  var valuedShare: Double?

  func validate() throws {
    guard factor.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--factor is a number above 0, as in 1000.")
    }
    guard valuedShare.map({ (0...1).contains($0) }) ?? true else {
      throw ValidationError("--valued-share lies between 0 and 1.")
    }
  }

  /// How to read a raster; `FILE#3` is its third band, `FILE#all` the mean of all, `FILE#2018-10` the
  /// mean of those of a month.
  ///
  /// - Parameter period: What is asked for, which chooses among bands that say when they are of.
  func source(
    _ name: String, settings: WorkspaceSettings, of period: BandPeriod? = nil
  ) -> RasterSource {
    let split = name.lastIndex(of: "#")
    let named = split.flatMap { BandChoice(argument: String(name[name.index(after: $0)...])) }
    let path = split.flatMap { named == nil ? nil : String(name[..<$0]) } ?? name
    return RasterSource(
      path: path, band: named ?? band, period: period, from: from, factor: factor ?? 1,
      valuedShare: valuedShare ?? settings.real("cell_valued_share"))
  }
}
