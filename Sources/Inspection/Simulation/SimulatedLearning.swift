import CampaignData
import Dispatch
import Geo

/// Learns the weights of evidence from the visits of a simulated campaign.
///
/// What was known of a site is taken down when its visit is planned, from the very evidence that the
/// plan rests on; fitting later takes no snapshot again.
struct SimulatedLearning: Sendable {
  private(set) var weights: EvidenceWeights
  private var records: [[VisitRecord]] = []
  private var choices: [String: (basis: String, probability: Double?)] = [:]

  /// Rounds whose visits are learned from, the newest: the year's seasons differ.
  static let memory = 6

  init(weights: EvidenceWeights = CampaignData.weights) {
    self.weights = weights
  }

  /// Begins a round, which the visits taken down next belong to.
  mutating func beginRound() {
    records.append([])
    guard records.count > Self.memory else { return }
    for record in records.removeFirst() { choices[record.visitID] = nil }
  }

  /// Takes down what was known of the sites visited, by the evidence of their plan.
  mutating func takeDown(_ visits: [SimulatedVisit], targets: TargetList) {
    let probe = EvidenceReplay.probe(targets.evidence.weights)
    let positions = EvidenceReplay.positions(probe)
    let evidence = targets.evidence.weighted(by: probe)
    let used = visits.filter { $0.site != nil && !$0.isRecheck && $0.visit.outcome != "refused" }
    let block = 1024
    var parts = [[VisitRecord]](repeating: [], count: (used.count + block - 1) / block)
    let count = parts.count
    parts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: count) { part in
        output[part] = used[part * block..<min(used.count, (part + 1) * block)].compactMap { one in
          one.site.map { site in
            EvidenceReplay.record(
              one.visit, site: site, plane: targets.planes[site], evidence, positions)
          }
        }
      }
    }
    records[records.count - 1] += parts.joined()
    for one in used {
      choices[one.visit.id] = (one.basis.rawValue, one.probability)
    }
  }

  /// Fits the weights; those in force stay where fitted ones are no better on later visits.
  ///
  /// - Returns: true if new weights are in force.
  mutating func learn() throws -> Bool {
    let calibration = try WeightCalibrator().calibrate(
      records.flatMap { $0 }, choices: choices)
    guard calibration.refusal == nil else { return false }
    weights = CampaignData.weights.replacing(calibration.values)
    return true
  }
}
