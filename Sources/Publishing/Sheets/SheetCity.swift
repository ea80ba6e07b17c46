/// The sheets of an inspected city's teams.
public struct SheetCity: Sendable {
  /// The city's code.
  public let code: String
  /// The teams' sheets, in the order of the teams.
  public let teams: [SheetContents]

  /// Its name in a language.
  public func name(in language: Language) -> String { CityNames.name(code, in: language) }

  /// All stops of the city's teams.
  public var stops: Int { teams.reduce(0) { $0 + $1.stops.count } }
}
