import CampaignData

extension MeterDraft {
  /// Plants what the scenario says.
  mutating func plant(_ number: Int, _ random: inout DemoRandom) {
    switch scenario {
    case .clean: break
    case .compliant: plantCompliance(&random)
    case .treatmentOff, .treatmentIdle, .treatmentRatio, .negativeCorrelation:
      plantTreatment(&random)
    case .orderedStop, .movedToNight, .overLimit: plantOrder(&random)
    case .disconnected, .frozen, .offline, .feederOutage, .brokenCable:
      plantMeter(number, &random)
    case .nightUse: plantNights(&random)
    case .bannedRunning, .hiddenIndustrial, .household, .coldStore: plantBare(&random)
    case .plantStopped: plantRest(&random)
    case .ownGeneration: plantPanels(&random)
    }
  }

  /// Some hours in which the plant runs: of a day, from an hour in to at most its end.
  private func running(_ random: inout DemoRandom, hours: ClosedRange<Int>) -> Range<Int>? {
    for _ in 0..<50 {
      let start = perDay * (2 + random.below(max(1, days - 4))) + 4 * (8 + random.below(4))
      let length = 4 * (hours.lowerBound + random.below(hours.count))
      let range = start..<min(count, start + length)
      if range.allSatisfy({ isUsual($0) }) { return range }
    }
    return nil
  }

  private mutating func note(_ range: Range<Int>, _ explanation: PowerExplanation? = nil) {
    truth.append(
      MeterTruth(
        rule: explanation == nil ? scenario.rule : nil, explanation: explanation, intervals: range))
  }

  private mutating func plantTreatment(_ random: inout DemoRandom) {
    if scenario == .negativeCorrelation || scenario == .treatmentRatio {
      let day = 3 + random.below(max(1, days - 10))
      for index in day * perDay..<min(count, (day + 5) * perDay) where isUsual(index) {
        let share = production[index] / Float(peak)
        if scenario == .treatmentRatio {
          // Every other interval: too quick for a spell.
          treatment[index] *= index % 2 == 0 ? 0.75 : 0.02
        } else {
          // The load goes up and down in the day, treatment the other way.
          let swing = Float(abs(Double(index % 32) - 16) / 16)
          production[index] = Float(peak) * (0.55 + 0.45 * swing) * (0.9 + 0.1 * share)
          treatment[index] = texture[index] * Float(peak * ratio) * (1 - 0.5 * swing)
        }
      }
      note(day * perDay..<min(count, (day + 5) * perDay))
      return
    }
    for _ in 0..<3 {
      guard let range = running(&random, hours: 3...6) else { continue }
      let factor = scenario == .treatmentOff ? 0.01 : Float(random.between(0.22, 0.4))
      for index in range { treatment[index] *= factor }
      note(range)
    }
  }

  private mutating func plantOrder(_ random: inout DemoRandom) {
    let first = days * 3 / 5
    let start = Moment(firstDay + first)
    let share = random.pick([0.3, 0.5, 0.7])
    site.orders = [
      MeteredSite.Order(isStop: scenario != .overLimit, share: share, start: start)
    ]
    for index in first * perDay..<count {
      let hour = index % perDay / 4
      switch scenario {
      case .orderedStop: scale(index, by: 0.6)
      case .overLimit: scale(index, by: Float(1 - share + 0.3))
      default:
        let isNight = hour >= 22 || hour < 6
        production[index] = texture[index] * Float(peak) * (isNight ? 0.9 : 0.01)
        treatment[index] = texture[index] * Float(peak * ratio) * (isNight ? 0.9 : 0.03)
      }
    }
    for day in first..<days {
      let slots = day * perDay..<(day + 1) * perDay
      guard scenario == .movedToNight || slots.contains(where: { isUsual($0) }) else { continue }
      note(slots)
    }
  }

  private mutating func scale(_ index: Int, by factor: Float) {
    production[index] *= factor
    treatment[index] *= factor
  }

