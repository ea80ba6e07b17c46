public import Inspection

extension WorkspaceSettings {
  /// The rules that crews are made and checked by.
  public var crewRules: CrewRules { CrewRules(integer: integer, list: list, text: text) }
}
