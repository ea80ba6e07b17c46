public import CampaignData
import Inspection

/// A calendar of rounds in the form that people edit: a line for each phase, pause and round.
public enum CalendarTable {
  /// The columns, as `hotspot campaign check` reads them.
  public static let columns = [
    "kind", "number", "phase", "first_day", "last_day", "handover", "verification_from", "name_zh",
    "name_en",
  ]

  /// The calendar as comma-separated text with its headings.
  public static func csv(_ calendar: RoundCalendar) -> String {
    var text = DelimitedText(headings: columns)
    for phase in calendar.phases {
      text.append([
        "phase", "\(phase.number)", "", phase.firstDay.description, phase.lastDay.description, "",
        "",
        phase.nameZH, phase.nameEN,
      ])
    }
    for pause in calendar.pauses {
      text.append([
        "pause", "", "", pause.firstDay.description, pause.lastDay.description, "", "",
        pause.nameZH,
        pause.nameEN,
      ])
    }
    for round in calendar.all {
      text.append([
        "round", "\(round.number)", "\(round.phase)", round.firstDay.description,
        round.lastDay.description, round.hasHandover ? "yes" : "no",
        round.verificationFrom?.description ?? "", "第\(round.number)轮", "Round \(round.number)",
      ])
    }
    return text.text
  }
}
