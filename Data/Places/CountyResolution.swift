/// What a county code stands for.
public enum CountyResolution: Sendable, Hashable {
  /// A county of August 2018.
  case known(County)
  /// A code of another vintage: the largest county that it stands for, and the change.
  case recoded(County, Recoding)
  /// A unit of an inspected city that has no code of August 2018.
  case unlisted(UnlistedUnit)
  /// No unit of the 39 cities.
  case unknown

  /// The code of the inspected city, nil when the code is unknown.
  public var cityCode: String? {
    switch self {
    case .known(let county), .recoded(let county, _): county.cityCode
    case .unlisted(let unit): unit.cityCode
    case .unknown: nil
    }
  }

  /// The county of August 2018, nil when there is none.
  public var county: County? {
    switch self {
    case .known(let county), .recoded(let county, _): county
    case .unlisted, .unknown: nil
    }
  }
}
