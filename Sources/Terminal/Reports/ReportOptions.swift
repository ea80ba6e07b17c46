package import ArgumentParser
package import CampaignData
import Inspection

/// Which period a report is of, and how it is given: the same for all programs that make one.
package struct ReportOptions: ParsableArguments {
  /// What a report can be of.
  package enum Kind: String, CaseIterable, ExpressibleByArgument {
    case week, round, handover
  }

  /// What a report can be given as.
  package enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, pdf, json, csv
  }

  @Argument(help: "week, round or handover.") package var kind: Kind
  @Argument(help: "A day of the week, as in 2018-12-17; or the round's number, 1 to 21.")
  package var which: String
  @Option(help: "Output format (default: that of the file's name, else html).")
  package var of: Format?
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  package var output: String?
  @Option(help: "Only this city, by its name or code.") package var city: String?
  @Option(help: "Of a hand-over only this team's page.") package var team: String?
  @Option(help: "With what was known by this moment (default: now).") package var asOf: Moment?
  @Option(help: "Days within which a complaint is to be visited.") package var within = 14
  @Option(help: "Metres from a complaint that count as visiting it.") package var near = 500.0
  @Flag(help: "Replace the file if it is there.") package var overwrite = false

  package init() {}

  package func validate() throws {
    guard (1...365).contains(within) else { throw ValidationError("--within is 1 to 365 days.") }
    guard (1...20_000).contains(near) else {
      throw ValidationError("--near is 1 to 20000 metres.")
    }
    guard team == nil || (kind == .handover && city == nil) else {
      throw ValidationError("--team is of a hand-over, and goes without --city.")
    }
    guard format != .pdf || output != nil else {
      throw ValidationError("A PDF goes into a file: name it with -o.")
    }
  }

  /// The format asked for, else that of the file's name: a page is never written into `x.pdf`.
  package var format: Format {
    let named = output.flatMap { name in
      name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    }
    return of ?? named.flatMap(Format.init) ?? .html
  }

  /// What counts as a visit of a complaint.
  var rule: ComplaintFollowUp.Rule { .init(days: within, metres: near) }

  /// The week or round asked for, by what was over at a moment.
  func period(asOf moment: Moment) throws -> ReportPeriod {
    switch kind {
    case .week:
      guard let day = CalendarDate(which) else {
        throw CommandFailure(
          status: .usage, message: "\"\(which)\" is no day",
          hint: "Write a day of the week, as in 2018-12-17.")
      }
      return .week(of: day, asOf: moment)
    case .round, .handover:
      guard let round = Int(which).flatMap({ CampaignData.rounds.round($0) }) else {
        throw CommandFailure(
          status: .usage, message: "there is no round \(which)",
          hint: "Name one of 1 to \(CampaignData.rounds.all.count).")
      }
      return .round(round, asOf: moment)
    }
  }

  /// The code of the city asked for; nil: all.
  func cityCode() throws -> String? { try city.map(PlaceWords.cityCode) }
}
