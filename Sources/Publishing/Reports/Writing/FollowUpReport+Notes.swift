import Inspection

extension FollowUpReport {
  /// What the figures say and what they do not.
  var noteSection: ReportSection {
    let gaps = figures.gaps
    var notes = [
      ReportText.noteRate.phrase(), ReportText.noteInterval.phrase(),
      ReportText.noteComparison.phrase(), ReportText.noteMany.phrase(),
    ]
    if gaps.withoutTeam + gaps.withoutTownship + gaps.withoutBasis > 0 {
      notes.append(
        ReportText.noteGaps.phrase(
          ReportCell.grouped(gaps.withoutTeam), ReportCell.grouped(gaps.withoutTownship),
          ReportCell.grouped(gaps.withoutBasis)))
    }
    if unofficial > 0 {
      notes.append(ReportText.noteSynthetic.phrase(ReportCell.grouped(unofficial)))
    }
    notes.append(ReportText.notePrivacy.phrase())
    return ReportSection(
      "notes", ReportText.sectionNotes.phrase(), notes.map { .paragraph($0) })
  }
}
