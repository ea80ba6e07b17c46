public import CampaignData
public import Geo

/// How a file is to be read.
public struct ImportOptions: Sendable {
  /// The layer or sheet; nil: the first, or for OpenStreetMap the areas.
  public var layer: String?
  /// What the coordinates were given in; nil: the file's own columns say, else WGS-84.
  public var datum: Datum?
  /// The coordinate system where the file names none or a wrong one.
  public var coordinateSystem: CoordinateSystem?
  /// Which heading of the file means which column, where the dictionary does not know it.
  public var columnMap: [String: String] = [:]
  /// The encoding of text; nil: UTF-8 and GB18030 are told apart.
  public var encoding: String?
  /// When the facts were known; nil: the file's column, else the time of the import.
  public var knownAt: Moment?
  /// Who told of sites (vocabulary `origin`) where the file does not say.
  public var origin: String?
  /// Which ledger (vocabulary `ledger`) the file is, where it does not say.
  public var ledger: String?
  /// Whose borders townships are (vocabulary `township_source`) where the file does not say.
  public var source: String?
  /// Points with codes and names for areas made of lines.
  public var namesFile: String?
  /// What the coordinates of `namesFile` were given in; nil: its columns say, else WGS-84.
  public var namesDatum: Datum?
  /// The folder that photos of visits are in; nil: nobody asks whether they are there.
  public var photosFolder: String?
  /// True to try without keeping anything.
  public var dryRun = false

  /// Makes options that leave all to the file.
  public init() {}
}
