import CampaignData
import Inspection
import Terminal

/// Words of vocabularies that a user types.
enum ProblemWords {
  /// A state, by its key or one of its words.
  static func state(_ text: String) throws -> ProblemState {
    let key = try key(text, of: "problem_state")
    guard let state = ProblemState(stored: key) else {
      throw CommandFailure(
        status: .usage, message: "\"\(text)\" is no state",
        hint: "Overdue follows from the deadline: use --overdue.")
    }
    return state
  }

  /// The key of a word.
  static func key(_ text: String, of vocabulary: String) throws -> String {
    guard let known = CampaignData.vocabulary(named: vocabulary) else { return text }
    if let key = known.key(for: text) { return key }
    let keys = known.terms.map(\.key)
    let guess = Suggestion.nearest(to: text, in: keys).map { "Did you mean \($0)? " } ?? ""
    throw CommandFailure(
      status: .usage, message: "\"\(text)\" is no word of \(vocabulary)",
      hint: guess + "Give one of " + keys.joined(separator: ", ") + ".")
  }
}

/// Rounds that a user names.
enum RoundWords {
  /// A round of the campaign.
  static func round(_ number: Int) throws -> CampaignRound {
    guard let round = CampaignData.rounds.round(number) else {
      throw CommandFailure(
        status: .usage, message: "there is no round \(number)",
        hint: "Name one of 1 to \(CampaignData.rounds.all.count).")
    }
    return round
  }
}
