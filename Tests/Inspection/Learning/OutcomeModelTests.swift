import Glibc
import Testing

@testable import Inspection

@Suite struct OutcomeModelTests {
  private func table(_ count: Int = 600) -> OutcomeTable {
    let sample = LogisticSample(count: count)
    let names = ["north", "south", "east", "west"]
    return OutcomeTable(
      predictors: [
        Predictor(name: "first", values: .numbers(sample.numbers[0])),
        Predictor(name: "second", values: .numbers(sample.numbers[1])),
        Predictor(name: "place", texts: sample.levels.map { names[Int($0)] }),
      ],
      times: (0..<count).map { Double($0 / 10) }, outcomes: sample.outcomes)
  }

  @Test("folds never look ahead and never part a day")
  func rollingOrigin() {
    let times = (0..<400).map { Double($0 / 13) }
    let folds = RollingOrigin(times: times, count: 5).folds
    #expect(folds.count == 5)
    for fold in folds {
      #expect(fold.fitted == 0..<fold.scored.lowerBound)
      #expect(times[fold.scored.lowerBound - 1] < times[fold.scored.lowerBound])
    }
    #expect(folds.last?.scored.upperBound == 400)
    #expect(RollingOrigin(times: [3, 3, 3, 3], count: 5).folds.isEmpty)
  }

  @Test("the penalty is the one with the least loss on later rows")
  func choice() throws {
    let model = try OutcomeModel(table(), rows: Array(0..<600))
    let straight = model.choice.trials.filter { !$0.bends }
    let least = straight.map(\.loss).min()
    if !model.choice.bends {
      #expect(straight.first { $0.ridge == model.choice.ridge }?.loss == least)
    }
    #expect(model.choice.trials.count >= 9)
  }

  @Test("who inspected is in the fit and out of the prediction")
  func inspector() throws {
    // The strong team goes to the good half of the places: without it the sign would turn.
    let count = 4000
    var random = DemoRandom(seed: 4, stream: "inspector")
    var place: [Double] = []
    var teams: [String] = []
    var outcomes: [Double] = []
    for _ in 0..<count {
      let isBad = random.chance(0.5)
      let isStrong = random.chance(isBad ? 0.15 : 0.85)
      place.append(isBad ? 1 : 0)
      teams.append(isStrong ? "strong" : "weak")
      let linear = -2 + (isBad ? 0.8 : 0) + (isStrong ? 1.6 : 0)
      outcomes.append(random.chance(OutcomeLoss.chance(linear)) ? 1 : 0)
    }
    let plain = OutcomeTable(
      predictors: [Predictor(name: "bad", values: .numbers(place))],
      times: (0..<count).map { Double($0 / 20) }, outcomes: outcomes)
    var known = plain
    known.inspector = Predictor(name: "team", texts: teams)
    let rows = Array(0..<count)
    let (first, second) = (place.firstIndex(of: 1) ?? 0, place.firstIndex(of: 0) ?? 0)
    let blind = try OutcomeModel(plain, rows: rows).linear(plain, rows: [first, second])
    #expect(blind[0] < blind[1])
    let model = try OutcomeModel(known, rows: rows)
    let seen = model.linear(known, rows: [first, second])
    #expect(abs(seen[0] - seen[1] - 0.8) < 0.2)
    let strong = teams.firstIndex(of: "strong") ?? 0
    let pair = [strong, strong]
    #expect(
      model.linear(known, rows: pair, withInspector: true)[0] > model.linear(known, rows: pair)[0])
    #expect(model.inspectors?.members.count == 2)
    let mean = model.inspectors?.members.reduce(0) { $0 + Double($1.rows) * $1.effect } ?? 1
    #expect(abs(mean) < 1e-6)
  }

  @Test("missing, rare, unseen and constant values are told and bear numbers")
  func remarks() throws {
    var table = table()
    var numbers = LogisticSample(count: 600).numbers[0]
    for row in stride(from: 0, to: 600, by: 9) { numbers[row] = .nan }
    table.predictors[0].values = .numbers(numbers)
    var texts = (0..<600).map { $0 % 200 == 7 ? "seldom" : ($0 % 2 == 0 ? "a" : "b") }
    texts[599] = "new"
    table.predictors.append(Predictor(name: "text", texts: texts))
    table.predictors.append(
      Predictor(name: "same", values: .numbers([Double](repeating: 3, count: 600))))
    let model = try OutcomeModel(table, rows: Array(0..<400))
    #expect(model.encoding.remarks.contains(.missing("first", rows: 45)))
    #expect(model.encoding.remarks.contains(.pooled("text", levels: 1, rows: 2)))
    #expect(model.encoding.remarks.contains(.constant("same")))
    #expect(model.encoding.unseen(in: table, rows: Array(400..<600)) == [.unseen("text", rows: 1)])
    let isFinite = model.linear(table, rows: Array(400..<600)).allSatisfy(\.isFinite)
    #expect(isFinite)
  }

  @Test("a bend is found where an effect levels off")
  func bends() throws {
    var random = DemoRandom(seed: 9, stream: "bends")
    let values = (0..<6000).map { _ in random.between(0, 10) }
    let outcomes = values.map { value in
      random.chance(OutcomeLoss.chance(-3 + min(value, 3))) ? 1.0 : 0
    }
    let table = OutcomeTable(
      predictors: [Predictor(name: "dose", values: .numbers(values))],
      times: (0..<6000).map { Double($0 / 10) }, outcomes: outcomes)
    let model = try OutcomeModel(table, rows: Array(0..<6000))
    #expect(model.choice.bends)
    var straight = PenaltySearch()
    straight.triesBends = false
    #expect(try !OutcomeModel(table, rows: Array(0..<6000), settings: straight).choice.bends)
  }

  @Test("a predictor that tells the answer is named")
  func separating() {
    let table = table()
    let leak = Predictor(name: "leak", values: .numbers(table.outcomes.map { 3 - $0 }))
    let word = Predictor(name: "word", texts: table.outcomes.map { $0 > 0.5 ? "x" : "y" })
    #expect(
      SeparatingPredictors.names(
        of: table.predictors + [leak, word], outcomes: table.outcomes, rows: Array(0..<600))
        == ["leak", "word"])
  }
}
