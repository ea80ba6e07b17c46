import ArgumentParser
import Geo
import Publishing

/// Finds where values are high or low beyond chance.
struct HotspotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspots",
    abstract: "Find where values are high or low beyond chance.",
    discussion: """
      Examples:
        hotspot hotspots cells.gpkg -o hot.gpkg --field rate --weights queen
        hotspot hotspots towns.shp -o lisa.gpkg --field rate --method moran
        hotspot hotspots sites.csv -o hot.geojson --field n --weights band:3000
        hotspot hotspots towns.gpkg -o hot.csv --field n --correction fdr
        hotspot hotspots towns.gpkg -o hot.svg --field n

      Methods: gi-star (Getis-Ord Gi*, hot and cold spots), gi (without the feature itself), moran \
      (clusters HH and LL, outliers HL and LH), geary (likeness to neighbours). Weights: queen, \
      rook (common borders), band:METRES, knn:COUNT, kernel:METRES, or a file of GeoDa or PySAL, \
      .gal or .gwt. Every feature keeps its columns and gets z, p (two-sided), p_perm, neighbours, \
      p_adjusted and bin (-3 to 3 for 99, 95, 90 %) or quadrant and cluster. A GeoPackage opens \
      coloured in QGIS; an .svg is a picture with a legend. What was decided and \
      what to beware of is told on standard error and with --report.
      """)

  @Argument(help: "Polygons or points: a file or connection that GDAL reads.") var input: String
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "Column of the values.") var field: String
  @Option(help: "The statistic.") var method = HotspotsMethod.giStar
  @Option(help: "What makes neighbours (default: queen; for points knn:8).")
  var weights: WeightsChoice?
  @Option(help: "How many conditional permutations; 0 for none.") var permutations = 999
  @Option(help: "Level at which features count.") var alpha = 0.05
  @Option(help: "Correction for many tests.") var correction = MultipleTesting.none
  @Option(help: "Judge by the normal or the permutation p (default: normal for gi, gi-star).")
  var judge: HotspotsBasis?
  @Option(help: "Seed of the permutations.") var seed: UInt64 = 1
  @Option(help: "Write what was decided to a file: text, or both languages as .json.")
  var report: String?
  @Option(help: "Column that a .gal or .gwt file names features by (default: its first line's).")
  var id: String?
  @Option(help: "Write the weights to a file too, .gal or .gwt.") var saveWeights: String?
  @Option(help: "What the coordinates are in (default: what the file says).")
  var from: PlaceReference?
  @Option(name: .customLong("of"), help: "GDAL's name of the output format, as in GPKG.")
  var format: String?
  @Option(name: .shortAndLong, help: "Layer or sheet (default: the first).") var layer: String?
  @Option(help: "Encoding of text (default: UTF-8 and GB18030 are told apart).")
  var encoding: String?
  @Option(help: "Column of the longitude or x, in a table.") var lon: String?
  @Option(help: "Column of the latitude or y, in a table.") var lat: String?
  @Flag(help: "Replace the output if it is there.") var overwrite = false
  @OptionGroup var picture: PictureOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard alpha > 0, alpha < 1 else {
      throw ValidationError("--alpha must lie between 0 and 1, as in 0.05")
    }
    guard permutations >= 0, permutations <= 10_000_000 else {
      throw ValidationError("--permutations must lie between 0 and 10000000")
    }
    if let saveWeights, WeightsText.Format(path: saveWeights) == nil {
      throw ValidationError("--save-weights needs a file that ends in .gal or .gwt")
    }
    if judge == .permutation, permutations == 0 {
      throw ValidationError("--judge permutation needs permutations: raise --permutations")
    }
  }

  func run() throws {
    let console = manner.console()
    for file in [output, report, saveWeights].compactMap(\.self) {
      try TextDocument.check(file, overwrite: overwrite)
    }
    let values = try Interruption.whilePolling {
      try ValueLayer(
        reading: input, layer: layer, encoding: encoding, field: field, lon: lon, lat: lat)
    }
    var record = AnalysisRecord()
    record.note(
      "input", zh: "\(input)，图层 \(values.name)，\(values.features.count) 个要素，数值列 \(field)。",
      en: "\(input), layer \(values.name), \(values.features.count) features, values of \(field).")
    let choice = weights ?? (values.areas == nil ? .nearest(8) : .shared(.queen))
    let search = NeighbourSearch(layer: values, choice: choice, from: from, idField: id)
    let found = try search.weights(&record)
    let outcome = analysis.run(values, found, &record)
    let written = HotspotsOutput(
      layer: values, columns: HotspotsColumns(outcome, besides: values.fields), from: from,
      style: outcome.style)
    let drawn = outcome.picture(
      of: values, field: field, from: from, words: picture.words(console.language))
    let file = PictureFile(output, format: format, overwrites: overwrite)
    let warnings = try Interruption.whilePolling {
      try file?.write(drawn.picture(), of: input)
        ?? written.write(to: output, format: format, overwrite: overwrite)
    }
    for warning in values.warnings + warnings { console.warn(warning) }
    try record.tell(console, report: report, overwrite: overwrite)
    if let saveWeights { try search.save(found, to: saveWeights, overwrite: overwrite) }
    let summary = HotspotsSummary(outcome: outcome, output: output, record: record)
    console.result(summary.text(console.language), json: summary.json)
  }

  private var analysis: HotspotsAnalysis {
    let basis = judge ?? (permutations > 0 ? method.usualBasis : .normal)
    return HotspotsAnalysis(
      method: method, permutations: permutations, seed: seed, alpha: alpha,
      correction: correction, basis: basis)
  }
}
