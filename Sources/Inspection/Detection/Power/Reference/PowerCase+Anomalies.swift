import CampaignData

extension PowerCase {
  /// An anomaly over a spell; an explained one weighs nothing.
  func anomaly(
    _ rule: PowerRule, _ spell: Spell, severity: Float, circuit: PowerCircuit? = nil,
    value: Float, reference: Float = .nan, explanation: PowerExplanation? = nil
  ) -> DetectedAnomaly {
    let begin = Moment(firstDay)
    let bounded = max(0, min(1, severity))
    return DetectedAnomaly(
      rule: rule, start: begin.adding(seconds: spell.start * settings.intervalSeconds),
      end: begin.adding(seconds: spell.end * settings.intervalSeconds),
      hours: Float(spell.held) * settings.intervalHours,
      severity: explanation == nil ? max(0.01, (bounded * 100).rounded() / 100) : 0,
      explanation: explanation, circuit: circuit, value: value, reference: reference)
  }

  /// 0 to 1 with the hours that something held; 1 from a working day on.
  func weight(_ spell: Spell) -> Float { min(1, Float(spell.held) * settings.intervalHours / 8) }

  /// The mean load of a circuit over a spell; NaN where it was not measured.
  func mean(_ circuit: PowerCircuit, _ spell: Spell) -> Float {
    Self.mean(loads[Int(circuit.rawValue)], spell.start..<spell.end)
  }

  /// The mean of what was measured.
  static func mean(_ loads: [Float], _ range: Range<Int>) -> Float {
    var (sum, count): (Float, Float) = (0, 0)
    for index in range {
      let load = loads[index]
      guard load == load else { continue }
      sum += load
      count += 1
    }
    return sum / count
  }

  /// The mean usual load over a spell; NaN where nothing is known.
  func meanExpected(_ spell: Spell) -> Float {
    var (sum, count): (Float, Float) = (0, 0)
    for index in spell.start..<spell.end {
      let load = expected(index)
      guard load == load else { continue }
      sum += load
      count += 1
    }
    return sum / count
  }

  /// Whether nothing at all arrives: every metered circuit is missing or exactly at zero.
  func isSilent(_ index: Int) -> Bool {
    for circuit in 0..<3 where isMetered[circuit] {
      let load = loads[circuit][index]
      if load == load, load != 0 { return false }
    }
    return true
  }
}
