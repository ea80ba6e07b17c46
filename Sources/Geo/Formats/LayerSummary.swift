/// What is in a layer, without reading it.
public struct LayerSummary: Sendable, Hashable {
  /// The layer's name.
  public let name: String
  /// What geometry its features have.
  public let geometryKind: GeometryKind
  /// How many features there are; -1 where only reading everything would tell.
  public let featureCount: Int64
}
