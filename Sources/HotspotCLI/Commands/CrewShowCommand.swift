import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Shows who is in which team.
struct CrewShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show who is in which team in a round, with numbers masked.",
    discussion: """
      Examples:
        hotspot crew show 14                           a table
        hotspot crew show 14 --city 石家庄 --of csv -o crews.csv
        hotspot crew show 14 --unmasked                the planner's own

      Telephone and licence numbers are shown as 132****5678 unless --unmasked asks for them.
      """)

  /// How the list is written.
  enum Form: String, CaseIterable, ExpressibleByArgument { case text, csv }

  @Argument(help: "The round.") var round: Int
  @Option(help: "Only an inspected city, by name or code.") var city: String?
  @Option(name: .customLong("of"), help: "text or csv.") var form = Form.text
  @Flag(help: "Telephone and licence numbers in full: for the planner alone.") var unmasked = false
  @Option(help: "With what was known by this moment (default: now).") var asOf: Moment?
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Flag(help: "Replace the file if it is there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    try CrewDesk.check(round...round)
    let desk = try CrewDesk(place.open(), asOf: asOf ?? .now)
    let code = try city.map(Self.code)
    let teams = Dictionary(desk.teams.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let crews = desk.crews.filter { seat in
      seat.round == round && (code == nil || teams[seat.teamID]?.cityCode == code)
    }
    guard !crews.isEmpty else {
      throw CommandFailure(
        status: .inputMissing, message: "round \(round) has no crew here",
        file: desk.workspace.folder,
        hint: "Make it with hotspot crew assign \(round), or hotspot import crews FILE.")
    }
    let list = CrewList(
      crews, people: desk.people, teams: desk.teams, rules: desk.rules, isMasked: !unmasked)
    if form == .text, output == nil {
      console.result(list.text(console.language), json: .object([.init("crews", list.json)]))
      return
    }
    let text = form == .csv ? list.csv(console.language) : list.text(console.language)
    try TextDocument(text).deliver(to: output, overwrite: overwrite, console: console)
  }

  /// The code of an inspected city that a name or code means.
  private static func code(_ text: String) throws -> String {
    let found =
      CampaignData.city(code: text)
      ?? CampaignData.cities.first { city in
        [city.nameZH, PlaceOfOrigin.city(city.nameZH), city.nameEN.lowercased()]
          .contains(text.lowercased())
      }
    if let found { return found.code }
    let names = CampaignData.cities.flatMap { [$0.nameZH, $0.nameEN] }
    let near = Suggestion.nearest(to: text, in: names).map { "Did you mean \($0)? " } ?? ""
    throw CommandFailure(
      status: .usage, message: "\"\(text)\" is no inspected city",
      hint: near + "Give a name such as 石家庄 or Shijiazhuang, or a code such as 130100.")
  }
}
