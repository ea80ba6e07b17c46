import ArgumentParser
import CampaignData
import Inspection

/// What a report may be told: the same options for a week and a round.
struct ReportOptions: ParsableArguments {
  /// What a report can be given as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, json, csv
  }

  @Option(help: "Output format.") var of = Format.html
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Option(help: "Only this city, by its name or code.") var city: String?
  @Option(help: "With what was known by this moment (default: now).") var asOf: Moment?
  @Option(help: "Days within which a complaint is to be visited.") var within = 14
  @Option(help: "Metres from a complaint that count as visiting it.") var near = 500.0
  @Option(help: "File for what was decided and doubted (.json holds both languages).")
  var report: String?
  @Flag(help: "Replace files that are there.") var overwrite = false

  func validate() throws {
    guard (1...365).contains(within) else { throw ValidationError("--within is 1 to 365 days.") }
    guard (1...20_000).contains(near) else {
      throw ValidationError("--near is 1 to 20000 metres.")
    }
  }

  /// What counts as a visit of a complaint.
  var rule: ComplaintFollowUp.Rule { .init(days: within, metres: near) }

  /// The code of the city asked for; nil: all.
  func cityCode() throws -> String? {
    guard let city else { return nil }
    let known = CampaignData.cities.first { candidate in
      [candidate.code, candidate.nameZH, candidate.nameEN].contains(city)
        || candidate.otherCodes.contains(city) || candidate.nameZH == city + "市"
        || candidate.nameEN.lowercased() == city.lowercased()
    }
    guard let known else {
      let names = CampaignData.cities.flatMap { [$0.nameEN, $0.nameZH] }
      let guess = Suggestion.nearest(to: city, in: names).map { "Did you mean \($0)? " } ?? ""
      throw CommandFailure(
        status: .usage, message: "no inspected city is called \"\(city)\"",
        hint: guess + "Name one of the 39 cities, as in 石家庄, Shijiazhuang or 130100.")
    }
    return known.code
  }
}
