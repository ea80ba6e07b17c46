import Geo

/// Townships and sites by the parts that coverage is counted by.
struct CoverageGround {
  /// What ground is divided by; `all` is not divided.
  enum Division {
    case all, city, county, township, topic, ledger

    init(_ kind: CoverageFigures.Kind) {
      self =
        switch kind {
        case .city: .city
        case .county: .county
        case .township: .township
        case .topic: .topic
        case .ledger: .ledger
        case .round: .all
        }
    }
  }

  private let facts: Facts
  private let siteTownships: [Int32]
  private let problems: [String: [FoundProblem]]
  private let topics: [[String]]
  private var members: [Division: [String: (townships: Set<Int>, sites: [Int])]] = [:]

  init(_ snapshot: Snapshot) {
    facts = snapshot.facts
    siteTownships = snapshot.siteTownships
    problems = Dictionary(grouping: facts.problems, by: \.visitID)
    let rule = TopicRule()
    topics = facts.sites.map { Array(Set(rule.topics(of: $0))) }
    for division in [Division.all, .city, .county, .township, .topic, .ledger] {
      members[division] = members(by: division)
    }
  }

  /// The parts that have a township or a site.
  func keys(by division: Division) -> Set<String> { Set((members[division] ?? [:]).keys) }

  /// Visits by the parts that they are in.
  func visits(
    _ visits: [WorkedVisits.Row], by division: Division
  ) -> [String: [WorkedVisits.Row]] {
    var parts: [String: [WorkedVisits.Row]] = [:]
    for visit in visits {
      for key in keys(of: visit, by: division) { parts[key, default: []].append(visit) }
    }
    return parts
  }

  /// A part's figures, from its own visits.
  func count(
    _ key: String, by division: Division, visits: [WorkedVisits.Row], inRound round: Int
  ) -> CoverageCount {
    let own = members[division]?[division == .all ? "" : key] ?? ([], [])
    let current = visits.filter { $0.round == round }
    let (townships, sites) = (own.townships, Set(own.sites))
    func townshipsReached(_ visits: [WorkedVisits.Row]) -> Int {
      Set(visits.map(\.township)).intersection(townships).count
    }
    func sitesReached(_ visits: [WorkedVisits.Row]) -> Int {
      Set(visits.map(\.site)).intersection(sites).count
    }
    return CoverageCount(
      key: key, townships: townships.count, townshipsInRound: townshipsReached(current),
      townshipsEver: townshipsReached(visits), sites: sites.count,
      sitesInRound: sitesReached(current), sitesEver: sitesReached(visits),
      found: Proportion(current.count { $0.isHit }, of: current.count),
      problems: current.reduce(0) { $0 + problemCount($1, key, division) },
      visitsEver: visits.count)
  }

  /// How many problems of a visit count for a part: of a topic those of that topic, or without one.
  private func problemCount(_ visit: WorkedVisits.Row, _ key: String, _ division: Division) -> Int {
    let found = problems[visit.visitID] ?? []
    guard division == .topic else { return found.count }
    let own = visit.topics.isEmpty ? [""] : visit.topics
    return found.count { problem in
      problem.topic.map { $0 == key } ?? own.contains(key)
    }
  }

  private func keys(of visit: WorkedVisits.Row, by division: Division) -> [String] {
    switch division {
    case .all: [""]
    case .city: [visit.cityCode]
    case .county: [visit.countyCode]
    case .township: [visit.township < 0 ? "" : facts.townships[visit.township].code]
    case .topic: topicKeys(of: visit)
    case .ledger: [visit.site < 0 ? "" : facts.sites[visit.site].ledger ?? ""]
    }
  }

  /// The topics of the visit's site, and those of the problems found there.
  private func topicKeys(of visit: WorkedVisits.Row) -> [String] {
    let own = Set(visit.topics).union((problems[visit.visitID] ?? []).compactMap(\.topic))
    return own.isEmpty ? [""] : Array(own)
  }

  private func members(by division: Division) -> [String: (townships: Set<Int>, sites: [Int])] {
    var members: [String: (townships: Set<Int>, sites: [Int])] = [:]
    for (number, township) in facts.townships.enumerated() {
      let key: String? =
        switch division {
        case .all: ""
        case .city: township.cityCode
        case .county: township.countyCode
        case .township: township.code
        case .topic, .ledger: nil
        }
      if let key { members[key, default: ([], [])].townships.insert(number) }
    }
    for site in facts.sites.indices {
      let township = Int(siteTownships[site])
      for key in keys(ofSite: site, township, by: division) {
        members[key, default: ([], [])].sites.append(site)
        if township >= 0, division == .topic || division == .ledger {
          members[key, default: ([], [])].townships.insert(township)
        }
      }
    }
    return members
  }

  private func keys(ofSite site: Int, _ township: Int, by division: Division) -> [String] {
    let ground = township < 0 ? nil : facts.townships[township]
    return switch division {
    case .all: [""]
    case .city: [ground?.cityCode ?? ""]
    case .county: [ground?.countyCode ?? ""]
    case .township: [ground?.code ?? ""]
    case .topic: topics[site].isEmpty ? [""] : topics[site]
    case .ledger: [facts.sites[site].ledger ?? ""]
    }
  }
}
