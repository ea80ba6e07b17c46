import CampaignData

/// Invented inspectors from real sending cities, in proportion to the teams: 3,000 for 290.
///
/// Names, posts and numbers are invented; telephone numbers begin with 1300000, which nobody has.
struct DemoPeople {
  /// People for each team: 3,000 for the plan's 290.
  private static let perTeam = 3000.0 / 290
  /// People of a sending city, so that trios of one city can be formed however few teams there are.
  private static let perCity = 12.0

  private let seed: UInt64
  private let count: Int
  private let knownAt: Moment

  init(seed: UInt64, teams: Int, knownAt: Moment) {
    self.seed = seed
    count = Int((Double(teams) * Self.perTeam).rounded())
    self.knownAt = knownAt
  }

  /// The people, by identifier.
  func people() -> [Person] {
    var random = DemoRandom(seed: seed, stream: "people")
    var cities = CampaignData.sendingCities
    random.shuffle(&cities)
    let used = Array(cities.prefix(max(4, Int(Double(count) / Self.perCity))))
    guard !used.isEmpty else { return [] }
    return (0..<count).map { number in
      // A few people are of the ministry's agencies, and a few of provinces that send nobody.
      let lot = random.unit()
      if lot < 0.04 { return official(number, &random) }
      return local(number, lot < 0.05 ? nil : used[number % used.count], &random)
    }
  }

  private func local(
    _ number: Int, _ city: SendingCity?, _ random: inout DemoRandom
  ) -> Person {
    let province = city?.province ?? "河南"
    let place = city?.city ?? "信阳"
    let isProvincial = random.chance(0.06)
    let isRanked = isProvincial ? random.chance(0.5) : random.chance(0.07)
    let posts = isRanked ? ["副处长", "调研员", "副调研员"] : ["科员", "副科长", "科长", "副支队长", "主任科员"]
    let isLeader = random.chance(isRanked ? 0.3 : 0.34)
    var person = base(number, &random)
    person.province = province
    person.city = place
    person.employer =
      isProvincial ? "\(province)环境监察总队" : "\(place)市" + random.pick(["环境监察支队", "环境保护局"])
    person.position = random.pick(posts)
    person.isLeaderRecommended = isLeader
    return person
  }

  private func official(_ number: Int, _ random: inout DemoRandom) -> Person {
    var person = base(number, &random)
    person.isMinistry = true
    person.employer = "生态环境部" + random.pick(["华东督察局", "华南督察局", "环境规划院", "卫星环境应用中心"])
    person.position = random.pick(["主任科员", "副调研员", "工程师"])
    person.isLeaderRecommended = false
    return person
  }

  /// What does not depend on where somebody is from.
  private func base(_ number: Int, _ random: inout DemoRandom) -> Person {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    var trades: [String] = []
    for trade in Self.trades where random.chance(trade.chance) { trades.append(trade.key) }
    return Person(
      id: "demo-person-" + padded,
      name: random.pick(Self.surnames) + random.pick(Self.given) + random.pick(Self.given),
      age: 26 + random.below(32), sex: random.chance(0.8) ? "male" : "female",
      industries: trades, isPartyMember: random.chance(0.7),
      licence: random.chance(0.01) ? nil : "示例" + "3205" + padded + "88",
      phone: "1300000" + padded, knownAt: knownAt)
  }

  /// Trades that people know, the seven of annex 2 and some others, with how many know each.
  private static let trades: [(key: String, chance: Double)] = [
    ("power", 0.3), ("steel", 0.2), ("cement", 0.25), ("nonferrous", 0.1), ("glass", 0.08),
    ("aluminium", 0.05), ("chemicals", 0.3), ("building_materials", 0.2), ("foundry", 0.1),
    ("coating", 0.1), ("furniture", 0.06), ("metalwork", 0.1), ("machinery", 0.08),
  ]
  private static let surnames = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高",
    "罗",
  ]
  private static let given = [
    "明", "华", "建", "国", "文", "志", "海", "峰", "军", "强", "平", "伟", "东", "玉", "春", "晓", "立", "新", "云",
    "静",
    "丽", "芳", "敏", "杰", "涛", "勇", "斌", "波", "宁", "超",
  ]
}
