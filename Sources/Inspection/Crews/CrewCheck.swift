public import CampaignData

/// Finds where crews break the rules of the plan of 2018, section 7; which rule is which stands in
/// `Data/tables/crew_rules.csv`.
public struct CrewCheck: Sendable {
  private let people: [String: CrewCandidate]
  private let teams: [String: Team]
  private let seats: [CrewMember]
  private let history: CrewHistory
  private let rules: CrewRules
  private let calendar: RoundCalendar
  private var found: [CrewContradiction] = []

  /// The contradictions in crews, by round, team, person and rule.
  ///
  /// - Parameters:
  ///   - crews: all seats known, so that rounds in a row are seen.
  ///   - round: only what is about this round; nil: all.
  public static func contradictions(
    in crews: [CrewMember], people: [CrewCandidate], teams: [Team], rules: CrewRules,
    calendar: RoundCalendar = CampaignData.rounds, round: Int? = nil
  ) -> [CrewContradiction] {
    var check = CrewCheck(
      people: Dictionary(people.map { ($0.person.id, $0) }, uniquingKeysWith: { $1 }),
      teams: Dictionary(teams.map { ($0.id, $0) }, uniquingKeysWith: { $1 }),
      seats: crews.filter { round == nil || $0.round == round }, history: CrewHistory(crews),
      rules: rules, calendar: calendar)
    check.run()
    return check.found.sorted {
      ($0.round, $0.teamID ?? "", $0.personID ?? "", $0.rule)
        < ($1.round, $1.teamID ?? "", $1.personID ?? "", $1.rule)
    }
  }

  private init(
    people: [String: CrewCandidate], teams: [String: Team], seats: [CrewMember],
    history: CrewHistory, rules: CrewRules, calendar: RoundCalendar
  ) {
    self.people = people
    self.teams = teams
    self.seats = seats
    self.history = history
    self.rules = rules
    self.calendar = calendar
  }

  private mutating func run() {
    for (round, crews) in Dictionary(grouping: seats, by: \.round) {
      for (team, crew) in Dictionary(grouping: crews, by: \.teamID) {
        checkTeam(team, crew, round)
      }
      // A round without any crew is not planned yet; a team without one in a planned round is told.
      for team in CrewTeam.all(Array(teams.values), inRound: round, calendar: calendar)
      where !crews.contains(where: { $0.teamID == team.id }) {
        add("size", round, team.id, nil, zh: "\(team.name)无人", en: "\(team.name) has nobody")
      }
      for (person, places) in Dictionary(grouping: crews, by: \.personID) {
        checkPerson(person, places, round)
      }
    }
  }

  private mutating func add(
    _ rule: String, _ round: Int, _ team: String?, _ person: String?, zh: String, en: String
  ) {
    found.append(
      CrewContradiction(
        rule: rule, round: round, teamID: team, personID: person,
        zh: "第\(round)轮：\(zh)", en: "round \(round): \(en)"))
  }

  private mutating func checkTeam(_ id: String, _ crew: [CrewMember], _ round: Int) {
    let team = teams[id]
    let name = team?.name ?? id
    if team == nil {
      add("unknown", round, id, nil, zh: "督查组 \(id) 未登记", en: "team \(id) is not known")
    }
    let size = rules.teamSize + (team?.isCentre == true ? rules.centreExtra : 0)
    if crew.count != size {
      add(
        "size", round, id, nil, zh: "\(name)有 \(crew.count) 人，应为 \(size) 人",
        en: "\(name) has \(crew.count) people where it should have \(size)")
    }
    let ministry = crew.count { people[$0.personID]?.isMinistry == true }
    if ministry > rules.maximumMinistry {
      add(
        "ministry", round, id, nil, zh: "\(name)有 \(ministry) 名部派人员，至多 \(rules.maximumMinistry) 名",
        en: "\(name) has \(ministry) from the ministry, \(rules.maximumMinistry) at most")
    }
    let locals = crew.count { people[$0.personID]?.isLocal == true }
    if locals < rules.minimumLocals {
      add(
        "locals", round, id, nil, zh: "\(name)只有 \(locals) 名地方人员，至少 \(rules.minimumLocals) 名",
        en: "\(name) has \(locals) local officers, \(rules.minimumLocals) at least")
    }
    checkLeaders(name, id, crew, round, isCentre: team?.isCentre == true)
  }

