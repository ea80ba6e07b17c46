/// Who sits where, with its cost kept up to date: O(team size) a change.
struct CrewArrangement {
  let problem: CrewRoundProblem
  /// The person of each seat; -1 for an empty one.
  private(set) var personOfSeat: [Int]
  /// The seat of each person; -1 for none.
  private(set) var seatOfPerson: [Int]
  /// What all of it costs, in thousandths of a point.
  private(set) var cost: Int

  /// How many of each sending province are in each inspected city.
  private var count: [Int]
  /// How many provinces are in each inspected city.
  private var provincesIn: [Int]
  /// How many of each province are sent.
  private(set) var sent: [Int]

  /// What an empty seat costs: more than all wishes together.
  static let emptyCost = 1_000_000_000
  /// What a leader without experience costs: more than all wishes together, less than an empty seat.
  static let inexperiencedCost = 10_000_000

  /// An arrangement in which all seats are empty.
  init(_ problem: CrewRoundProblem) {
    self.problem = problem
    personOfSeat = [Int](repeating: -1, count: problem.seats.count)
    seatOfPerson = [Int](repeating: -1, count: problem.people.count)
    cost = problem.seats.count * Self.emptyCost
    count = [Int](repeating: 0, count: problem.cityCodes.count * problem.provinces.count)
    provincesIn = [Int](repeating: 0, count: problem.cityCodes.count)
    sent = [Int](repeating: 0, count: problem.provinces.count)
  }

  /// Puts a person who is nowhere into an empty seat.
  mutating func put(_ person: Int, into seat: Int) {
    cost += change(person, seat) - Self.emptyCost
    personOfSeat[seat] = person
    seatOfPerson[person] = seat
    enter(person, seat, +1)
  }

  /// Empties a seat; gives back who sat there.
  @discardableResult
  mutating func empty(_ seat: Int) -> Int {
    let person = personOfSeat[seat]
    guard person >= 0 else { return person }
    enter(person, seat, -1)
    personOfSeat[seat] = -1
    seatOfPerson[person] = -1
    cost -= change(person, seat) - Self.emptyCost
    return person
  }

  /// Whether the leader's seat is held by somebody without experience.
  func isInexperienced(_ seat: Int) -> Bool {
    let person = personOfSeat[seat]
    return person >= 0 && problem.seats[seat].kind == .leader && !problem.isExperienced[person]
  }

  /// How many sending provinces are in an inspected city.
  func provinces(inCity city: Int) -> Int { provincesIn[city] }

  /// What two members of a team cost for coming from different places.
  func pairCost(_ first: Int, _ second: Int) -> Int {
    let (a, b) = (problem.province[first], problem.province[second])
    guard a >= 0, b >= 0 else { return 0 }
    if a != b { return problem.rules.weights.otherProvince * 1000 }
    return problem.origin[first] == problem.origin[second]
      ? 0 : problem.rules.weights.otherCity * 1000
  }

  /// What a person adds in a seat beside those who sit: alone, in the team and as a leader.
  private func change(_ person: Int, _ seat: Int) -> Int {
    let place = problem.seats[seat]
    var sum = problem.cost(of: person, inCity: problem.cityOfTeam[place.team])
    if place.kind == .leader, !problem.isExperienced[person] { sum += Self.inexperiencedCost }
    for other in problem.seatsOfTeam[place.team] {
      let mate = personOfSeat[other]
      if mate >= 0, mate != person { sum += pairCost(person, mate) }
    }
    return sum
  }

  /// Counts a person in or out of the province's people in the city and in all.
  private mutating func enter(_ person: Int, _ seat: Int, _ step: Int) {
    let province = problem.province[person]
    guard province >= 0 else { return }
    let weights = problem.rules.weights
    let city = problem.cityOfTeam[problem.seats[seat].team]
    let place = city * problem.provinces.count + province
    let over = max(0, sent[province] - problem.quota[province])
    let spread = max(0, provincesIn[city] - 1)
    count[place] += step
    sent[province] += step
    if count[place] == (step > 0 ? 1 : 0) { provincesIn[city] += step }
    cost += (max(0, sent[province] - problem.quota[province]) - over) * weights.sender * 1000
    cost += (max(0, provincesIn[city] - 1) - spread) * weights.spread * 1000
  }
}
