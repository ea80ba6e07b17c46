import ArgumentParser
import CampaignData
import Geo
import Terminal

/// Which days of points count: the same options for all.
struct TimeOptions: ParsableArguments {
  @Option(help: "Column of a file with the time of each point, as 2018-11-30 or 2018-11-30 06:00.")
  var time: String?
  @Option(help: "First day that counts, as in 2018-11-01.") var since: CalendarDate?
  @Option(help: "Last day that counts.") var until: CalendarDate?
  @Option(help: "Days after which a point counts half (default: all count the same).")
  var halfLife: Double?

  /// The choice; throws if it cannot be.
  ///
  /// `weight` names a column, which only files have.
  func choice(of points: PointOrigin, weight: String? = nil) throws -> TimeChoice {
    let choice = TimeChoice(field: time, since: since, until: until, halfLife: halfLife)
    switch points {
    case .file(let file):
      guard choice.isAsked == (time != nil) else {
        throw CommandFailure(
          status: .usage,
          message: time == nil
            ? "--since, --until and --half-life need the points' time"
            : "--time alone chooses nothing", file: file.path,
          hint: time == nil
            ? "Name its column with --time." : "Add --since, --until or --half-life.")
      }
    case .workspace:
      guard time == nil, weight == nil else {
        throw CommandFailure(
          status: .usage, message: "--time and --weight are columns of a file",
          hint: "A workspace knows the time of its facts, which count one each: leave them out.")
      }
    }
    return choice
  }

  func validate() throws {
    if let since, let until, since > until {
      throw ValidationError("--since \(since) is later than --until \(until).")
    }
    guard halfLife.map({ (1e-3...1e6).contains($0) }) ?? true else {
      throw ValidationError("--half-life is a number of days, 0.001 or more.")
    }
  }
}
