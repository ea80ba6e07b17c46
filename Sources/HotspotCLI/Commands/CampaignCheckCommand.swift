import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Finds contradictions in a calendar of rounds.
struct CampaignCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find contradictions in a calendar of rounds: the plan's, or a file of yours.",
    discussion: """
      Examples:
        hotspot campaign check                         the plan's own
        hotspot campaign check mine.csv                what `hotspot campaign show --csv` wrote, edited

      Ends with 65 if there are any.
      """)

  @Argument(help: "The calendar: CSV or any table that GDAL reads (default: the plan's).")
  var file: String?
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    let calendar = try file.map { try CalendarFile.read($0) } ?? CampaignData.rounds
    let found = CalendarCheck.contradictions(in: calendar)
    console.result(Self.text(found, console.language), json: Self.json(found))
    guard found.isEmpty else {
      throw CommandFailure(
        status: .badData,
        message: console.language.pick(
          zh: "日历有 \(found.count) 处矛盾",
          en: "the calendar contradicts itself or the plan "
            + "in \(found.count) place\(found.count == 1 ? "" : "s")"),
        file: file,
        hint: console.language.pick(zh: "更正后再查。", en: "Correct them and check again."))
    }
    console.say(
      zh: "\(calendar.all.count) 轮，无矛盾", en: "\(calendar.all.count) rounds, no contradiction")
  }

  private static func text(_ found: [CalendarContradiction], _ language: Language) -> String {
    found.map { "\($0.day)  \(language.pick(zh: $0.zh, en: $0.en))\n" }.joined()
  }

  private static func json(_ found: [CalendarContradiction]) -> JSONText {
    .object([
      .init(
        "contradictions",
        .array(
          found.map { contradiction in
            .object([
              .init("kind", .string(contradiction.kind.rawValue)),
              .init("day", .string(contradiction.day.description)),
              .init("round", .optional(contradiction.round)),
              .init("zh", .string(contradiction.zh)), .init("en", .string(contradiction.en)),
            ])
          }))
    ])
  }
}
