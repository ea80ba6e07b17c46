public import CampaignData
public import Geo

/// The facts as of a moment, each joined to its township and cell.
///
/// Everything that the program decides is a pure function of a snapshot, the settings and a seed.
public struct Snapshot: Sendable {
  /// The moment: nothing known later is in here.
  public let asOf: Moment
  /// The facts, each kind sorted by its identifier.
  public let facts: Facts
  /// For every site: index in `facts.townships`, -1 outside all.
  public let siteTownships: [Int32]
  /// For every site: index in `facts.cells`, -1 outside all.
  public let siteCells: [Int32]
  /// For every complaint: index in `facts.townships`, -1 outside all or without a place.
  public let complaintTownships: [Int32]
  /// For every complaint: index in `facts.cells`, -1 outside all or without a place.
  public let complaintCells: [Int32]
}
