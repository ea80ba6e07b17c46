import ArgumentParser
import CampaignData

/// An hour, as named on the command line.
struct AlarmHour: Sendable, Hashable, ExpressibleByArgument {
  /// When it begins.
  let moment: Moment

  /// Reads `2018-11-05T14` or `2018-11-05 14:00`, in China Standard Time unless it names another.
  init?(argument: String) {
    guard let moment = Moment(argument) ?? Moment(argument + ":00"), moment.secondOfDay % 3600 == 0
    else { return nil }
    self.moment = moment
  }
}
