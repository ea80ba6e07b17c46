/// Who has served in which rounds.
struct CrewHistory {
  /// The rounds of each person.
  private var rounds: [String: Set<Int>] = [:]
  /// The rounds in which each person led a team.
  private var led: [String: Set<Int>] = [:]

  /// The history that seats tell.
  init(_ crews: [CrewMember]) {
    for seat in crews { add(seat) }
  }

  /// Adds a seat.
  mutating func add(_ seat: CrewMember) {
    rounds[seat.personID, default: []].insert(seat.round)
    if seat.role != "member" { led[seat.personID, default: []].insert(seat.round) }
  }

  /// Whether a person is in a team in a round.
  func serves(_ person: String, in round: Int) -> Bool {
    rounds[person]?.contains(round) ?? false
  }

  /// How many rounds a person served before one.
  func roundsServed(by person: String, before round: Int) -> Int {
    rounds[person]?.count { $0 < round } ?? 0
  }

  /// Whether a person led a team before a round.
  func hasLed(_ person: String, before round: Int) -> Bool {
    led[person]?.contains { $0 < round } ?? false
  }
}
