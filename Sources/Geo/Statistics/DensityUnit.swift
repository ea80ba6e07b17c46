/// What a density counts by, for coordinates in metres.
public enum DensityUnit: Sendable, Hashable {
  /// Per square metre, or per square of whatever unit the coordinates have.
  case perSquareMetre
  /// Per square kilometre.
  case perSquareKilometre
  /// Per square kilometre and day, for points of so many days.
  case perSquareKilometreAndDay(days: Double)

  /// What a density per square metre is multiplied with.
  public var factor: Double {
    switch self {
    case .perSquareMetre: 1
    case .perSquareKilometre: 1e6
    case .perSquareKilometreAndDay(let days): 1e6 / days
    }
  }

  /// The name to show.
  public var name: String {
    switch self {
    case .perSquareMetre: "per m2"
    case .perSquareKilometre: "per km2"
    case .perSquareKilometreAndDay: "per km2 per day"
    }
  }
}
