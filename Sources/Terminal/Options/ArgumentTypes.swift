public import ArgumentParser
public import CampaignData
import Store

extension CalendarDate: ExpressibleByArgument {
  /// Reads a day, as in 2018-12-24.
  public init?(argument: String) { self.init(argument) }
}

extension Moment: ExpressibleByArgument {
  /// Reads a moment, as in 2018-12-23T18:00.
  public init?(argument: String) { self.init(argument) }

  /// Now; commands alone may ask for it, plans take moments from outside.
  package static var now: Moment { Workspace.clock() }
}
