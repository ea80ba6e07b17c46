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
  private var lastSite: [UInt8] = []
  private var lastNumber: Int32 = -1
  private var knownCircuits = KnownWords<UInt8>()
  private var knownUnits = KnownWords<Double>()

  /// A failed row: where in the block its line is, and which field.
  struct Failure {
    let row: UInt32
    let line: Range<Int>
    let field: Int?
    let value: Range<Int>
    let failure: ReadingFailure
  }

  init(_ layout: ReadingLayout, separator: UInt8, options: ReadingOptions) {
    self.layout = layout
    self.separator = separator
    stampShift = options.stamp == .end ? 1 : 0
    now = options.now.secondsSince1970
    intervalSeconds = Int64(options.readingMinutes) * 60
    circuits = CampaignData.vocabulary(named: "power_circuit")
    encoding = options.encoding
    times = ReadingTime(zone: options.zone)
    edges = FieldEdges(layout.fieldCount)
  }

  /// Adds the readings of a block's lines to a batch; returns how many rows there were.
  mutating func scan(
    _ block: LineBlock, firstRow: UInt32, names: SiteNames, into batch: inout ReadingBatch,
    _ failures: inout [Failure]
  ) -> Int {
    let bytes = UnsafePointer(block.bytes)
    var at = 0
    var row = firstRow
    while at < block.count {
      let start = at
      let fields = divide(bytes, &at)
      // A blank line is no row.
      if fields == 1, isBlank(bytes, start, at - 1) { continue }
      let line = start..<at - 1
      if fields != layout.fieldCount {
        failures.append(Failure(row: row, line: line, field: nil, value: line, failure: .fields))
      } else {
        take(bytes, row, line, names, &batch, &failures)
      }
      row &+= 1
    }
    return Int(row &- firstRow)
  }

  /// Finds the fields of a line and goes behind its line feed; returns how many there are.
  @inline(__always)
  private func divide(_ bytes: UnsafePointer<UInt8>, _ at: inout Int) -> Int {
    let (starts, limit) = (starts, layout.fieldCount)
    var fields = 0
    var place = at
    starts[0] = Int32(truncatingIfNeeded: place)
    while true {
      let byte = bytes[place]
      if byte == separator {
        fields &+= 1
        if fields <= limit { starts[fields] = Int32(truncatingIfNeeded: place &+ 1) }
      } else if byte == 10 {
        break
      }
      place &+= 1
    }
    at = place + 1
    let end = place > Int(starts[0]) && bytes[place - 1] == 13 ? place - 1 : place
    if fields < limit { starts[fields + 1] = Int32(truncatingIfNeeded: end + 1) }
    return fields + 1
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

  @inline(__always)
  private mutating func take(
    _ bytes: UnsafePointer<UInt8>, _ row: UInt32, _ line: Range<Int>, _ names: SiteNames,
    _ batch: inout ReadingBatch, _ failures: inout [Failure]
  ) {
    func fail(_ failure: ReadingFailure, _ field: Int, _ value: Range<Int>) {
      failures.append(
        Failure(row: row, line: line, field: field, value: value, failure: failure))
    }
    let name = field(layout.site, bytes)
    guard !name.isEmpty else { return fail(.noSite, layout.site, name) }
    var place = PowerCircuit.main.rawValue
    if let column = layout.circuit {
      let text = field(column, bytes)
      guard let known = knownCircuits.meaning(bytes, text) ?? learnCircuit(bytes, text) else {
        return fail(.circuit, column, text)
      }
      place = known
    }
    let text = field(layout.time, bytes)
    let interval: Int64
    switch times.read(bytes + text.lowerBound, text.count) {
    case .seconds(let seconds):
      guard seconds <= now else { return fail(.future, layout.time, text) }
      let local = seconds + 28_800 - stampShift
      guard local >= 0 else { return fail(.time, layout.time, text) }
      interval = local / intervalSeconds
    case .empty: return fail(.noTime, layout.time, text)
    case .withoutZone: return fail(.zone, layout.time, text)
    case .none: return fail(.time, layout.time, text)
    }
    let digits = field(layout.value, bytes)
    guard case .number(var value) = numbers.read(bytes + digits.lowerBound, digits.count) else {
      return fail(digits.isEmpty ? .noValue : .value, layout.value, digits)
    }
    value *= layout.factor
    if let column = layout.unit {
      let word = field(column, bytes)
      guard let factor = knownUnits.meaning(bytes, word) ?? learnUnit(bytes, word) else {
        return fail(.unit, column, word)
      }
      value *= factor
    }
    guard value >= 0 else { return fail(.negative, layout.value, digits) }
    let isRegister = layout.kind == .register
    guard value < (isRegister ? 1e12 : 1e9) else { return fail(.large, layout.value, digits) }
    setSite(bytes, name, names)
    batch.sites.append(lastNumber)
    batch.readings.append(
      isRegister
        ? MeterReading(interval: Int(interval), circuit: place, counter: value, row: row)
        : MeterReading(interval: Int(interval), circuit: place, value: Float(value), row: row))
  }

  @inline(__always)
  private mutating func setSite(
    _ bytes: UnsafePointer<UInt8>, _ name: Range<Int>, _ names: SiteNames
  ) {
    if lastNumber >= 0, KnownWords<UInt8>.isSame(lastSite, bytes, name) { return }
    let text = UnsafeBufferPointer(start: bytes + name.lowerBound, count: name.count)
    lastNumber = names.number(text)
    lastSite.removeAll(keepingCapacity: true)
    lastSite.append(contentsOf: text)
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
