import CampaignData
import Testing

@testable import Inspection

@Suite struct ReadingAssemblerTests {
  private let assembler = ReadingAssembler(settings: PowerSettings())
  private let first = 17_836 * 96

  private func reading(
    _ interval: Int, _ value: Float, _ circuit: PowerCircuit = .main, row: Int = 0
  ) -> MeterReading {
    MeterReading(
      interval: first + interval, circuit: circuit.rawValue, value: value, row: UInt32(row))
  }

  private func counter(_ interval: Int, _ value: Double) -> MeterReading {
    MeterReading(interval: first + interval, circuit: 0, counter: value, row: 0)
  }

  /// Readings of three circuits over some days, some missing.
  private func random(_ seed: UInt64) -> [MeterReading] {
    var random = DemoRandom(seed: seed, stream: "assembler")
    return (0..<20 * 96).flatMap { interval in
      PowerCircuit.allCases.compactMap { circuit in
        random.chance(0.1)
          ? nil : reading(interval, Float(random.between(1, 90)), circuit, row: interval)
      }
    }
  }

  @Test func `any order gives the same readings`() throws {
    let sorted = random(1)
    let expected = try #require(assembler.assemble(sorted))
    var shuffled = sorted
    var source = DemoRandom(seed: 2, stream: "order")
    source.shuffle(&shuffled)
    let got = try #require(assembler.assemble(shuffled))
    #expect(same(got.readings, expected.readings))
    #expect(got.faults.isEmpty && got.duplicates == 0)
  }

  private func same(_ one: SiteReadings, _ other: SiteReadings) -> Bool {
    one.firstDay == other.firstDay
      && zip(one.loads, other.loads).allSatisfy { pair in
        pair.0.map(\.bitPattern) == pair.1.map(\.bitPattern)
      }
  }

  @Test func `what is said twice changes nothing and is counted`() throws {
    let once = random(3)
    let twice = try #require(assembler.assemble(once + once.reversed()))
    #expect(twice.duplicates == once.count && twice.faults.isEmpty)
    #expect(same(twice.readings, try #require(assembler.assemble(once)).readings))
  }

  @Test func `of two values the first counts and the second is a fault`() throws {
    let site = try #require(
      assembler.assemble([reading(5, 3, row: 7), reading(5, 4, row: 8), reading(6, 1, row: 9)]))
    #expect(site.readings[.main][5] == 3)
    #expect(site.faults == [ReadingFault(row: 8, reason: .contradiction)])
  }

  @Test func `days begin at midnight and what is missing is not zero`() throws {
    let site = try #require(assembler.assemble([reading(40, 3), reading(96 * 2 + 1, 4)]))
    #expect(site.readings.days == 3 && site.readings.firstDay.daysSince1970 == 17_836)
    #expect(site.readings[.main][41].isNaN && site.readings[.production][40].isNaN)
  }

  @Test func `a stray year does not make the window long`() throws {
    let readings = (0..<960).map { reading($0, 5, row: $0) }
    let stray = [reading(-96 * 3650, 5, row: 5000)]
    let site = try #require(assembler.assemble(stray + readings))
    #expect(site.readings.days == 10)
    #expect(site.faults == [ReadingFault(row: 5000, reason: .tooFar)])
  }

  @Test func `a register gives loads, its reset and gaps are not measured`() throws {
    // 10 kWh an interval is 40 kW.
    var readings = (0..<50).map { counter($0, 1_234_567 + Double($0) * 10) }
    readings += (50..<96).map { counter($0, Double($0 - 50) * 10) }
    readings.remove(at: 20)
    let site = try #require(assembler.assemble(readings))
    let main = site.readings[.main]
    #expect(site.resets == 1)
    #expect(main[0] == 40 && main[18] == 40 && main[60] == 40)
    for index in [19, 20, 49, 95] { #expect(main[index].isNaN, "interval \(index)") }
  }

  @Test func `days in watts are put right`() throws {
    var readings: [MeterReading] = []
    for interval in 0..<10 * 96 {
      let load = Float(20 + interval % 13)
      let isWatts = interval >= 4 * 96 + 30 && interval < 6 * 96 + 10
      readings.append(reading(interval, isWatts ? load * 1000 : load))
    }
    let site = try #require(assembler.assemble(readings))
    #expect(site.rescaled == 2 * 96 - 20)
    for interval in 0..<10 * 96 {
      let expected = Float(20 + interval % 13)
      let load = site.readings[.main][interval]
      #expect(abs(load - expected) < 0.01)
    }
  }

  @Test func `a load that merely grows is left alone`() throws {
    let readings = (0..<10 * 96).map { reading($0, $0 < 480 ? 0.5 : 60) }
    #expect(try #require(assembler.assemble(readings)).rescaled == 0)
  }

  @Test func `nothing gives nothing`() {
    #expect(assembler.assemble([]) == nil)
  }

  private func metered(_ interval: Int, _ value: Float, by meter: UInt8) -> MeterReading {
    MeterReading(interval: first + interval, circuit: 2, meter: meter, value: value, row: 0)
  }

  @Test func `meters of one circuit are summed where each of them was measured`() throws {
    // The second has a gap at 2; a third one takes its place from 5 on.
    let raw =
      (0..<8).map { metered($0, 1, by: 0) }
      + [0, 1, 3, 4].map { metered($0, 10, by: 1) } + (5..<8).map { metered($0, 100, by: 7) }
    let site = try #require(assembler.assemble(raw))
    let loads = site.readings[.treatment]
    #expect(loads[..<2] == [11, 11] && loads[2].isNaN && loads[3..<5] == [11, 11])
    #expect(loads[5..<8] == [101, 101, 101] && loads[8].isNaN)
    #expect(site.summed == 1 && site.faults.isEmpty && site.duplicates == 0)
    #expect(site.readings[.main].allSatisfy { $0.isNaN })
  }

  @Test func `a reading keeps what it was made of`() {
    var random = DemoRandom(seed: 4, stream: "readings")
    for _ in 0..<1000 {
      let interval = random.below(MeterReading.intervals.upperBound)
      let (circuit, meter) = (UInt8(random.below(3)), UInt8(random.below(MeterReading.meters)))
      let load = MeterReading(
        interval: interval, circuit: circuit, meter: meter, value: 1, row: 1)
      let counter = MeterReading(
        interval: interval, circuit: circuit, meter: meter, counter: 123_456.75, row: 1)
      for reading in [load, counter] {
        #expect(reading.interval == interval && reading.circuit == Int(circuit))
        #expect(reading.meter == Int(meter))
      }
      #expect(!load.isRegister && counter.isRegister && counter.counter == 123_456.75)
    }
  }
}
