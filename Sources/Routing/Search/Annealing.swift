import Glibc

/// Accepts losses with a chance that falls with their size and as the search goes on.
///
/// The random thresholds come from a table of whole numbers, so that every machine accepts alike.
struct Annealing {
  private static let entries = 1024
  private static let unit: Int64 = 1024
  /// `-ln u` at the middle of each of the table's intervals, in units of 1/1024.
  private let table: [Int64]
  private let hot: Double
  private let cold: Double
  /// The temperature of the coolest search beside others, as a share of the hottest one's.
  private let coolest: Double
  private(set) var temperature: Int64

  /// Temperatures are in the unit of the values compared.
  init(hot: Double, cold: Double, coolest: Double = 1) {
    self.hot = hot
    self.cold = cold
    self.coolest = coolest
    temperature = Int64(hot)
    table = (0..<Self.entries).map {
      Int64((-log((Double($0) + 0.5) / Double(Self.entries)) * Double(Self.unit)).rounded())
    }
  }

  /// The same course some of the way from the temperatures of the hottest search, at 0, to those of
  /// the coolest, at 1; none below 1.
  func cooler(_ way: Double) -> Annealing {
    let share = pow(coolest, way)
    return Annealing(hot: max(1, hot * share), cold: max(1, cold * share), coolest: coolest)
  }

  /// Sets the temperature at a share of the search from 0 to 1: it falls geometrically.
  mutating func cool(_ progress: Double) {
    temperature = Int64(hot * pow(cold / hot, progress))
  }

  /// Whether to go from one value to another.
  @inline(__always)
  func accepts(_ value: Int64, from old: Int64, _ random: inout Xoshiro256) -> Bool {
    guard value < old else { return true }
    return old - value <= temperature * table[random.below(Self.entries)] / Self.unit
  }
}
