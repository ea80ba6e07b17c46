import CampaignData
import Testing

@testable import Inspection

@Suite struct WeightCalibratorTests {
  /// Visits whose problems follow given weights; half of them have the evidence, a third is shared.
  private func records(
    _ count: Int, weights: [String: Double], teams: [String: Double] = ["t": 0], seed: UInt64 = 3
  ) -> [VisitRecord] {
    let table = CampaignData.weights.replacing(weights)
    let values = table.all.map(\.logOdds)
    let base = table.all.firstIndex { $0.key == "base" }
    func index(_ key: String) -> Int { table.all.firstIndex { $0.key == key } ?? 0 }
    var random = DemoRandom(seed: seed, stream: "calibration")
    let names = teams.keys.sorted()
    return (0..<count).map { number in
      var pieces: [VisitRecord.Piece] = []
      if random.chance(0.5) {
        pieces.append(.init(weight: index("hot_cell"), dose: 1, sharers: 1))
      }
      if random.chance(0.5) {
        pieces.append(.init(weight: index("alert_live"), dose: random.unit(), sharers: 4))
      }
      if random.chance(0.3) {
        pieces.append(.init(weight: index("kind_firm"), dose: 1, sharers: 1))
      }
      let team = random.pick(names)
      var record = VisitRecord(
        visitID: "v\(number)", time: Double(number / 20), round: 1 + number / 1000, team: team,
        outcome: 0, city: "", topics: [], cell: "", isHot: false, pieces: pieces)
      let linear = record.logOdds(values, base: base) + (teams[team] ?? 0)
      record.outcome = random.chance(OutcomeLoss.chance(linear)) ? 1 : 0
      return record
    }
  }

  @Test("weights that the visits follow are found again, the shared ones too, whatever the teams")
  func recovery() throws {
    let truth = ["base": -1.5, "hot_cell": 1.2, "alert_live": 2.0, "kind_firm": -0.7]
    let visits = records(20_000, weights: truth, teams: ["a": 0.8, "b": -0.8])
    let found = try WeightCalibrator().calibrate(visits)
    #expect(found.refusal == nil)
    for (key, value) in truth {
      let new = found.values[key] ?? .nan
      #expect(abs(new - value) < 0.2, "\(key) is \(new), not \(value)")
    }
    #expect((found.teams?.deviation ?? 0) > 0.5)
    // Nothing was seen of the others: their defaults stay.
    #expect(found.values["complaint"] == CampaignData.weights.value("complaint"))
  }

  @Test("few problems leave the defaults, and say so")
  func tooFew() throws {
    let found = try WeightCalibrator().calibrate(records(150, weights: [:]))
    guard case .tooFew = found.refusal else {
      Issue.record("not refused: \(String(describing: found.refusal))")
      return
    }
    #expect(found.values["hot_cell"] == CampaignData.weights.value("hot_cell"))
  }

  @Test("visits that follow the defaults leave them")
  func noGain() throws {
    let found = try WeightCalibrator().calibrate(records(3000, weights: [:]))
    guard case .noGain = found.refusal else {
      Issue.record("not refused: \(String(describing: found.refusal)), gain \(found.gain)")
      return
    }
  }

  @Test("evidence of electricity, alerts and complaints never counts against a problem")
  func bounds() throws {
    let visits = records(8000, weights: ["base": -1.0, "alert_live": -3])
    let found = try WeightCalibrator().calibrate(visits)
    #expect((found.values["alert_live"] ?? -1) >= 0)
  }

  @Test("a drawn visit counts by one over its probability")
  func drawn() throws {
    let visits = records(4000, weights: ["base": -1.0, "hot_cell": 2])
    let choices = Dictionary(
      uniqueKeysWithValues: visits.map { visit in
        (visit.visitID, (basis: "random", probability: Optional(visit.pieces.isEmpty ? 0.1 : 0.4)))
      })
    let weighted = try WeightCalibrator().calibrate(visits, choices: choices)
    let plain = try WeightCalibrator().calibrate(visits)
    #expect(weighted.values["base"] != plain.values["base"])
    #expect(abs((weighted.values["hot_cell"] ?? 0) - 2) < 0.4)
  }

  @Test("visits that a plan chose are not fitted alone, but are beside drawn or earlier ones")
  func optimisedOnly() throws {
    let visits = records(4000, weights: ["base": -1.0, "hot_cell": 2])
    func choices(_ basis: (Int) -> String?) -> [String: (basis: String, probability: Double?)] {
      var choices: [String: (basis: String, probability: Double?)] = [:]
      for (number, visit) in visits.enumerated() {
        guard let basis = basis(number) else { continue }
        choices[visit.visitID] = (basis, basis == "random" ? 0.2 : nil)
      }
      return choices
    }
    let calibrator = WeightCalibrator()
    let alone = try calibrator.calibrate(
      visits, choices: choices { $0 % 2 == 0 ? "risk" : "coverage" })
    #expect(alone.refusal == .optimisedOnly)
    #expect(alone.values["hot_cell"] == CampaignData.weights.value("hot_cell"))
    for others in ["random", nil] {
      let mixed = try calibrator.calibrate(
        visits, choices: choices { $0 % 5 == 0 ? others : "risk" })
      #expect(mixed.refusal == nil)
      #expect(abs((mixed.values["hot_cell"] ?? 0) - 2) < 0.4)
    }
  }

  @Test("a file of weights is read back; unknown keys, numbers that are none and gaps are told")
  func file() throws {
    let defaults = CampaignData.weights
    let read = try defaults.replacing(csv: "key,value\nhot_cell,0.9\nbase,-3\n")
    #expect(read.value("hot_cell") == 0.9)
    #expect(read["complaint"] == defaults["complaint"])
    #expect(read.hashIfDifferent(from: defaults))
    for (text, row, column) in [
      ("key,value\nhot_sell,1\n", 1, "key"), ("key,value\nhot_cell,much\n", 1, "value"),
      ("key,value\nhot_cell,1\nhot_cell,2\n", 2, "key"), ("name,value\nhot_cell,1\n", nil, "key"),
    ] as [(String, Int?, String)] {
      do {
        _ = try defaults.replacing(csv: text)
        Issue.record("read: \(text)")
      } catch {
        #expect(error.row == row)
        #expect(error.column == column)
      }
    }
  }
}

extension EvidenceWeights {
  fileprivate func hashIfDifferent(from other: EvidenceWeights) -> Bool {
    canonicalText != other.canonicalText
  }
}
