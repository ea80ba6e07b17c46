import CampaignData

/// What the plan wants of each topic in a month, by city (the plan of 2018, annex 1).
struct SeasonEmphasis: Sendable {
  /// The month.
  let month: CalendarMonth
  /// For every township: its city in `wanted`.
  private let slots: [Int32]
  /// By city and topic; the first is for what lies outside all.
  private let wanted: [[String: TopicEmphasis]]
  private let slotOfCity: [String: Int32]

  init(_ month: CalendarMonth, townships: [Township]) {
    self.month = month
    var wanted = [Self.emphases(month, in: nil)]
    var slotOfCity: [String: Int32] = [:]
    slots = townships.map { township in
      if let slot = slotOfCity[township.cityCode] { return slot }
      slotOfCity[township.cityCode] = Int32(wanted.count)
      wanted.append(Self.emphases(month, in: CampaignData.city(code: township.cityCode)))
      return Int32(wanted.count - 1)
    }
    self.wanted = wanted
    self.slotOfCity = slotOfCity
  }

  /// What is wanted of a topic in a township, by its index; -1: outside all.
  func of(_ topic: String, township: Int32) -> TopicEmphasis? {
    wanted[township < 0 ? 0 : Int(slots[Int(township)])][topic]
  }

  /// What is wanted of a topic in a city.
  func of(_ topic: String, city: String?) -> TopicEmphasis? {
    wanted[Int(city.flatMap { slotOfCity[$0] } ?? 0)][topic]
  }

  private static func emphases(
    _ month: CalendarMonth, in city: City?
  ) -> [String: TopicEmphasis] {
    var found: [String: TopicEmphasis] = [:]
    for topic in CampaignData.topics {
      found[topic.key] = CampaignData.emphasis(of: topic.key, in: month, city: city)
    }
    return found
  }
}
