/// Something GDAL could not do, or a file that cannot be used, said as a sentence that ends with
/// the next step.
public struct GDALError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of error it is.
  public let code: Code
  /// What happened and what to do.
  public let message: String
  /// GDAL's own words; empty where it had none.
  public let cause: String
  /// The file or connection concerned.
  public let path: String?
  /// The layer concerned.
  public var layer: String?
  /// The id of the feature concerned.
  public var feature: Int64?

  /// Makes an error; `message` says what happened and what to do.
  public init(
    _ code: Code, _ message: String, cause: String = "", path: String? = nil,
    layer: String? = nil, feature: Int64? = nil
  ) {
    self.code = code
    self.message = message
    self.cause = cause
    self.path = path
    self.layer = layer
    self.feature = feature
  }

  /// File, layer and feature, the message, and GDAL's own words.
  public var description: String {
    var place = path ?? ""
    if let layer { place += place.isEmpty ? "layer \(layer)" : ", layer \(layer)" }
    if let feature { place += ", feature \(feature)" }
    let sentence = place.isEmpty ? message : "\(place): \(message)"
    return cause.isEmpty ? sentence : "\(sentence) (GDAL: \(cause))"
  }
}

extension GDALError {
  /// The family an error belongs to; more may be added.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Family {
      case notFound, folder, unknownDriver, unreadable, emptyLayer, noSuchLayer, noSuchField
      case invalidValue, invalidGeometry, invalidQuery, alreadyExists, cannotWrite, diskFull, busy
      case unsupported
    }
    private let family: Family

    /// The name of the family.
    public var description: String { "\(family)" }

    /// There is no such file or database.
    public static let notFound = Code(family: .notFound)
    /// A folder was named where a file is meant.
    public static let folder = Code(family: .folder)
    /// No driver of GDAL takes the file for its own.
    public static let unknownDriver = Code(family: .unknownDriver)
    /// The file is empty, cut off, damaged or incomplete.
    public static let unreadable = Code(family: .unreadable)
    /// There is no layer, or nothing in it.
    public static let emptyLayer = Code(family: .emptyLayer)
    /// There are layers, but none of that name.
    public static let noSuchLayer = Code(family: .noSuchLayer)
    /// The layer has no such field.
    public static let noSuchField = Code(family: .noSuchField)
    /// A value does not fit its field.
    public static let invalidValue = Code(family: .invalidValue)
    /// A geometry is not what the operation needs.
    public static let invalidGeometry = Code(family: .invalidGeometry)
    /// A filter or SQL statement is wrong.
    public static let invalidQuery = Code(family: .invalidQuery)
    /// The file or layer to be made is there already.
    public static let alreadyExists = Code(family: .alreadyExists)
    /// The file cannot be made or changed.
    public static let cannotWrite = Code(family: .cannotWrite)
    /// No room is left.
    public static let diskFull = Code(family: .diskFull)
    /// Another process is writing.
    public static let busy = Code(family: .busy)
    /// The format cannot do that.
    public static let unsupported = Code(family: .unsupported)
  }

  /// An error in the family that GDAL's words point to, else in the one given.
  ///
  /// Some drivers fail to write without a word about the disk, so its room is looked at too.
  static func classified(
    _ code: Code, _ message: String, cause: String, path: String? = nil, layer: String? = nil,
    feature: Int64? = nil
  ) -> GDALError {
    var (code, message) = (code, message)
    if cause.contains("disk is full") || cause.contains("No space left")
      || (code == .cannotWrite && path.map(StagedOutput.isDiskFull) == true)
    {
      (code, message) = (.diskFull, "no room is left on the disk: free some and try again")
    } else if cause.contains("is locked") {
      (code, message) = (.busy, "another process is writing to it: wait until it is done")
    } else if cause.contains("malformed") || cause.contains("not a database") {
      (code, message) = (.unreadable, "the file is damaged or cut off: fetch it again")
    } else if cause.contains("proj.db") {
      (code, message) = (
        .unsupported,
        "PROJ cannot open its database: install proj-data, or set PROJ_LIB to its folder"
      )
    } else if cause.contains("readonly database") {
      (code, message) = (.cannotWrite, "it is read-only: give yourself the right to write it")
    }
    return GDALError(
      code, message, cause: cause, path: path, layer: layer, feature: feature)
  }
}
