import CampaignData
import Inspection
import Store
import Terminal

/// What commands on crews read of a workspace.
struct CrewDesk {
  let workspace: Workspace
  let asOf: Moment
  let people: [CrewCandidate]
  let teams: [Team]
  let crews: [CrewMember]
  let rules: CrewRules

  init(_ workspace: Workspace, asOf: Moment) throws {
    self.workspace = workspace
    self.asOf = asOf
    people = CrewCandidate.all(of: try workspace.people(asOf: asOf))
    teams = try workspace.teams(asOf: asOf)
    crews = try workspace.crews(asOf: asOf)
    rules = workspace.settings.crewRules
  }

  /// A name for a person that there is, else the identifier.
  func name(ofPerson id: String) -> String {
    people.first { $0.person.id == id }?.person.name ?? id
  }

  /// Throws if a round is none of the campaign's.
  static func check(_ rounds: ClosedRange<Int>) throws {
    let last = CampaignData.rounds.all.count
    guard rounds.upperBound > last else { return }
    throw CommandFailure(
      status: .usage, message: "there is no round \(rounds.upperBound)",
      hint: "The campaign has rounds 1 to \(last): hotspot campaign show.")
  }

  /// Throws where there is nobody to send or no team to send them to.
  func requirePeopleAndTeams() throws {
    guard !people.isEmpty else {
      throw CommandFailure(
        status: .inputMissing, message: "the workspace has no people", file: workspace.folder,
        hint: "Import annex 2: hotspot import people FILE.")
    }
    guard !teams.isEmpty else {
      throw CommandFailure(
        status: .inputMissing, message: "the workspace has no teams", file: workspace.folder,
        hint: "Import them: hotspot import teams FILE.")
    }
  }

  /// Plans rounds.
  func plan(_ rounds: ClosedRange<Int>, seed: UInt64) throws -> CrewPlan {
    let sites = try workspace.sites(asOf: asOf)
    let shares = CrewPlanner.industryShares(
      sites.compactMap { site in
        guard let industry = site.industry,
          let city = site.countyCode.flatMap({ CampaignData.counties.city(ofCounty: $0) })
        else { return nil }
        return (city.code, industry)
      })
    return CrewPlanner(
      teams: teams, people: people, crews: crews, shares: shares, rules: rules, seed: seed
    ).plan(rounds, knownAt: asOf)
  }
}
