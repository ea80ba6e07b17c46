internal import Routing

/// Who can sit where in one round, and at what cost, by places of people, seats and cities.
struct CrewRoundProblem {
  /// The round.
  let round: Int
  let rules: CrewRules
  /// The teams, by identifier.
  let teams: [CrewTeam]
  /// The seats, those of a team side by side.
  let seats: [CrewSeat]
  /// The seats of each team.
  let seatsOfTeam: [Range<Int>]
  /// The inspected city of each team, by its place in `cityCodes`.
  let cityOfTeam: [Int]
  /// The inspected cities, in order.
  let cityCodes: [String]
  /// The pool, by identifier.
  let people: [CrewCandidate]
  /// Why each person cannot serve; nil for those who can.
  let bars: [CrewBar?]
  /// Those who can serve, the one with fewest rounds first, ties by lot.
  let usable: [Int]
  /// Whether each is experienced: recommended, or leader of an earlier round.
  let isExperienced: [Bool]
  /// The sending province of each, by its place in `provinces`; -1 for none.
  let province: [Int]
  /// The sending city of each by number; -1 for none.
  let origin: [Int]
  /// The sending provinces, in order.
  let provinces: [String]
  /// The province of each team, by its place in `provinces`; -2 for one that sends nobody.
  let provinceOfTeam: [Int]
  /// What sending each costs wherever: rounds served before, in thousandths of a point.
  let personCost: [Int]
  /// What each costs in each inspected city for the trades not known, in thousandths.
  private let skillCost: [Int]
  /// The share of each province in the people of all rounds so far, less those already sent.
  let quota: [Int]

  /// What sending a person to a city costs by itself, in thousandths.
  func cost(of person: Int, inCity city: Int) -> Int {
    personCost[person] + skillCost[person * cityCodes.count + city]
  }

  /// Whether a person may take a seat by the rules that are never broken; `strict` also asks the
  /// leader for experience.
  func fits(_ person: Int, _ seat: CrewSeat, strict: Bool) -> Bool {
    guard province[person] != provinceOfTeam[seat.team] else { return false }
    let isLocal = province[person] >= 0
    switch seat.kind {
    case .centreLeader: return isLocal && people[person].isOfDivisionRank
    case .leader: return isLocal && (!strict || isExperienced[person])
    case .local: return isLocal
    case .open: return true
    }
  }

  /// States a round.
  ///
  /// - Parameters:
  ///   - shares: the share of each industry in the sites of an inspected city, by its code.
  ///   - first: leaders of rounds before it count as experienced.
  ///   - sent: how many of each province were sent in the rounds of this campaign so far.
  init(
    round: Int, teams: [CrewTeam], people: [CrewCandidate], history: CrewHistory,
    experiencedBefore first: Int,
    shares: [String: [String: Double]], sent: [String: Int], rules: CrewRules, seed: UInt64
  ) {
    self.round = round
    self.rules = rules
    self.teams = teams
    self.people = people
    seats = teams.indices.flatMap {
      CrewSeat.seats(ofTeam: $0, isCentre: teams[$0].isCentre, rules)
    }
    seatsOfTeam = Self.ranges(of: seats, teams: teams.count)
    let cities = Set(teams.map(\.cityCode)).sorted()
    cityCodes = cities
    cityOfTeam = teams.map { team in cities.firstIndex(of: team.cityCode) ?? 0 }
    bars = people.map { Self.bar($0, round, history, rules) }
    isExperienced = people.map {
      $0.isRecommended || history.hasLed($0.person.id, before: first)
    }
    let names = Set(people.compactMap(\.province)).sorted()
    let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
    provinces = names
    province = people.map { $0.isLocal ? $0.province.flatMap { places[$0] } ?? -1 : -1 }
    origin = Self.origins(of: people)
    provinceOfTeam = teams.map { places[$0.province] ?? -2 }
    personCost = people.map {
      rules.weights.person * 1000 * history.roundsServed(by: $0.person.id, before: round)
    }
    let cost = personCost
    let lots = people.map { Self.lot(seed, round, $0.person.id) }
    let able = people.indices.filter { [bars] in bars[$0] == nil }
    usable = able.sorted { (cost[$0], lots[$0], $0) < (cost[$1], lots[$1], $1) }
    skillCost = people.flatMap { person in
      cities.map { city in
        let known = person.person.industries.reduce(0.0) { $0 + (shares[city]?[$1] ?? 0) }
        return Int((Double(rules.weights.skill) * 1000 * max(0, 1 - known)).rounded())
      }
    }
    quota = Self.quotas(names, people: people, bars: bars, seats: seats.count, sent: sent)
  }

  private static func ranges(of seats: [CrewSeat], teams: Int) -> [Range<Int>] {
    var first = 0
    return (0..<teams).map { team in
      let start = first
      while first < seats.count, seats[first].team == team { first += 1 }
      return start..<first
    }
  }

  private static func bar(
    _ person: CrewCandidate, _ round: Int, _ history: CrewHistory, _ rules: CrewRules
  ) -> CrewBar? {
    if let province = person.province, rules.barredProvinces.contains(province) {
      return .barredProvince
    }
    if !person.isMinistry, person.province == nil { return .unknownOrigin }
    if !person.hasLicence { return .noLicence }
    if !person.rounds.isEmpty, !person.rounds.contains(round) { return .otherRound }
    let id = person.person.id
    if history.serves(id, in: round - 1) || history.serves(id, in: round + 1) {
      return .consecutive
    }
    return nil
  }

  private static func origins(of people: [CrewCandidate]) -> [Int] {
    var numbers: [[String]: Int] = [:]
    return people.map { person in
      guard let province = person.province, person.isLocal else { return -1 }
      // Without a city a person shares one with nobody.
      let key = [province, person.city ?? "\u{1F}" + person.person.id]
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
  }

  /// A fair share by province: of all seats so far and of this round in proportion to those who may
  /// serve at all, less those sent already, rounded up.
  private static func quotas(
    _ names: [String], people: [CrewCandidate], bars: [CrewBar?], seats: Int,
    sent: [String: Int]
  ) -> [Int] {
    var pool: [String: Int] = [:]
    for (person, bar) in zip(people, bars) where bar == nil || bar == .consecutive {
      if let province = person.province { pool[province, default: 0] += 1 }
    }
    let all = max(1, pool.values.reduce(0, +))
    let due = sent.values.reduce(seats, +)
    return names.map { name in
      let share = (due * (pool[name] ?? 0) + all - 1) / all
      return max(0, share - (sent[name] ?? 0))
    }
  }

  private static func lot(_ seed: UInt64, _ round: Int, _ id: String) -> UInt64 {
    var hash = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: round)
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var random = SplitMix64(seed: hash)
    return random.next()
  }
}
