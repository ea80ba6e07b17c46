import ArgumentParser
import Geo

/// Stations whose series stand in for rasters.
struct StationOptions: ParsableArguments {
  @Option(
    help: "Series of stations instead of rasters: station, date, value; or a column a station.")
  var stations: String?
  @Option(help: "Where the stations are: station, lon, lat (default: in --stations itself).")
  var places: String?

  func validate() throws {
    guard stations != nil || places == nil else {
      throw ValidationError("--places says where the stations of --stations are: give both.")
    }
  }
}
