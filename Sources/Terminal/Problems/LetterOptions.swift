package import ArgumentParser
import CampaignData

/// Which formal list is made: the same for all programs that make one.
package struct LetterOptions: ParsableArguments {
  @Argument(help: "The round, 1 to 21.") package var round: Int
  @Option(help: "Only this county, by its code or name.") package var county: String?
  @Option(help: "Only this province.") package var province: String?
  @OptionGroup package var file: HandOverOptions

  package init() {}

  /// Whom it goes to.
  package func scope() throws -> LetterScope {
    guard CampaignData.rounds.round(round) != nil else {
      throw CommandFailure(
        status: .usage, message: "there is no round \(round)",
        hint: "Name one of 1 to \(CampaignData.rounds.all.count).")
    }
    return try LetterScope(city: file.city, county: county, province: province)
  }

  /// The same options as words, for a program that is run in this one's place.
  package var arguments: [String] {
    ["\(round)"] + (county.map { ["--county", $0] } ?? [])
      + (province.map { ["--province", $0] } ?? []) + file.arguments
  }
}
