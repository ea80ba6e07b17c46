/// One of the thirteen topics 督查内容 of inspection.
public struct Topic: Sendable, Hashable {
  /// 1 to 13, as the plan counts them.
  public let number: Int
  /// The key used in files and tables, as in `dust`.
  public let key: String
  /// Chinese name.
  public let nameZH: String
  /// English name.
  public let nameEN: String

  /// Whether the plan stresses it on a day, anywhere.
  public func isEmphasised(on date: CalendarDate) -> Bool {
    CampaignData.topicEmphases.contains {
      $0.topic == key && $0.level == .main && $0.months.contains(CalendarMonth(date))
    }
  }

  init?(_ row: EmbeddedRow) {
    guard let number = row.integer("number"), !row.text("key").isEmpty else { return nil }
    self.number = number
    key = row.text("key")
    nameZH = row.text("name_zh")
    nameEN = row.text("name_en")
  }
}
