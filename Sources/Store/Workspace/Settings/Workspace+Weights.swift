public import CampaignData
internal import Foundation
internal import Inspection

extension Workspace {
  /// Where a workspace's own evidence weights stand.
  public var weightsFile: String { layout.weights }

  /// The evidence weights in force: the defaults, with what `weights.csv` says instead.
  ///
  /// Throws `settings` if that file is no file of weights, naming row and column.
  public func evidenceWeights() throws(StoreError) -> EvidenceWeights {
    guard WorkspaceLayout.exists(layout.weights) else { return CampaignData.weights }
    guard let data = FileManager.default.contents(atPath: layout.weights) else {
      throw StoreError(
        .inputMissing, "cannot be read", file: layout.weights,
        nextStep: "Check that it is a file and yours, or remove it for the default weights.")
    }
    do {
      return try CampaignData.weights.replacing(csv: String(decoding: data, as: UTF8.self))
    } catch {
      throw StoreError(
        .settings, "not a file of evidence weights", file: layout.weights, row: error.row,
        column: error.column, found: error.found, expected: error.expected,
        nextStep: "Correct it, or remove it for the default weights.")
    }
  }
}

extension EvidenceWeights {
  /// The hash of the weights; nil if they are the defaults.
  public var hashIfChanged: String? {
    let text = canonicalText
    return text == CampaignData.weights.canonicalText
      ? nil : SHA256.hexadecimal(of: Array(text.utf8))
  }
}
