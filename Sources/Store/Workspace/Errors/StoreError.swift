/// Why the workspace, its settings or an import cannot go on, and what to do about it.
///
/// Whatever is known of the place is named, so that the sentence alone is enough to act on:
///
///     sites.csv, row 12, column 经度: not a longitude (found "abc", expected degrees from -180 to
///     180). Correct the cell and import again.
public struct StoreError: Error, Sendable, Hashable {
  /// The kind of failure; each maps to one exit code of `sysexits.h`.
  public enum Code: Int32, Sendable, Hashable, CaseIterable {
    /// The caller asked for something that cannot be.
    case usage = 64
    /// What was read is wrong.
    case badData = 65
    /// A file, folder or workspace is missing or cannot be read.
    case inputMissing = 66
    /// Something that the work needs is not installed or not loaded.
    case unavailable = 69
    /// Our fault.
    case software = 70
    /// An output cannot be made.
    case cannotCreate = 73
    /// Reading or writing failed on the way, a full disk for instance.
    case inputOutput = 74
    /// Somebody else is writing; trying again later helps.
    case busy = 75
    /// It may not be read yet.
    case refused = 77
    /// A setting is wrong, or the workspace is of a version that this program cannot use.
    case settings = 78
  }

  /// The kind of failure.
  public var code: Code
  /// What went wrong, without a full stop at the end.
  public var message: String
  /// The file or folder it is about.
  public var file: String?
  /// The row of that file, from 1, headings not counted.
  public var row: Int?
  /// The column as the file heads it, or the settings key.
  public var column: String?
  /// What was found.
  public var found: String?
  /// What would have been right.
  public var expected: String?
  /// What to do now, as a sentence.
  public var nextStep: String

  /// Makes an error.
  public init(
    _ code: Code, _ message: String, file: String? = nil, row: Int? = nil, column: String? = nil,
    found: String? = nil, expected: String? = nil, nextStep: String
  ) {
    self.code = code
    self.message = message
    self.file = file
    self.row = row
    self.column = column
    self.found = found
    self.expected = expected
    self.nextStep = nextStep
  }

  /// The exit code of `sysexits.h`.
  public var exitCode: Int32 { code.rawValue }
}

extension StoreError: CustomStringConvertible {
  /// Place, message, what was found and expected, and the next step, in this order.
  public var description: String {
    let place = [file, row.map { "row \($0)" }, column.map { "column \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
    let contrast = [found.map { "found \"\($0)\"" }, expected.map { "expected \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
    var sentence = place.isEmpty ? message : "\(place): \(message)"
    if !contrast.isEmpty { sentence += " (\(contrast))" }
    return "\(sentence). \(nextStep)"
  }
}
