internal import CampaignData
internal import Geo

extension Placer {
  /// Throws `badData` if no position at all could be used for one and the same reason, which is a
  /// fault of the file and not of its records.
  func checkWhole(_ run: ImportRun, match: HeadingMatch) throws(StoreError) {
    guard placed == 0, run.report.read > 0 else { return }
    let longitude = match.position(of: "lon").map(match.heading(of:)) ?? "lon"
    let latitude = match.position(of: "lat").map(match.heading(of:)) ?? "lat"
    if swapped > 0, metric == 0 {
      let hasColumns = match.field(of: "lon") != nil
      throw StoreError(
        .badData, "longitude and latitude are the wrong way round in every record",
        file: run.path, found: run.report.examples.first?.value, expected: "longitude, latitude",
        nextStep: hasColumns
          ? "Add --map \(longitude)=lat,\(latitude)=lon."
          : "Write the file again with x east and y north, or name its system with --crs.")
    }
    if metric > 0, swapped == 0 {
      throw StoreError(
        .badData, "the positions are metres of some grid, not degrees", file: run.path,
        found: run.report.examples.first?.value, expected: "degrees",
        nextStep: "Name the coordinate system with --crs, for instance --crs EPSG:4547.")
    }
  }

  /// Tells what was assumed of the datum, and which one fits visibly better.
  func report(
    to run: inout ImportRun, references: ReferencePoints?, counties: CountyLocator?
  ) {
    if picked > 0 {
      run.warn(
        "\(picked) positions were picked on a map and name no datum; they were taken for GCJ-02. "
          + "Say otherwise with --datum or a column datum.")
    }
    let declared = run.options.datum ?? .wgs84
    guard
      let fit = DatumFit(
        sample, declared: declared, references: references, counties: counties)
    else { return }
    run.warn(fit.sentence(declared: declared))
  }
}

extension DatumFit {
  /// The warning for the reader, with what to do.
  func sentence(declared: Datum) -> String {
    "The positions fit visibly better as \(likely.rawValue) than as \(declared.rawValue): "
      + "\(evidence). If so, import again with --datum \(likely.rawValue)."
  }
}
