import CampaignData
import Inspection

extension HandoverPage {
  /// Hot cells, alerts and complaints that nobody has followed.
  var followSection: ReportSection {
    let cells = handover.unvisitedHotCells.map { ReportPhrase(code: facts.cells[$0].id) }
    let sentence = ReportText.handoverCells.phrase([
      ReportPhrase("\(handover.hotCells.count)"), ReportPhrase("\(cells.count)"),
      cells.isEmpty ? ReportPhrase("–") : Self.list(Array(cells.prefix(8))),
      ReportPhrase("\(handover.alerts.count)"), ReportPhrase("\(handover.complaints.count)"),
    ])
    return ReportSection(
      "follow", ReportText.handoverFollow.phrase(),
      [.paragraph(sentence), .table(cellTable), .table(alertTable), .table(complaintTable)])
  }

  private var cellTable: ReportTable {
    var table = ReportTable(
      key: "handover_hot_cells", caption: ReportText.handoverFollow.phrase(),
      columns: [.init("cell", ReportText.columnPlace.phrase(), isNumber: false)], shownRows: 0)
    for cell in handover.unvisitedHotCells {
      let id = facts.cells[cell].id
      table.append("\(team.id):\(id)", [.text(ReportPhrase(code: id))])
    }
    return table
  }

  private var alertTable: ReportTable {
    var table = ReportTable(
      key: "handover_alerts", caption: ReportText.handoverFollow.phrase(),
      columns: [
        .init("cell", ReportText.columnPlace.phrase(), isNumber: false),
        .init("reason", ReportText.columnReason.phrase(), isNumber: false),
        .init("issued", ReportText.columnDay.phrase(), isNumber: false),
      ], shownRows: 0)
    for index in handover.alerts {
      let alert = facts.alerts[index]
      table.append(
        "\(team.id):\(alert.id)",
        [
          .text(ReportPhrase(code: alert.cellID)),
          .text(names.word(alert.reason, of: "alert_reason")),
          .text(ReportPhrase(alert.issuedAt.date.description)),
        ])
    }
    return table
  }

  /// By day and township alone: neither what was written nor whom it is of.
  private var complaintTable: ReportTable {
    var table = ReportTable(
      key: "handover_complaints", caption: ReportText.handoverFollow.phrase(),
      columns: [
        .init("township", ReportText.columnTownship.phrase(), isNumber: false),
        .init("received", ReportText.columnDay.phrase(), isNumber: false),
      ], shownRows: 0)
    for complaint in handover.complaints {
      let record = facts.complaints[complaint.complaint]
      table.append(
        "\(team.id):\(record.id)",
        [
          .text(township(complaint.township)),
          .text(ReportPhrase(record.receivedAt.date.description)),
        ])
    }
    return table
  }
}
