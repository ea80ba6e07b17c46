/// The most seats that people can fill, people and seats taken together who are alike.
///
/// Maximum flow by shortest augmenting paths (Edmonds and Karp 1972) over some hundred classes.
struct ClassFlow {
  /// The most seats of all rounds given that can be filled when everybody serves once.
  private(set) var value = 0

  /// What tells people apart here: where they are from, what they may do, and in which rounds.
  private struct PersonClass: Hashable {
    let province: Int
    let isRanked: Bool
    let isExperienced: Bool
    let rounds: [Bool]
  }

  /// What tells seats apart.
  private struct SeatClass: Hashable {
    let round: Int
    let kind: CrewSeat.Kind
    let province: Int
  }

  /// - Parameter problems: rounds over the same people.
  init(_ problems: [CrewRoundProblem], upTo kind: CrewSeat.Kind, strict: Bool) {
    guard let first = problems.first else { return }
    let isUsable = problems.map { problem in problem.bars.map { $0 == nil } }
    var people: [PersonClass: (count: Int, example: Int)] = [:]
    for person in first.people.indices {
      let rounds = isUsable.map { $0[person] }
      guard rounds.contains(true) else { continue }
      let key = PersonClass(
        province: first.province[person], isRanked: first.people[person].isOfDivisionRank,
        isExperienced: first.isExperienced[person], rounds: rounds)
      people[key, default: (0, person)].count += 1
    }
    var seats: [SeatClass: (count: Int, example: CrewSeat)] = [:]
    for (round, problem) in problems.enumerated() {
      for seat in problem.seats where seat.kind.rawValue <= kind.rawValue {
        let key = SeatClass(
          round: round, kind: seat.kind, province: problem.provinceOfTeam[seat.team])
        seats[key, default: (0, seat)].count += 1
      }
    }
    var graph = Graph(people.values.map(\.count), seats.values.map(\.count))
    for (row, person) in people.enumerated() {
      for (column, seat) in seats.enumerated()
      where person.key.rounds[seat.key.round]
        && problems[seat.key.round].fits(
          person.value.example, seat.value.example, strict: strict)
      {
        graph.join(row, column)
      }
    }
    value = graph.maximumFlow()
  }

  /// Source, people, seats and sink with what may still flow.
  private struct Graph {
    private let people: Int
    private let count: Int
    private var left: [Int]

    init(_ people: [Int], _ seats: [Int]) {
      self.people = people.count
      count = people.count + seats.count + 2
      left = [Int](repeating: 0, count: count * count)
      for (row, number) in people.enumerated() { left[row + 1] = number }
      for (column, number) in seats.enumerated() {
        left[(people.count + 1 + column) * count + count - 1] = number
      }
    }

    mutating func join(_ row: Int, _ column: Int) {
      left[(row + 1) * count + people + 1 + column] = .max / 4
    }

    mutating func maximumFlow() -> Int {
      var flow = 0
      while let path = path() {
        let amount = zip(path, path.dropFirst()).reduce(Int.max) {
          min($0, left[$1.0 * count + $1.1])
        }
        for (from, to) in zip(path, path.dropFirst()) {
          left[from * count + to] -= amount
          left[to * count + from] += amount
        }
        flow += amount
      }
      return flow
    }

    private func path() -> [Int]? {
      var before = [Int](repeating: -1, count: count)
      before[0] = 0
      var queue = [0]
      var next = 0
      while next < queue.count, before[count - 1] < 0 {
        let node = queue[next]
        next += 1
        for other in 0..<count where before[other] < 0 && left[node * count + other] > 0 {
          before[other] = node
          queue.append(other)
        }
      }
      guard before[count - 1] >= 0 else { return nil }
      var path = [count - 1]
      while let node = path.last, node != 0 { path.append(before[node]) }
      return path.reversed()
    }
  }
}
