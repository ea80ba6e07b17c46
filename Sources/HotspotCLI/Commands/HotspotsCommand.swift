import ArgumentParser
import Geo
import Publishing
import Terminal

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
        hotspot hotspots towns.gpkg -o hot.csv --field n --population people --correction fdr
        hotspot hotspots complaints.csv -o trends.gpkg --method emerging --time date --slice 7d \\
          --areas towns.gpkg
        hotspot hotspots months.gpkg -o trends.gpkg --method emerging --fields jan,feb,mar,apr
        hotspot hotspots towns.gpkg -o hot.svg --field n
        hotspot hotspots -w campaign -o hot.gpkg --since 2018-11-01 --count-in townships

      Without a file the values are a workspace's complaints, or with --facts alerts its alerts, \
      counted in its cells or townships. Methods: gi-star (Getis-Ord Gi*, hot and cold spots), gi (without the feature itself), moran \
      (clusters HH and LL, outliers HL and LH), geary (likeness to neighbours), emerging (new, \
      intensifying, diminishing... hot and cold spots over slices of time). Weights: queen, \
      rook (common borders), band:METRES, knn:COUNT, kernel:METRES, or a file of GeoDa or PySAL, \
      .gal or .gwt. Every feature keeps its columns and gets z, p (two-sided), p_perm, neighbours, \
      p_adjusted and bin (-3 to 3 for 99, 95, 90 %) or quadrant and cluster. A GeoPackage opens \
      coloured in QGIS; an .svg is a picture with a legend. What was decided and \
      what to beware of is told on standard error and with --report.
      """)

  @Argument(help: "Polygons or points: a file or connection that GDAL reads.") var input: String?
  @OptionGroup var counts: CountOptions
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "Column of the values.") var field: String?
  @Option(help: "The statistic.") var method = HotspotsChoice.local(.giStar)
  @Option(help: "What makes neighbours (default: queen; for points knn:8).")
  var weights: WeightsChoice?
  @Option(help: "How many conditional permutations; 0 for none.") var permutations = 999
  @Option(help: "Level at which features count.") var alpha = 0.05
  @Option(help: "Correction for many tests (default: none; for emerging fdr).")
  var correction: MultipleTesting?
  @Option(help: "Judge by the normal or the permutation p (default: normal for gi, gi-star).")
  var judge: HotspotsBasis?
  @Option(help: "Permutations of the whole layer's statistics (default: as many, up to 999).")
  var globalPermutations: Int?
  @Option(help: "Seed of the permutations.") var seed: UInt64 = 1
  @Option(help: "Write what was decided to a file: text, or both languages as .json.")
  var report: String?
  @Option(help: "Column that tells features apart, in .gal and .gwt files and over time.")
  var id: String?
  @Option(help: "Write the weights to a file too, .gal or .gwt.") var saveWeights: String?
  @OptionGroup var reading: LayerOptions
  @OptionGroup var rates: RateOptions
  @OptionGroup var emerging: EmergingOptions
  @OptionGroup var picture: PictureOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard alpha > 0, alpha < 1 else {
      throw ValidationError("--alpha must lie between 0 and 1, as in 0.05")
    }
    guard permutations >= 0, permutations <= 10_000_000 else {
      throw ValidationError("--permutations must lie between 0 and 10000000")
    }
    guard (0...10_000_000).contains(globalPermutations ?? 0) else {
      throw ValidationError("--global-permutations must lie between 0 and 10000000")
    }
    try emerging.check(isEmerging: method == .emerging, field: field, id: id)
    try checkOrigin()
    if method != .emerging, field == nil, input != nil {
      throw ValidationError("--field must name the column of the values")
    }
    if method == .emerging, judge == .permutation {
      throw ValidationError("--method emerging is judged by the normal p alone")
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
      try TextDocument.check(file, overwrite: reading.overwrite)
    }
    switch method {
    case .local(let statistic): try runLocal(statistic, console)
    case .emerging: try runEmerging(console)
    }
  }

  private func runLocal(_ statistic: HotspotsMethod, _ console: Console) throws {
    var record = AnalysisRecord()
    let values = try Interruption.whilePolling { try localValues(&record) }
    let column = field ?? values.fields.last?.name ?? ""
    record.note(
      "input", zh: "\(values.path)，图层 \(values.name)，\(values.features.count) 个要素，数值列 \(column)。",
      en:
        "\(values.path), layer \(values.name), \(values.features.count) features, values of \(column)."
    )
    let kind = try rateKind(of: values, statistic.usualRate, &record)
    let (search, found) = try neighbours(of: values, &record)
    let made = kind.map {
      PopulationRates(values.columns[0], population: values.columns[1], $0, found)
    }
    let outcome = analysis(statistic).run(values, made, found, &record)
    let drawn = outcome.picture(
      of: values, field: column, from: reading.from, words: picture.words(console.language))
    try write(values, outcome.columns, outcome.style, drawn, console)
    try record.tell(console, report: report, overwrite: reading.overwrite)
    if let saveWeights { try search.save(found, to: saveWeights, overwrite: reading.overwrite) }
    let summary = HotspotsSummary(outcome: outcome, output: output, record: record)
    console.result(summary.text(console.language), json: summary.json)
  }

  /// The features with their values: of a file, or counted in a workspace.
  private func localValues(_ record: inout AnalysisRecord) throws -> ValueLayer {
    guard let input else { return try counts.layer(&record) }
    return try ValueLayer(
      reading: input, layer: reading.layer, encoding: reading.encoding,
      numbers: [field ?? ""] + (rates.population.map { [$0] } ?? []), lon: reading.lon,
      lat: reading.lat)
  }

  private func checkOrigin() throws {
    guard input == nil else {
      guard !counts.isAsked else {
        throw ValidationError(
          "values come from a file or from a workspace: leave out the file, or --workspace, --facts, "
            + "--as-of, --verified, --accepted, --count-in, --since and --until")
      }
      return
    }
    guard method != .emerging else {
      throw ValidationError("--method emerging needs a file")
    }
    guard field == nil, rates.population == nil, id == nil, !reading.describesFile else {
      throw ValidationError(
        "--field, --population, --from, --layer, --encoding, --lon, --lat and --id describe a file: "
          + "name it, or leave them out")
    }
  }

  private func runEmerging(_ console: Console) throws {
    var record = AnalysisRecord()
    let source = CubeSource(
      input: input ?? "", options: emerging, field: field, id: id, population: rates.population,
      layer: reading.layer, encoding: reading.encoding, lon: reading.lon, lat: reading.lat,
      from: reading.from)
    let cube = try Interruption.whilePolling { try source.read(&record) }
    record.note(
      "input", zh: "\(cube.layer.path)，\(cube.layer.features.count) 个要素，\(cube.labels.count) 个时间片。",
      en:
        "\(cube.layer.path), \(cube.layer.features.count) features in \(cube.labels.count) slices.")
    let (search, found) = try neighbours(of: cube.layer, &record)
    let analysis = EmergingAnalysis(
      settings: .init(
        lags: emerging.lags, comparison: emerging.compare, alpha: alpha,
        correction: correction ?? .fdr),
      rate: rates.rate, population: rates.population)
    let outcome = try analysis.run(cube, found, &record)
    let drawn = outcome.picture(
      of: cube.layer, from: emerging.areas == nil ? reading.from : nil,
      words: picture.words(console.language))
    try write(cube.layer, outcome.columns, outcome.style, drawn, console)
    try record.tell(console, report: report, overwrite: reading.overwrite)
    if let saveWeights { try search.save(found, to: saveWeights, overwrite: reading.overwrite) }
    let summary = EmergingSummary(outcome: outcome, output: output, record: record)
    console.result(summary.text(console.language), json: summary.json)
  }

  private func neighbours(
    of values: ValueLayer, _ record: inout AnalysisRecord
  ) throws -> (NeighbourSearch, SpatialWeights) {
    let choice = weights ?? (values.areas == nil ? .nearest(8) : .shared(.queen))
    // What points of --areas are in says nothing of the areas.
    let reference = emerging.areas == nil ? reading.from : nil
    let search = NeighbourSearch(layer: values, choice: choice, from: reference, idField: id)
    return (search, try search.weights(&record))
  }

  /// What rate is analysed, of values that have been looked through; nil without a population.
  private func rateKind(
    of values: ValueLayer, _ usual: RateKind, _ record: inout AnalysisRecord
  ) throws -> RateKind? {
    guard let population = rates.population else { return nil }
    let kind = rates.rate ?? usual
    PopulationRates.note(kind, per: population, &record)
    try PopulationRates.check(
      values.columns[0], population: values.columns[1], in: values.path, &record)
    return kind
  }

  private func write(
    _ values: ValueLayer, _ columns: HotspotsColumns, _ style: MapStyle, _ drawn: ClassedPicture,
    _ console: Console
  ) throws {
    let written = HotspotsOutput(
      layer: values, columns: columns.named(besides: values.fields), from: reading.from,
      style: style)
    let file = PictureFile(output, format: reading.format, overwrites: reading.overwrite)
    let warnings = try Interruption.whilePolling {
      try file?.write(drawn.picture(), of: values.path)
        ?? written.write(to: output, format: reading.format, overwrite: reading.overwrite)
    }
    for warning in values.warnings + warnings { console.warn(warning) }
  }

  private func analysis(_ method: HotspotsMethod) -> HotspotsAnalysis {
    let basis = judge ?? (permutations > 0 ? method.usualBasis : .normal)
    return HotspotsAnalysis(
      method: method, permutations: permutations, seed: seed, alpha: alpha,
      correction: correction ?? .none, basis: basis,
      globalPermutations: globalPermutations ?? min(permutations, 999))
  }
}
