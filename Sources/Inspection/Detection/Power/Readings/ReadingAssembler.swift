import CampaignData

/// Puts a site's readings, in whatever order they came, on its grid of intervals.
///
/// The window is centred on the median time, so that one stray year cannot make it long. Of several
/// values of an interval the first counts; the same value again is a duplicate, another one a fault.
public struct ReadingAssembler: Sendable {
  /// Intervals in a day.
  let intervalsPerDay: Int
  /// Days of the longest window.
  public static let reach = 400

  /// An assembler for readings at a distance of minutes.
  public init(settings: PowerSettings) { intervalsPerDay = settings.intervalsPerDay }

  /// Readings of one site beyond this number are refused.
  public var limit: Int { 3 * 4 * 2 * Self.reach * intervalsPerDay }

  /// The readings on their grid; nil where none is left.
  ///
  /// O(readings + days of the window).
  public func assemble(_ raw: [MeterReading]) -> AssembledSite? {
    guard let window = window(raw) else { return nil }
    let first = window.lowerBound * intervalsPerDay
    let count = window.count * intervalsPerDay
    var site = AssembledSite(
      readings: SiteReadings(
        firstDay: CalendarDate(daysSince1970: window.lowerBound), intervalsPerDay: intervalsPerDay,
        main: [Float](repeating: .nan, count: count)))
    // A column for each meter of each circuit: the circuits of the first meters come first.
    let slots = 3 * MeterReading.meters
    var columns = [[Float]](repeating: [], count: slots)
    var registers = [RegisterColumn?](repeating: nil, count: slots)
    place(raw, first, count, &columns, &registers, &site)
    for slot in registers.indices {
      guard let register = registers[slot] else { continue }
      if columns[slot].isEmpty { columns[slot] = [Float](repeating: .nan, count: count) }
      site.resets += register.differ(into: &columns[slot], perHour: Float(intervalsPerDay) / 24)
    }
    for slot in columns.indices where !columns[slot].isEmpty {
      site.rescaled += UnitCorrection(intervalsPerDay: intervalsPerDay).apply(&columns[slot])
    }
    for circuit in 0..<3 {
      let meters = stride(from: circuit, to: slots, by: 3).map { columns[$0] }
        .filter { !$0.isEmpty }
      if meters.count > 1 { site.summed += 1 }
      guard let sum = MeterSum.loads(of: meters) else { continue }
      site.readings.loads[circuit] = sum
    }
    return site
  }

  private func place(
    _ raw: [MeterReading], _ first: Int, _ count: Int, _ columns: inout [[Float]],
    _ registers: inout [RegisterColumn?], _ site: inout AssembledSite
  ) {
    var current = -1
    var column: [Float] = []
    for reading in raw {
      let index = reading.interval - first
      guard index >= 0, index < count else {
        site.faults.append(ReadingFault(row: reading.row, reason: .tooFar))
        continue
      }
      let slot = reading.meter * 3 + reading.circuit
      if reading.isRegister {
        Self.keep(reading, at: index, of: count, in: &registers[slot], &site)
        continue
      }
      if slot != current {
        // The column is moved out, so that writing to it copies nothing.
        if current >= 0 { swap(&columns[current], &column) }
        swap(&columns[slot], &column)
        if column.isEmpty { column = [Float](repeating: .nan, count: count) }
        current = slot
      }
      let known = column[index]
      if known != known {
        column[index] = reading.value
      } else if known == reading.value {
        site.duplicates += 1
      } else {
        site.faults.append(ReadingFault(row: reading.row, reason: .contradiction))
      }
    }
    if current >= 0 { swap(&columns[current], &column) }
  }

  private static func keep(
    _ reading: MeterReading, at index: Int, of count: Int, in register: inout RegisterColumn?,
    _ site: inout AssembledSite
  ) {
    var column = register ?? RegisterColumn(count: count)
    register = nil
    switch column.keep(reading.counter, at: index) {
    case .new: break
    case .same: site.duplicates += 1
    case .contradiction:
      site.faults.append(ReadingFault(row: reading.row, reason: .contradiction))
    }
    register = column
  }

  /// The days that the readings cover, `reach` about the median at most.
  private func window(_ raw: [MeterReading]) -> ClosedRange<Int>? {
    guard var low = raw.first?.interval else { return nil }
    var high = low
    for reading in raw {
      low = min(low, reading.interval)
      high = max(high, reading.interval)
    }
    var days = day(low)...day(high)
    if days.count > Self.reach {
      let sorted = raw.map(\.interval).sorted()
      let middle = day(sorted[sorted.count / 2])
      let near = (middle - Self.reach / 2)...(middle + Self.reach / 2)
      let kept = sorted.filter { near.contains(day($0)) }
      guard let first = kept.first, let last = kept.last else { return nil }
      days = day(first)...day(last)
    }
    return days
  }

  private func day(_ interval: Int) -> Int { interval / intervalsPerDay }
}