  private mutating func plantCompliance(_ random: inout DemoRandom) {
    let first = days * 3 / 5
    let isStop = random.chance(0.5)
    let share = random.pick([0.3, 0.5, 0.7])
    site.orders = [
      MeteredSite.Order(isStop: isStop, share: share, start: Moment(firstDay + first))
    ]
    for index in first * perDay..<count {
      scale(index, by: isStop ? 0.08 : Float(1 - share - 0.03))
    }
  }

  private mutating func plantMeter(_ number: Int, _ random: inout DemoRandom) {
    if scenario == .feederOutage {
      // The same hours for all sites of the feeder.
      let start = perDay * (5 + number / 200 % max(1, days - 8)) + 40
      site.feeder = "F\(number / 200)"
      for index in start..<start + 20 { isSilent[index] = true }
      note(start..<start + 20, .feederOutage)
      return
    }
    guard let range = running(&random, hours: 6...8) else { return }
    if scenario == .offline { for index in range { isSilent[index] = true } }
    note(range, scenario == .brokenCable ? .brokenCable : nil)
  }

  private mutating func plantNights(_ random: inout DemoRandom) {
    let day = 5 + random.below(max(1, days - 14))
    for index in day * perDay + 24..<min(count, (day + 6) * perDay + 24) {
      let hour = index % perDay / 4
      let level: Float = hour >= 22 || hour < 6 ? 0.9 : 0.01
      production[index] = texture[index] * Float(peak) * level
      treatment[index] = texture[index] * Float(peak * ratio) * max(0.03, level)
    }
    note(day * perDay..<min(count, (day + 7) * perDay))
    // By day the plant stands still where it usually runs.
    note(day * perDay..<min(count, (day + 7) * perDay), .plantStopped)
  }

  private mutating func plantBare(_ random: inout DemoRandom) {
    isBare = true
    site.tariff = .other
    site.isListed = false
    let level = Float(scenario == .household ? 5 : 40 + 60 * random.unit())
    for index in 0..<count {
      let hour = Double(index % perDay) / 4
      let wander = Float(random.normal()) * Float(noise)
      switch scenario {
      case .household:
        let isHome = hour >= 18 && hour < 23 || hour >= 6 && hour < 8
        other[index] = level * (isHome ? 0.7 : 0.1) * (1 + 3 * wander)
      case .coldStore: other[index] = level * (0.9 + wander)
      case .hiddenIndustrial: other[index] = level * (isUsual(index) ? 1 + wander : 0.03)
      default: other[index] = 0.4 + 0.1 * wander
      }
      other[index] = max(0, other[index])
    }
    switch scenario {
    case .bannedRunning:
      site.isBanned = true
      site.tariff = .industrial
      for _ in 0..<3 {
        let start = perDay * (2 + random.below(max(1, days - 4))) + 32
        for index in start..<start + 24 {
          other[index] = level * (0.9 + 0.1 * Float(random.unit()))
        }
        note(start..<start + 24)
      }
    case .hiddenIndustrial: note(0..<count)
    default: break
    }
  }

  private mutating func plantRest(_ random: inout DemoRandom) {
    let day = 5 + random.below(max(1, days - 9))
    for index in day * perDay..<(day + 2) * perDay {
      production[index] = texture[index] * Float(peak * 0.008)
      treatment[index] = texture[index] * Float(peak * ratio * 0.02)
    }
    let range = day * perDay..<(day + 2) * perDay
    if range.contains(where: { isUsual($0) }) { note(range, .plantStopped) }
  }

  private mutating func plantPanels(_ random: inout DemoRandom) {
    for day in 0..<days {
      let sun = Float(random.between(0.6, 1))
      for slot in 34..<66 {
        let height = Float(1 - abs(Double(slot) - 50) / 16)
        generated[day * perDay + slot] =
          Float(peak) * (1 + Float(ratio)) * min(0.9, 1.3 * height * sun)
      }
    }
    note(0..<count, .ownGeneration)
  }
}
