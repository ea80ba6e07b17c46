internal import CampaignData
public import Inspection

/// Streams readings site by site.
///
/// Readings that stand by site are read once and one site's are in memory at a time. Others are dealt
/// out to files on disk first; see `ReadingPartitions`. Either way a site's readings may come in any
/// order, and the results are the same.
public struct MeterStream {
  private let paths: [String]
  private let options: ReadingOptions
  private let assembler: ReadingAssembler
  private let rejects: ReadingRejects
  private var report = ReadingReport()

  /// Readings of some files; `rejects` is what happens to unusable rows.
  public init(
    _ paths: [String], options: ReadingOptions, settings: PowerSettings,
    rejects: ReadingRejectList
  ) {
    self.paths = paths
    self.options = options
    assembler = ReadingAssembler(settings: settings)
    self.rejects = ReadingRejects(rejects)
  }

  /// Hands on every site with its readings, and reports what became of the rows.
  ///
  /// Throws `StoreError` where a file cannot be read at all or a column is missing; whatever `body`
  /// throws ends the stream.
  public mutating func forEachSite(
    _ body: (_ site: String, SiteReadings) throws -> Void
  ) throws -> ReadingReport {
    report.order = try ReadingOrderGuess.order(of: paths, options: options)
    var files = ReadingFiles(paths, options: options, rejects: rejects)
    if report.order == .meter {
      try readBySite(&files, body)
    } else {
      try readByTime(&files, body)
    }
    report.read = files.read
    report.rejected = rejects.counts
    report.examples = rejects.examples
    report.warnings = files.warnings
    report.rejectsFile = try rejects.keep()
    return report
  }

  // MARK: By site

  private mutating func readBySite(
    _ files: inout ReadingFiles, _ body: (String, SiteReadings) throws -> Void
  ) throws {
    var current: Int32 = -1
    var readings: [MeterReading] = []
    var isClosed: [Bool] = []
    var stream = self
    try files.forEachBatch { batch, _, files in
      let entries = batch.entries
      for index in 0..<batch.count {
        let (site, reading) = (entries[index].site, entries[index].reading)
        if site != current {
          if Int(site) < isClosed.count, isClosed[Int(site)] {
            try files.reject(
              row: reading.row, .closed, text: text(of: reading, Int(site), files))
            continue
          }
          if current >= 0 { try stream.close(Int(current), &readings, &isClosed, files, body) }
          current = site
        }
        if readings.count == stream.assembler.limit {
          try files.reject(
            row: reading.row, .tooMany, text: text(of: reading, Int(site), files))
        } else {
          readings.append(reading)
        }
      }
    }
    if current >= 0 { try stream.close(Int(current), &readings, &isClosed, files, body) }
    self = stream
  }

  private mutating func close(
    _ site: Int, _ readings: inout [MeterReading], _ isClosed: inout [Bool],
    _ files: ReadingFiles, _ body: (String, SiteReadings) throws -> Void
  ) throws {
    while isClosed.count <= site { isClosed.append(false) }
    isClosed[site] = true
    try hand(site, readings, files, body)
    readings.removeAll(keepingCapacity: true)
  }

  // MARK: By time

  private mutating func readByTime(
    _ files: inout ReadingFiles, _ body: (String, SiteReadings) throws -> Void
  ) throws {
    let partitions = try ReadingPartitions(folder: options.scratch)
    try files.forEachBatch { batch, _, _ in try partitions.add(batch) }
    let done = files
    var stream = self
    try partitions.forEachSite(of: files.names.count) { site, readings in
      try stream.hand(site, readings, done, body)
    }
    stream.report.scratchBytes = partitions.bytes
    self = stream
  }

  private mutating func hand(
    _ site: Int, _ readings: [MeterReading], _ files: ReadingFiles,
    _ body: (String, SiteReadings) throws -> Void
  ) throws {
    guard let assembled = assembler.assemble(readings) else { return }
    report.sites += 1
    report.duplicates += assembled.duplicates
    report.rescaled += assembled.rescaled
    report.rescaledSites += assembled.rescaled > 0 ? 1 : 0
    report.resets += assembled.resets
    report.summed += assembled.summed
    for fault in assembled.faults {
      try files.reject(
        row: fault.row, ReadingFailure(fault.reason),
        text: Self.reading(ofRow: fault.row, in: readings)
          .map { text(of: $0, site, files) } ?? files.names[site])
    }
    try body(files.names[site], assembled.readings)
  }

  // MARK: Words for rejected readings

  /// The reading of a row; a site's readings are kept in the order of their rows.
  private static func reading(ofRow row: UInt32, in readings: [MeterReading]) -> MeterReading? {
    var (low, high) = (0, readings.count)
    while low < high {
      let middle = (low + high) / 2
      if readings[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low < readings.count && readings[low].row == row ? readings[low] : nil
  }

  /// A reading in the words of a stream: its line may be long gone.
  private func text(of reading: MeterReading, _ site: Int, _ files: ReadingFiles) -> String {
    let seconds = Int64(reading.interval * options.readingMinutes) * 60 - 28_800
    let circuit = PowerCircuit(rawValue: UInt8(reading.circuit))?.key ?? ""
    let value = reading.isRegister ? "\(reading.counter) kWh" : "\(reading.value) kW"
    return "\(files.names[site]) \(circuit) \(Moment(secondsSince1970: seconds)) \(value)"
  }
}
