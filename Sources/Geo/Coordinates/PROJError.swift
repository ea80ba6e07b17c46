/// Something PROJ could not do, said as a sentence that ends with the next step.
public struct PROJError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The family an error belongs to; more may be added.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Family { case invalidDefinition, noDatabase, noOperation, outside, mismatch }
    private let family: Family

    /// The name of the family.
    public var description: String { "\(family)" }

    /// The text is no coordinate system.
    public static let invalidDefinition = Code(family: .invalidDefinition)
    /// PROJ's own data (`proj.db`) is missing or too old.
    public static let noDatabase = Code(family: .noDatabase)
    /// There is no way from one system to the other.
    public static let noOperation = Code(family: .noOperation)
    /// A position lies outside what the transformation can express.
    public static let outside = Code(family: .outside)
    /// Two columns of coordinates differ in length.
    public static let mismatch = Code(family: .mismatch)
  }

  /// What kind of error it is.
  public let code: Code
  /// What happened and what to do.
  public let message: String
  /// PROJ's own words; empty where it had none.
  public let cause: String

  init(_ code: Code, _ message: String, cause: String = "") {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The message, followed by PROJ's own words.
  public var description: String { cause.isEmpty ? message : "\(message) (PROJ: \(cause))" }
}
