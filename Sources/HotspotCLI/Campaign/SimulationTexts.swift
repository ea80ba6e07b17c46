import Inspection
import Publishing

/// A simulated campaign in words for the screen and for programs.
struct SimulationTexts {
  let report: SimulationReport
  let campaign: SimulatedCampaign
  let timing: [Int: (seconds: Double, processor: Double)]

  /// A line a round; the times are not in it, so that it is the same for the same settings.
  func csv(_ language: Language) -> String { SimulationColumns.csv(campaign.rounds, language) }

  /// The table on the screen.
  func screen(_ language: Language) -> String {
    var text = SimulationColumns.table(campaign.rounds, language)
    if !campaign.efforts.isEmpty {
      let efforts = report.efforts
      var table = TextTable(efforts.columns.map { ($0.heading.text(language), .right) })
      for row in efforts.rows { table.append(row.map { $0.text(language) }) }
      text += "\n" + table.text
    }
    let learned = campaign.learned.map(String.init).joined(separator: ", ")
    return text
      + language.pick(
        zh: "\n新权重在这些轮次后生效：\(learned.isEmpty ? "无" : learned)\n",
        en: "\nNew weights came into force after rounds: \(learned.isEmpty ? "none" : learned)\n")
  }

  /// The report's tables, and how long the rounds took.
  var json: JSONText {
    .object([
      .init("report", ReportData(report.document, language: .en).json),
      .init("learned_after", .array(campaign.learned.map(JSONText.integer))),
      .init(
        "timing",
        .array(
          timing.keys.sorted().map { round in
            .object([
              .init("round", .integer(round)),
              .init("seconds", .decimal(timing[round]?.seconds ?? .nan, places: 2)),
              .init("processor_seconds", .decimal(timing[round]?.processor ?? .nan, places: 2)),
            ])
          })),
    ])
  }

  /// One format alone.
  func text(_ format: SimulationFiles.Format, _ language: Language) -> String {
    switch format {
    case .csv: csv(language)
    case .json: json.lines(depth: 4)
    case .html: ReportPage(report.document, language: language).html
    case .svg: report.pictures.map { ChartPicture($0, language: language).svg }.joined()
    }
  }
}
