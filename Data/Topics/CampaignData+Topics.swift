extension CampaignData {
  /// What the plan wants of the topics by month and place; the first line that fits holds.
  public static let topicEmphases: [TopicEmphasis] = EmbeddedTable(named: "topic_emphasis").rows
    .compactMap(TopicEmphasis.init)

  /// The topics of sites by kind and industry; the first line that fits holds.
  public static let kindTopics: [KindTopic] = EmbeddedTable(named: "kind_topics").rows
    .compactMap(KindTopic.init)

  /// The levels of heavy-pollution warnings, mildest first.
  public static let warningLevels: [WarningLevel] = EmbeddedTable(named: "warning_levels").rows
    .compactMap(WarningLevel.init)

  /// What the plan wants of a topic in a month in a city (nil: outside all); nil: nothing special.
  public static func emphasis(
    of topic: String, in month: CalendarMonth, city: City?
  ) -> TopicEmphasis? {
    topicEmphases.first {
      $0.topic == topic && $0.months.contains(month) && $0.holds(in: city)
    }
  }
}
