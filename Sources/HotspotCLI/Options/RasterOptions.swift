import ArgumentParser
import Store

/// How rasters are read: the same options for all that come together.
struct RasterOptions: ParsableArguments {
  @Option(help: "Band of the raster, from 1 (default: its only one).") var band: Int?
  @Option(
    help: "What the raster's coordinates are in (default: what the file says): EPSG:n, gcj02...")
  var from: PlaceReference?
  @Option(help: "Multiply values by this, as in 1000 for milligrams a cubic metre.")
  var factor: Double?
  @Option(help: "Part of a cell that must have values (default: setting cell_valued_share).")
  var valuedShare: Double?

  func validate() throws {
    guard band.map({ $0 >= 1 }) ?? true else {
      throw ValidationError("--band is the number of a band, 1 or more.")
    }
    guard factor.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--factor is a number above 0, as in 1000.")
    }
    guard valuedShare.map({ (0...1).contains($0) }) ?? true else {
      throw ValidationError("--valued-share lies between 0 and 1.")
    }
  }

  /// How to read a raster; `FILE#3` is its third band.
  func source(_ name: String, settings: WorkspaceSettings) -> RasterSource {
    let split = name.lastIndex(of: "#")
    let named = split.flatMap { Int(name[name.index(after: $0)...]) }
    let path = split.flatMap { named == nil ? nil : String(name[..<$0]) } ?? name
    return RasterSource(
      path: path, band: named ?? band, from: from, factor: factor ?? 1,
      valuedShare: valuedShare ?? settings.real("cell_valued_share"))
  }
}
