import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Finds what in crews breaks the rules.
struct CrewCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find where crews break the rules of the plan.",
    discussion: """
      Examples:
        hotspot crew check                     all rounds
        hotspot crew check 14 --json           one, for a program

      Crews come from `hotspot crew assign` or `hotspot import crews FILE`. Ends with 65 if a rule is
      broken.
      """)

  @Argument(help: "The round (default: all).") var round: Int?
  @Option(help: "With what was known by this moment (default: now).") var asOf: Moment?
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    if let round { try CrewDesk.check(round...round) }
    let desk = try CrewDesk(place.open(), asOf: asOf ?? .now)
    let crews = desk.crews.filter { round == nil || $0.round == round }
    guard !crews.isEmpty else {
      throw CommandFailure(
        status: .inputMissing,
        message: round.map { "round \($0) has no crew" } ?? "there are no crews",
        file: desk.workspace.folder,
        hint: "Make them with hotspot crew assign, or hotspot import crews FILE.")
    }
    let found = CrewCheck.contradictions(
      in: desk.crews, people: desk.people, teams: desk.teams, rules: desk.rules, round: round)
    console.result(Self.text(found, console.language), json: Self.json(found))
    guard found.isEmpty else {
      throw CommandFailure(
        status: .badData,
        message: console.language.pick(
          zh: "人员安排有 \(found.count) 处违反规则",
          en: "crews break rules in \(found.count) place\(found.count == 1 ? "" : "s")"),
        file: desk.workspace.folder,
        hint: console.language.pick(
          zh: "更正名单后重新导入，或重新安排：hotspot crew assign --overwrite。",
          en: "Correct and import them again, or hotspot crew assign --overwrite."))
    }
    console.say(
      zh: "\(crews.count) 个席位，未违反规则", en: "\(crews.count) seats, no rule broken")
  }

  private static func text(_ found: [CrewContradiction], _ language: Language) -> String {
    found.map { item in
      "\(language.pick(zh: item.zh, en: item.en))\n  \(CrewRuleWords.text(item.rule, language))\n"
    }.joined()
  }

  private static func json(_ found: [CrewContradiction]) -> JSONText {
    .object([
      .init(
        "contradictions",
        .array(
          found.map { item in
            .object([
              .init("rule", .string(item.rule)), .init("round", .integer(item.round)),
              .init("team_id", .optional(item.teamID)),
              .init("person_id", .optional(item.personID)), .init("zh", .string(item.zh)),
              .init("en", .string(item.en)),
            ])
          }))
    ])
  }
}
