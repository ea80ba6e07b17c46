public import CampaignData
public import Inspection

extension WorkspaceTransaction {
  /// Adds the crews of some rounds as new rows; seats of these rounds that are no longer in them are
  /// told to be given up.
  ///
  /// - Parameters:
  ///   - crews: the seats as they shall be.
  ///   - old: the seats of the same rounds until now.
  ///   - author: who made them, kept in `imported_from`.
  public mutating func append(
    crews: [CrewMember], inPlaceOf old: [CrewMember], author: String, at moment: Moment
  ) throws {
    let kept = Set(crews.map(\.order))
    let gone = old.filter { !kept.contains($0.order) }.map { seat in
      var seat = seat
      seat.role = CrewMember.withdrawn
      seat.knownAt = moment
      return seat
    }
    try append(crews + gone, Provenance(file: author, importedAt: moment)) { $0.knownAt }
  }
}
