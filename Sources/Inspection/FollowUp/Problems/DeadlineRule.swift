public import CampaignData

/// How many days a local government has to put a problem right.
public struct DeadlineRule: Sendable, Hashable {
  /// Days by `severity`.
  public var days: [String: Int]
  /// Days of a problem whose severity nobody said.
  public var otherwise: Int

  /// Days by severity.
  public init(minor: Int, general: Int, serious: Int) {
    days = ["minor": minor, "general": general, "serious": serious]
    otherwise = general
  }

  /// The same number of days for all.
  public init(days number: Int) {
    self.init(minor: number, general: number, serious: number)
  }

  /// The defaults of `Data/tables/settings.csv`.
  public init() {
    let settings = CampaignData.settings
    self.init(
      minor: settings.integer("deadline_days_minor") ?? 7,
      general: settings.integer("deadline_days_general") ?? 15,
      serious: settings.integer("deadline_days_serious") ?? 30)
  }

  /// The last day of a problem handed over on a day; one that was set already is kept.
  public func deadline(of problem: FoundProblem, handedOver day: CalendarDate) -> CalendarDate {
    if let set = problem.deadline, set >= day { return set }
    return day + (problem.severity.flatMap { days[$0] } ?? otherwise)
  }
}
