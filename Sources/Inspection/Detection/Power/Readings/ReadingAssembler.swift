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
    var registers = [RegisterColumn?](repeating: nil, count: 3)
    var loads = site.readings.loads
    site.readings.loads = []
    place(raw, first, count, &loads, &registers, &site)
    for circuit in registers.indices {
      guard let register = registers[circuit] else { continue }
      site.resets += register.differ(into: &loads[circuit], perHour: Float(intervalsPerDay) / 24)
    }
    for circuit in loads.indices {
      site.rescaled += UnitCorrection(intervalsPerDay: intervalsPerDay).apply(&loads[circuit])
    }
    site.readings.loads = loads
    return site
  }

  private func place(
    _ raw: [MeterReading], _ first: Int, _ count: Int, _ loads: inout [[Float]],
    _ registers: inout [RegisterColumn?], _ site: inout AssembledSite
  ) {
    var circuit = -1
    var column: [Float] = []
    for reading in raw {
      let index = reading.interval - first
      guard index >= 0, index < count else {
        site.faults.append(ReadingFault(row: reading.row, reason: .tooFar))
        continue
      }
      let place = reading.circuit
      if reading.isRegister {
        Self.keep(reading, at: index, of: count, in: &registers[place], &site)
        continue
      }
      if place != circuit {
        // The column is moved out, so that writing to it copies nothing.
        if circuit >= 0 { swap(&loads[circuit], &column) }
        swap(&loads[place], &column)
        circuit = place
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
    if circuit >= 0 { swap(&loads[circuit], &column) }
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
