public import CampaignData

/// A line of the month's task plan 督查任务计划表: the part of a place's visits that a topic is to have.
public struct TaskShare: Sendable, Hashable {
  /// The month.
  public var month: CalendarMonth
  /// The inspected city; nil: all of them.
  public var cityCode: String?
  /// The county; nil: the whole city.
  public var countyCode: String?
  /// Key of the topic 督查内容.
  public var topic: String
  /// The ledger 台账 whose sites are meant; nil: any site of the topic.
  public var ledger: String?
  /// The part of the visits, 0 to 1; nil: the topic is named without one.
  public var share: Double?
  /// When it was known.
  public var knownAt: Moment

  /// What tells one line from another, and what lines are sorted by: month, place, topic, ledger.
  public var order: String {
    [month.description, cityCode, countyCode, topic, ledger].map { $0 ?? "" }
      .joined(separator: "\u{1F}")
  }

  /// The shares of some lines added up by month and place, in the order of the lines.
  public static func sums(_ lines: [TaskShare]) -> [(place: String, sum: Double)] {
    var sums: [(place: String, sum: Double)] = []
    for line in lines.sorted(by: { $0.order < $1.order }) {
      let place = [line.month.description, line.countyCode ?? line.cityCode].compactMap { $0 }
        .joined(separator: " ")
      if sums.last?.place != place { sums.append((place, 0)) }
      sums[sums.count - 1].sum += line.share ?? 0
    }
    return sums
  }

  /// Makes a line.
  public init(
    month: CalendarMonth, cityCode: String? = nil, countyCode: String? = nil, topic: String,
    ledger: String? = nil, share: Double? = nil, knownAt: Moment
  ) {
    self.month = month
    self.cityCode = cityCode
    self.countyCode = countyCode
    self.topic = topic
    self.ledger = ledger
    self.share = share
    self.knownAt = knownAt
  }
}
