internal import CampaignData
internal import Geo
internal import Inspection

/// Takes lines of readings apart.
///
/// What is usual is quick: the site and the circuit are mostly those of the line before, the day too.
struct ReadingScanner {
  private let layout: ReadingLayout
  private let separator: UInt8
  private let stampShift: Int64
  private let now: Int64
  private let intervalSeconds: Int64
  private let circuits: Vocabulary?
  private let encoding: String?
  private let numbers = ReadingNumber()
  private var times: ReadingTime
  /// Where every field of a line starts, and behind the last one where it ends.
  private var starts: UnsafeMutablePointer<Int32> { edges.base }
  private let edges: FieldEdges
  /// Where in the block the site of the last reading stands; empty at the begin of a block.
  private var lastName = 0..<0
  private var lastNumber: Int32 = -1
  private var knownCircuits = KnownWords<UInt8>()
  private var knownUnits = KnownWords<Double>()

  /// A failed row: which field, and where in the block its text is.
  struct Failure {
    let row: UInt32
    /// All of the line.
    let line: Range<Int>
    let field: Int?
    let value: Range<Int>
    let failure: ReadingFailure
    /// Readings that are lost with it.
    var readings = 1
  }

  init(_ layout: ReadingLayout, separator: UInt8, options: ReadingOptions) {
    self.layout = layout
    self.separator = separator
    // The columns of a day know themselves what their times mean.
    stampShift = options.stamp == .end && layout.day.isEmpty ? 1 : 0
    now = options.now.secondsSince1970
    intervalSeconds = Int64(options.readingMinutes) * 60
    circuits = CampaignData.vocabulary(named: "power_circuit")
    encoding = options.encoding
    times = ReadingTime(zone: options.zone)
    edges = FieldEdges(layout.fieldCount)
  }

  /// Puts the readings of a block's lines into a batch; returns how many there were, the unusable ones
  /// too.
  mutating func scan(
    _ block: LineBlock, firstRow: UInt32, names: SiteNames, meters: MeterNumbers,
    into batch: ReadingBatch, _ failures: inout [Failure]
  ) -> Int {
    let bytes = UnsafePointer(block.bytes)
    // The shortest line that holds a reading is longer than eight bytes, the shortest field two.
    batch.prepare(for: block.count / (layout.day.isEmpty ? 8 : 2) + 1)
    lastName = 0..<0
    var at = 0
    var row = firstRow
    while at < block.count {
      let start = at
      let fields = divide(bytes, &at)
      // A blank line is no row.
      if fields == 1, isBlank(bytes, start, at - 1) { continue }
      if fields != layout.fieldCount {
        fail(.fields, row, nil, start..<at - 1, &failures)
      } else if layout.day.isEmpty {
        take(bytes, row, names, meters, batch, &failures)
      } else {
        takeDay(bytes, row, names, meters, batch, &failures)
      }
      row &+= UInt32(truncatingIfNeeded: layout.perRow)
    }
    return Int(row &- firstRow)
  }

  private func fail(
    _ failure: ReadingFailure, _ row: UInt32, _ field: Int?, _ value: Range<Int>,
    _ failures: inout [Failure], ofAll: Bool = true
  ) {
    // Of a line with too many fields only the first are known; its value is the line itself.
    let line = failure == .fields ? value : Int(starts[0])..<Int(starts[layout.fieldCount]) - 1
    failures.append(
      Failure(
        row: row, line: line, field: field, value: value, failure: failure,
        readings: ofAll ? layout.perRow : 1))
  }

  /// Finds the fields of a line and goes behind its line feed; returns how many there are.
  ///
  /// Eight bytes at a time: the bits of a byte that is a separator or a line feed are all zero after
  /// an exclusive or with it. Reads up to seven bytes behind the line, for which blocks have room.
  @inline(__always)
  private func divide(_ bytes: UnsafePointer<UInt8>, _ at: inout Int) -> Int {
    let (starts, limit) = (starts, layout.fieldCount)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (separators, feeds) = (ones &* UInt64(separator), ones &* 10)
    let raw = UnsafeRawPointer(bytes)
    var fields = 0
    var place = at
    starts[0] = Int32(truncatingIfNeeded: place)
    while true {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      var marks = Self.zeroBytes(word ^ separators) | Self.zeroBytes(word ^ feeds)
      while marks != 0 {
        let found = place &+ marks.trailingZeroBitCount &>> 3
        marks &= marks &- 1
        if bytes[found] == 10 {
          at = found &+ 1
          let end = found > Int(starts[0]) && bytes[found &- 1] == 13 ? found &- 1 : found
          if fields < limit { starts[fields &+ 1] = Int32(truncatingIfNeeded: end &+ 1) }
          return fields &+ 1
        }
        fields &+= 1
        if fields <= limit { starts[fields] = Int32(truncatingIfNeeded: found &+ 1) }
      }
      place &+= 8
    }
  }

