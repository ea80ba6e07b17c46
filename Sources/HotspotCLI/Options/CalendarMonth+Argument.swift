public import ArgumentParser
public import CampaignData

extension CalendarMonth: ExpressibleByArgument {
  /// Reads a month, as in 2018-11.
  public init?(argument: String) { self.init(argument) }
}
