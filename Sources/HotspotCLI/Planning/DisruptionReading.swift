import CampaignData
import Geo
import Inspection
import Terminal

/// Reads what a day's plan is told on the command line, against the facts.
struct DisruptionReading {
  let options: DisruptionOptions
  let day: CalendarDate
  let facts: Facts
  /// True if messages must not repeat what a task says.
  let isSecret: Bool

  /// What the options say; throws `CommandFailure` for what there is not.
  func disruptions() throws -> Disruptions {
    var disruptions = Disruptions()
    for word in words(options.out) {
      guard facts.teams.contains(where: { $0.id == word }) else { throw unknownTeam(word, "--out") }
      disruptions.outages.append(.init(team: word, from: day))
    }
    for word in words(options.lost) {
      for team in try teams(named: word) {
        disruptions.lostDays.append(.init(team: team, day: day))
      }
    }
    for path in options.closed {
      let areas = try ClosedGroundFile(path).areas
      let name = path.split(separator: "/").last.map(String.init) ?? path
      disruptions.closures.append(.init(name: name, day: day, areas: areas))
    }
    disruptions.tasks = try options.task.map {
      try TaskReading(facts: facts, day: day, isSecret: isSecret).task($0)
    }
    return disruptions
  }

  private func words(_ lists: [String]) -> [String] {
    var seen: Set<String> = []
    return lists.flatMap { $0.split { ",，、".contains($0) } }.map {
      String($0.trimmingBlanks)
    }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private func teams(named word: String) throws -> [String] {
    if facts.teams.contains(where: { $0.id == word }) { return [word] }
    let city = CampaignData.cities.first {
      [$0.code, $0.nameZH, $0.nameEN.lowercased()].contains(word)
        || $0.nameEN.lowercased() == word.lowercased() || $0.nameZH == word + "市"
    }
    guard let city else { throw unknownTeam(word, "--lost") }
    let teams = facts.teams.filter { $0.cityCode == city.code }.map(\.id)
    guard !teams.isEmpty else {
      throw CommandFailure(
        status: .usage, message: "no team is in \(word)", hint: "Name a team or another city.")
    }
    return teams
  }

  private func unknownTeam(_ word: String, _ option: String) -> CommandFailure {
    let names =
      facts.teams.map(\.id) + (option == "--lost" ? CampaignData.cities.map(\.nameEN) : [])
    let guess = Suggestion.nearest(to: word, in: names).map { "Did you mean \($0)? " } ?? ""
    return CommandFailure(
      status: .usage,
      message: "\(option): there is no team \(option == "--lost" ? "or city " : "")\"\(word)\"",
      hint: guess + "Teams are named by their identifier, as in \(facts.teams.first?.id ?? "t1").")
  }
}

extension Substring {
  /// Without blanks around it.
  var trimmingBlanks: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
