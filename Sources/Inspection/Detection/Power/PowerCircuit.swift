/// A circuit 回路 of a metered site; its raw value is its place in columns.
public enum PowerCircuit: UInt8, Sendable, Hashable, CaseIterable {
  /// All that the site draws 总表.
  case main
  /// What makes the pollution 产污.
  case production
  /// What cleans it 治污.
  case treatment

  /// Its word in the vocabulary `power_circuit`.
  public var key: String {
    switch self {
    case .main: "main"
    case .production: "production"
    case .treatment: "treatment"
    }
  }

  /// The circuit that a word of the vocabulary names.
  public init?(key: String) {
    guard let circuit = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = circuit
  }
}