  /// The highest bit of every byte that is zero.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  private func isBlank(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for place in start..<end where ![32, 9, 13].contains(bytes[place]) { return false }
    return true
  }

  /// The bytes of a field, without quotes and blanks around it.
  @inline(__always)
  private func field(_ number: Int, _ bytes: UnsafePointer<UInt8>) -> Range<Int> {
    var (low, high) = (Int(starts[number]), Int(starts[number + 1]) - 1)
    while low < high, bytes[low] <= 34, bytes[low] == 32 || bytes[low] == 34 || bytes[low] == 9 {
      low += 1
    }
    while high > low, bytes[high - 1] <= 34,
      bytes[high - 1] == 32 || bytes[high - 1] == 34 || bytes[high - 1] == 9
    {
      high -= 1
    }
    return low..<high
  }

  /// What the values of a row have in common.
  fileprivate struct Heading {
    let site: Int32
    let circuit: UInt8
    let meter: UInt8
    /// The interval of the time.
    let interval: Int64
    /// What a value is multiplied by.
    let factor: Double
  }

  /// A row that is one reading.
  @inline(__always)
  private mutating func take(
    _ bytes: UnsafePointer<UInt8>, _ row: UInt32, _ names: SiteNames, _ meters: MeterNumbers,
    _ batch: ReadingBatch, _ failures: inout [Failure]
  ) {
    guard let heading = heading(bytes, row, names, meters, &failures) else { return }
    let digits = field(layout.value, bytes)
    switch value(bytes, digits, heading.factor) {
    case .success(let value): batch.add(heading.entry(value, layout.kind, heading.interval, row))
    case .failure(let failure): fail(failure, row, layout.value, digits, &failures)
    }
  }

  /// A row that is a day.
  private mutating func takeDay(
    _ bytes: UnsafePointer<UInt8>, _ row: UInt32, _ names: SiteNames, _ meters: MeterNumbers,
    _ batch: ReadingBatch, _ failures: inout [Failure]
  ) {
    guard let heading = heading(bytes, row, names, meters, &failures) else { return }
    var row = row
    for column in layout.day {
      let digits = field(column.field, bytes)
      let interval = heading.interval + Int64(column.interval)
      if interval * intervalSeconds - 28_800 > now {
        fail(.future, row, column.field, digits, &failures, ofAll: false)
      } else {
        switch value(bytes, digits, heading.factor) {
        case .success(let value): batch.add(heading.entry(value, layout.kind, interval, row))
        case .failure(let failure):
          fail(failure, row, column.field, digits, &failures, ofAll: false)
        }
      }
      row &+= 1
    }
  }

  /// Reads all of a row but its values; nil where something is wrong with it.
  @inline(__always)
  private mutating func heading(
    _ bytes: UnsafePointer<UInt8>, _ row: UInt32, _ names: SiteNames, _ meters: MeterNumbers,
    _ failures: inout [Failure]
  ) -> Heading? {
    let name = field(layout.site, bytes)
    guard !name.isEmpty else {
      fail(.noSite, row, layout.site, name, &failures)
      return nil
    }
    var place = PowerCircuit.main.rawValue
    if let column = layout.circuit {
      let text = field(column, bytes)
      guard let known = knownCircuits.meaning(bytes, text) ?? learnCircuit(bytes, text) else {
        fail(.circuit, row, column, text, &failures)
        return nil
      }
      place = known
    }
    let text = field(layout.time, bytes)
    guard let interval = interval(bytes, text, row, &failures) else { return nil }
    var factor = layout.factor
    if let column = layout.unit {
      let word = field(column, bytes)
      guard let known = knownUnits.meaning(bytes, word) ?? learnUnit(bytes, word) else {
        fail(.unit, row, column, word, &failures)
        return nil
      }
      factor *= known
    }
    setSite(bytes, name, names)
    var meter: UInt8 = 0
    if let column = layout.meter {
      let word = field(column, bytes)
      guard let known = meters.number(of: bytes, word, site: lastNumber, circuit: place) else {
        fail(.meters, row, column, word, &failures)
        return nil
      }
      meter = known
    }
    return Heading(
      site: lastNumber, circuit: place, meter: meter, interval: interval, factor: factor)
  }

  @inline(__always)
  private mutating func interval(
    _ bytes: UnsafePointer<UInt8>, _ text: Range<Int>, _ row: UInt32, _ failures: inout [Failure]
  ) -> Int64? {
    let failure: ReadingFailure
    switch times.read(bytes + text.lowerBound, text.count) {
    case .seconds(let seconds):
      let local = seconds + 28_800 - stampShift
      let interval = local / intervalSeconds
      if seconds <= now, local >= 0, interval < MeterReading.intervals.upperBound {
        return interval
      }
      failure = seconds > now ? .future : .time
    case .empty: failure = .noTime
    case .withoutZone: failure = .zone
    case .none: failure = .time
    }
    fail(failure, row, layout.time, text, &failures)
    return nil
  }

  /// The value of a field in kW, or kWh of a register.
  @inline(__always)
  private func value(
    _ bytes: UnsafePointer<UInt8>, _ digits: Range<Int>, _ factor: Double
  ) -> Result<Double, ReadingFailure> {
    guard case .number(let number) = numbers.read(bytes + digits.lowerBound, digits.count) else {
      return .failure(digits.isEmpty ? .noValue : .value)
    }
    let value = number * factor
    guard value >= 0 else { return .failure(.negative) }
    guard value < (layout.kind == .register ? 1e12 : 1e9) else { return .failure(.large) }
    return .success(value)
  }

  @inline(__always)
  private mutating func setSite(
    _ bytes: UnsafePointer<UInt8>, _ name: Range<Int>, _ names: SiteNames
  ) {
    if Self.isSame(bytes, lastName, name) { return }
    lastNumber = names.number(
      UnsafeBufferPointer(start: bytes + name.lowerBound, count: name.count))
    lastName = name
  }

  /// Whether the same bytes stand in two places of a block.
  @inline(__always)
  private static func isSame(
    _ bytes: UnsafePointer<UInt8>, _ one: Range<Int>, _ other: Range<Int>
  ) -> Bool {
    guard one.count == other.count else { return false }
    for index in 0..<one.count
    where bytes[one.lowerBound &+ index] != bytes[other.lowerBound &+ index] { return false }
    return true
  }

  @inline(never)
  private mutating func learnCircuit(
    _ bytes: UnsafePointer<UInt8>, _ text: Range<Int>
  ) -> UInt8? {
    var place = PowerCircuit.main.rawValue
    if !text.isEmpty {
      let word = UnsafeBufferPointer(start: bytes + text.lowerBound, count: text.count)
      guard let key = circuits?.key(for: DelimitedText.string(word, encoding: encoding)),
        let circuit = PowerCircuit(key: key)
      else { return nil }
      place = circuit.rawValue
    }
    knownCircuits.learn(bytes, text, place)
    return place
  }

  @inline(never)
  private mutating func learnUnit(_ bytes: UnsafePointer<UInt8>, _ text: Range<Int>) -> Double? {
    let word = UnsafeBufferPointer(start: bytes + text.lowerBound, count: text.count)
    let factor =
      text.isEmpty ? 1 : ReadingUnit.factor(DelimitedText.string(word, encoding: encoding))
    if let factor { knownUnits.learn(bytes, text, factor) }
    return factor
  }
}

extension ReadingScanner.Heading {
  /// A value of the row as an entry of a batch.
  @inline(__always)
  fileprivate func entry(
    _ value: Double, _ kind: ReadingOptions.Value, _ interval: Int64, _ row: UInt32
  ) -> ReadingBatch.Entry {
    let reading =
      kind == .register
      ? MeterReading(
        interval: Int(interval), circuit: circuit, meter: meter, counter: value, row: row)
      : MeterReading(
        interval: Int(interval), circuit: circuit, meter: meter, value: Float(value), row: row)
    return ReadingBatch.Entry(site: site, reading: reading)
  }
}
