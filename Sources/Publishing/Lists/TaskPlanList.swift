import CampaignData
public import Inspection

/// Task plans as tables that `hotspot import task-plan` reads.
public enum TaskPlanList {
  /// A draft, with what it rests on; headings depend on the language.
  public static func text(of draft: TaskPlanDraft, language: Language) -> String {
    var table = DelimitedText(list: "task_plan", language: language)
    for line in draft.lines {
      table.append([
        draft.month.description, line.city, "", line.topic, "",
        Decimal.text(Double(line.percent) / 100, places: 2), CityNames.name(line.city, in: .zh),
        Decimal.text(line.problems, places: 1), String(line.targets), String(line.due), line.zh,
        line.en,
      ])
    }
    return table.text
  }

  /// Lines as they were imported.
  public static func text(of lines: [TaskShare], language: Language) -> String {
    var table = DelimitedText(list: "task_plan", language: language)
    for line in lines {
      table.append([
        line.month.description, line.cityCode ?? "", line.countyCode ?? "", line.topic,
        line.ledger ?? "", line.share.map { Decimal.text($0, places: 4) } ?? "",
        line.cityCode.map { CityNames.name($0, in: .zh) } ?? "", "", "", "", "", "",
      ])
    }
    return table.text
  }
}
