import Foundation
import Geo
import Testing

/// Rasters of many bands that say of when they are.
///
/// A VRT carries the metadata that GDAL makes of the
/// time dimension of NetCDF.
@Suite struct DetectBandsTests {
  /// A file of the bands of another, each with a time.
  private func dated(
    _ fixture: DetectFixture, _ name: String, levels: [Double], units: String, steps: [Double]
  ) throws -> String {
    var bands = ""
    for (band, level) in levels.enumerated() {
      let source = try fixture.raster("\(name)-\(band).tif") { level + $0.x }
      bands += """
        <VRTRasterBand dataType="Float64" band="\(band + 1)"><Metadata>\
        <MDI key="NETCDF_DIM_time">\(steps[band])</MDI></Metadata>\
        <NoDataValue>-999</NoDataValue><SimpleSource>\
        <SourceFilename>\(source)</SourceFilename><SourceBand>1</SourceBand></SimpleSource>\
        </VRTRasterBand>
        """
    }
    return try write(
      """
      <VRTDataset rasterXSize="40" rasterYSize="40"><SRS>EPSG:4326</SRS>\
      <GeoTransform>114.4, 0.01, 0, 38.3, 0, -0.01</GeoTransform><Metadata>\
      <MDI key="NETCDF_DIM_EXTRA">{time}</MDI><MDI key="time#units">\(units)</MDI>\
      <MDI key="time#calendar">standard</MDI></Metadata>\(bands)</VRTDataset>
      """, to: fixture.folder + "/\(name).vrt")
  }

  /// The mean of all cells, by the list that is written.
  private func mean(
    _ fixture: DetectFixture, _ raster: String, _ options: String...
  ) throws -> Double {
    let out = fixture.folder + "/means.csv"
    let run = try Program.run(
      ["detect", "hot-cells", raster, "-w", fixture.workspace, "-o", out, "--all", "--overwrite"]
        + options)
    try #require(run.status == 0, "\(run.error)")
    let means = try DetectFixture.rows(out).compactMap { Double($0["mean"] ?? "") }
    return means.reduce(0, +) / Double(means.count) - 114.6
  }

  @Test func `bands are taken by number, time or all together`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      // Two days of September and of October, one of November.
      let raster = try dated(
        fixture, "days", levels: [10, 20, 40, 60, 100], units: "days since 2018-09-01",
        steps: [0, 29, 30, 60, 61])
      for (band, expected) in [
        ("1", 10.0), ("all", 46), ("2018-09", 15), ("2018-10", 50), ("2018-11", 100),
        ("2018-09..2018-10", 32.5),
      ] {
        #expect(abs(try mean(fixture, raster, "--band", band) - expected) < 0.01, "\(band)")
      }
      let none = try Program.run(
        "detect", "hot-cells", raster, "-w", fixture.workspace, "--dry-run", "--band", "2017-01",
        "--lang", "en")
      #expect(none.status == 65 && none.error.contains("from 2018-09 to 2018-11"))
      let unsaid = try Program.run(
        "detect", "hot-cells", raster, "-w", fixture.workspace, "--dry-run", "--lang", "en")
      #expect(unsaid.status == 64 && unsaid.error.contains("2018-10"))
      let wrong = try Program.run(
        "detect", "hot-cells", raster, "-w", fixture.workspace, "--dry-run", "--band", "0")
      #expect(wrong.status == 64)
    }
  }

  @Test func `months and hours find their bands`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      let raster = try dated(
        fixture, "months", levels: [10, 20, 30], units: "months since 2018-09-15",
        steps: [-11, 0, 1])
      func alerts(_ options: String...) throws -> Program.Run {
        try Program.run(
          ["detect", "alerts", "-w", fixture.workspace, "--all-cells", "--dry-run", "--lang", "en"]
            + options)
      }
      let whole = try alerts("--month", "2018-10", raster)
      #expect(whole.status == 0, "\(whole.error)")
      for band in ["2018-10: \(raster), band 3", "2018-09: \(raster), band 2"] {
        #expect(whole.error.contains(band), "\(band): \(whole.error)")
      }
      let named = try alerts("--month", "2018-10", "2018-10=\(raster)#1")
      #expect(named.error.contains("cells with a value") && !named.error.contains("band 3"))
      let absent = try alerts("--month", "2019-05", raster)
      #expect(absent.status != 0)
      let hourly = try dated(
        fixture, "hours", levels: [10, 20], units: "hours since 2018-11-05 05:00", steps: [0, 1])
      let live = try alerts("--hour", "2018-11-05T14", hourly)
      #expect(live.status == 0 && live.error.contains("band 2"), "\(live.error)")
      #expect(try alerts("--hour", "2018-11-06T14", hourly).status == 66)
    }
  }
}
