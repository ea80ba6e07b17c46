/// Something that could not be written or put together, with the next step.
public struct PublishingError: Error, Sendable, Hashable {
  /// What kind of failure it is.
  public enum Kind: Sendable, Hashable {
    /// The file or folder cannot be made there.
    case cannotCreate
    /// Writing began and failed, for instance on a full disk.
    case inputOutput
    /// The plan and the snapshot do not belong together.
    case mismatch
    /// A file holds something other than it should.
    case badData
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// The file or folder, if it is about one.
  public var file: String?
  /// What happened.
  public var message: String
  /// What to do about it.
  public var nextStep: String

  /// Makes an error.
  public init(kind: Kind, file: String? = nil, message: String, nextStep: String) {
    self.kind = kind
    self.file = file
    self.message = message
    self.nextStep = nextStep
  }
}

extension PublishingError: CustomStringConvertible {
  /// The sentence that people read.
  public var description: String {
    (file.map { "\($0): " } ?? "") + message + "; " + nextStep
  }
}
