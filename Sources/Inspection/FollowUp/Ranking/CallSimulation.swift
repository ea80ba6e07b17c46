import Dispatch
import Geo

/// Ordinary teams at the sites of past rounds, to see how low their chances come by luck alone.
struct CallSimulation {
  /// The greatest chance at which not more than the stated part of them is called about.
  let level: Double
  /// Simulated rounds of teams with a chance at most that, of all.
  let called: Proportion

  init(_ rounds: [RoundWork], skills: TeamSkills, units: PointUnits, settings: CallSettings) {
    guard !rounds.isEmpty else {
      level = 0
      called = Proportion(0, of: 0)
      return
    }
    let times = max(1, settings.simulated / rounds.count)
    var lowest = [[Double]](repeating: [], count: rounds.count)
    lowest.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: rounds.count) { number in
        output[number] = Self.lowest(
          rounds[number], number: number, times: times, skills: skills, units: units,
          settings: settings)
      }
    }
    let all = lowest.flatMap(\.self).sorted()
    let allowed = Int(settings.falseAlarmRate * Double(all.count))
    // Equal chances are called about together or not at all.
    var count = 0
    var level = 0.0
    while count < all.count {
      let value = all[count]
      let next = all[count...].firstIndex { $0 > value } ?? all.count
      guard next <= allowed else { break }
      (count, level) = (next, value)
    }
    self.level = level
    called = Proportion(count, of: all.count)
  }

  /// The least chance of each simulated round of a team.
  private static func lowest(
    _ team: RoundWork, number: Int, times: Int, skills: TeamSkills, units: PointUnits,
    settings: CallSettings
  ) -> [Double] {
    let windows = team.trials.indices.flatMap { last in
      CallWindow.ending(
        on: last, trials: team.trials, skills: skills.coarse, units: units, settings: settings)
    }
    var random = DemoRandom(seed: settings.seed, stream: "call", number: number)
    return (0..<times).map { _ in
      let skill = skills.fine[random.below(skills.fine.count)]
      var sums = [0]
      for day in team.trials {
        sums.append((sums.last ?? 0) + drawn(day, skill: skill, units: units, &random))
      }
      return windows.reduce(1) { least, window in
        min(least, window.tail(sums[window.days.upperBound + 1] - sums[window.days.lowerBound]))
      }
    }
  }

  /// The units that a team finds at some sites.
  static func drawn(
    _ chances: [Double], skill: Double, units: PointUnits, _ random: inout DemoRandom
  ) -> Int {
    chances.reduce(0) { sum, chance in
      guard random.chance(skill * chance / (1 - chance + skill * chance)) else { return sum }
      var left = random.unit()
      for value in units.values {
        left -= value.chance
        if left < 0 { return sum + value.units }
      }
      return sum + (units.values.last?.units ?? 0)
    }
  }
}
