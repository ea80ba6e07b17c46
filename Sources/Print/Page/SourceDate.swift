import CampaignData
import Foundation

/// The date that `SOURCE_DATE_EPOCH` gives documents, as reproducible builds have it.
enum SourceDate {
  /// The moment of the variable in seconds since 1970; nil if it is not set, or no number.
  static var moment: Moment? {
    ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int64($0) }.map {
      Moment(secondsSince1970: $0)
    }
  }
}