  private mutating func checkLeaders(
    _ name: String, _ id: String, _ crew: [CrewMember], _ round: Int, isCentre: Bool
  ) {
    let leaders = crew.filter { $0.role == "leader" }
    if leaders.count != 1 {
      add(
        "leader", round, id, nil, zh: "\(name)有 \(leaders.count) 名组长，应为 1 名",
        en: "\(name) has \(leaders.count) leaders where it should have one")
    }
    for leader in leaders {
      guard let person = people[leader.personID] else { continue }
      let isExperienced =
        person.isRecommended || history.hasLed(leader.personID, before: round)
      guard !person.isLocal || !isExperienced else { continue }
      add(
        "leader", round, id, leader.personID,
        zh: "\(name)组长\(person.person.name)\(person.isLocal ? "未获推荐，也未任过组长" : "不是地方人员")",
        en: "\(name)'s leader \(person.person.name) is "
          + (person.isLocal ? "not recommended and never led a team" : "no local officer"))
    }
    let centres = crew.filter { $0.role == "centre_leader" }
    if centres.count != (isCentre ? rules.centreExtra : 0) {
      add(
        "centre_leader", round, id, nil,
        zh: "\(name)有 \(centres.count) 名中心组组长，应为 \(isCentre ? rules.centreExtra : 0) 名",
        en: "\(name) has \(centres.count) centre leaders where it should have "
          + "\(isCentre ? rules.centreExtra : 0)")
    }
    for leader in centres {
      guard let person = people[leader.personID], !person.isOfDivisionRank else { continue }
      add(
        "centre_leader", round, id, leader.personID,
        zh: "\(name)中心组组长\(person.person.name)不是处级（\(person.person.position ?? "职务不详")）",
        en: "\(name)'s centre leader \(person.person.name) is below division rank "
          + "(\(person.person.position ?? "post unknown"))")
    }
  }

  private mutating func checkPerson(_ id: String, _ places: [CrewMember], _ round: Int) {
    let team = places.first?.teamID
    guard let person = people[id] else {
      add("unknown", round, team, id, zh: "人员 \(id) 未登记", en: "person \(id) is not known")
      return
    }
    let name = person.person.name
    if Set(places.map(\.teamID)).count > 1 {
      let names = places.map(\.teamID).sorted().map { teams[$0]?.name ?? $0 }
      add(
        "two_teams", round, team, id,
        zh: "\(name)同时在\(names.joined(separator: "、"))",
        en: "\(name) is in \(names.joined(separator: " and ")) at once")
    }
    if history.serves(id, in: round - 1) {
      add(
        "consecutive", round, team, id, zh: "\(name)连续两轮参加",
        en: "\(name) serves two rounds in a row")
    }
    checkDates(places, name, round)
    checkOrigin(person, places, round)
    checkNaming(person, team, round)
  }

  /// A day that is told must be the calendar's.
  private mutating func checkDates(_ places: [CrewMember], _ name: String, _ round: Int) {
    let stay = CrewStay(round: round, calendar: calendar)
    for place in places {
      let wrong = [(place.arrivesOn, stay?.arrivesOn), (place.leavesOn, stay?.leavesOn)].first {
        $0.0 != nil && $0.0 != $0.1
      }
      guard let wrong, let told = wrong.0 else { continue }
      let due = wrong.1.map(\.description) ?? "-"
      add(
        "dates", round, place.teamID, place.personID, zh: "\(name)的日期 \(told) 应为 \(due)",
        en: "\(name) comes or goes on \(told), which should be \(due)")
    }
  }

  private mutating func checkOrigin(
    _ person: CrewCandidate, _ places: [CrewMember], _ round: Int
  ) {
    let (name, id) = (person.person.name, person.person.id)
    let team = places.first?.teamID
    if let province = person.province {
      if rules.barredProvinces.contains(province) {
        add(
          "barred_province", round, team, id, zh: "\(name)来自暂不抽调的\(province)",
          en: "\(name) is of \(province), which sends nobody for now")
      }
      for place in places {
        guard let team = teams[place.teamID], CrewTeam(team).province == province else { continue }
        add(
          "own_province", round, team.id, id, zh: "\(name)督查本省（\(province)）",
          en: "\(name) inspects the own province (\(province))")
      }
    } else if !person.isMinistry {
      add(
        "barred_province", round, team, id, zh: "\(name)的派出省份不明",
        en: "the province of \(name) is not told")
    }
    if !person.hasLicence {
      add(
        "licence", round, team, id, zh: "\(name)无执法证件号", en: "\(name) has no licence number")
    }
  }

  private mutating func checkNaming(_ person: CrewCandidate, _ team: String?, _ round: Int) {
    let (name, id) = (person.person.name, person.person.id)
    if !person.rounds.isEmpty, !person.rounds.contains(round) {
      let rounds = person.rounds.sorted().map(String.init)
      add(
        "named_round", round, team, id,
        zh: "\(name)报送的是第\(rounds.joined(separator: "、"))轮",
        en: "\(name) is named for round \(rounds.joined(separator: ", "))")
    }
    if let due = NamesDue.day(ofRound: round, rules: rules, calendar: calendar),
      person.rounds.contains(round), person.person.knownAt.date > due
    {
      add(
        "late", round, team, id, zh: "\(name)于 \(person.person.knownAt.date) 报送，应不晚于 \(due)",
        en: "\(name) was named on \(person.person.knownAt.date), due by \(due)")
    }
  }
}
