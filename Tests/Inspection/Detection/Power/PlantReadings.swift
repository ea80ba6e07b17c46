import CampaignData
import Inspection

/// Hand-made readings of a plant: 100 kW of production and 25 kW of treatment from 8 to 18 o'clock on
/// working days from 2018-11-01, a Thursday, on; a little of both at other times.
struct PlantReadings {
  static let firstDay = CalendarDate(daysSince1970: 17_836)

  let days: Int
  var main: [Float] = []
  var production: [Float] = []
  var treatment: [Float] = []
  var site = MeteredSite(id: "S1")
  var settings = PowerSettings()

  init(days: Int = 30, hours: Range<Int> = 8..<18) {
    self.days = days
    for index in 0..<days * 96 {
      let weekday = (Self.firstDay + index / 96).weekday
      let runs = hours.contains(index % 96 / 4) && weekday < 7
      // Wobbles by five per cent, and by no two the same.
      let wobble: Float = 0.95 + Float(index * 7919 % 997) / 9970
      let other: Float = 0.95 + Float(index * 104_729 % 991) / 9910
      let (level, cleaning): (Float, Float) = runs ? (100, 25 * wobble) : (1, 0.5)
      production.append(level * wobble)
      treatment.append(cleaning * other)
      main.append(production[index] + treatment[index] + 5 * other)
    }
  }

  /// The interval of a day and hour.
  static func at(_ day: Int, _ hour: Double) -> Int { day * 96 + Int(hour * 4) }

  /// Some hours of a day.
  static func hours(_ day: Int, _ from: Double, _ to: Double) -> Range<Int> {
    at(day, from)..<at(day, to)
  }

  /// The moment at which an hour of a day begins.
  static func moment(_ day: Int, _ hour: Double = 0) -> Moment {
    Moment(firstDay).adding(seconds: day * 86_400 + Int(hour * 3600))
  }

  /// Changes loads of a circuit in some intervals, and main with them unless told otherwise.
  mutating func set(
    _ circuit: WritableKeyPath<PlantReadings, [Float]>, _ range: Range<Int>,
    movesMain: Bool = true, _ change: (Float, Int) -> Float
  ) {
    for index in range {
      let before = self[keyPath: circuit][index]
      let after = change(before, index)
      self[keyPath: circuit][index] = after
      if movesMain, circuit != \.main, after == after { main[index] += after - before }
    }
  }

  /// The readings.
  var readings: SiteReadings {
    SiteReadings(
      firstDay: Self.firstDay, intervalsPerDay: 96, main: main, production: production,
      treatment: treatment)
  }

  /// What all rules find.
  var found: [DetectedAnomaly] {
    PowerDetector(settings).findings(in: readings, of: site).anomalies
  }

  /// The rules that find something unexplained.
  var rules: Set<PowerRule> { Set(found.filter { $0.explanation == nil }.map(\.rule)) }

  /// What one rule finds.
  func found(_ rule: PowerRule) -> [DetectedAnomaly] { found.filter { $0.rule == rule } }
}
