public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// The cells in use as known by a moment, by identifier: those of an official grid if one is
  /// loaded, else our own.
  ///
  /// Reads one table, where ``facts(asOf:)`` reads all, and throws as that does.
  public func cells(asOf moment: Moment) throws -> [Cell] {
    let cells = try newest(Cell.self, asOf: moment)
    let official = cells.filter { $0.place == nil }
    return official.isEmpty ? cells : official
  }

  /// The alerts known by a moment, by identifier.
  ///
  /// Throws as ``facts(asOf:)`` does.
  public func alerts(asOf moment: Moment) throws -> [Alert] {
    try newest(Alert.self, asOf: moment)
  }

  /// The counties known by a moment, by code.
  ///
  /// Throws as ``facts(asOf:)`` does.
  public func counties(asOf moment: Moment) throws -> [CountyArea] {
    try newest(CountyArea.self, asOf: moment)
  }

  private func newest<Fact: StoredFact>(
    _ kind: Fact.Type, asOf moment: Moment
  ) throws -> [Fact] {
    do {
      var reader = TableReader(dataset: layout.dataset)
      return try FactReader(asOf: moment, dataset: layout.dataset).newest(kind, from: &reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }
}
