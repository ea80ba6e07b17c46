import Testing

@testable import Inspection

@Suite struct DemoRandomTests {
  @Test func `streams repeat by seed and differ by name and number`() {
    func first(_ seed: UInt64, _ stream: String, _ number: Int = 0) -> UInt64 {
      var random = DemoRandom(seed: seed, stream: stream, number: number)
      return random.next()
    }
    #expect(first(1, "a") == first(1, "a"))
    #expect(Set([first(1, "a"), first(2, "a"), first(1, "b"), first(1, "a", 1)]).count == 4)
  }

  @Test func `numbers have the mean and spread that they promise`() {
    var random = DemoRandom(seed: 9, stream: "moments")
    var (sum, squares, units, below) = (0.0, 0.0, 0.0, [0, 0, 0])
    for _ in 0..<30_000 {
      let normal = random.normal()
      sum += normal
      squares += normal * normal
      units += random.unit()
      below[random.below(3)] += 1
    }
    #expect(abs(sum / 30_000) < 0.02)
    #expect(abs(squares / 30_000 - 1) < 0.03)
    #expect(abs(units / 30_000 - 0.5) < 0.01)
    #expect(below.allSatisfy { abs($0 - 10_000) < 400 })
  }

  @Test func `draws follow the weights and skip what weighs nothing`() {
    var random = DemoRandom(seed: 9, stream: "weights")
    let choice = WeightedChoice([0, 3, 0, 1])
    var counts = [0, 0, 0, 0]
    for _ in 0..<8000 { counts[choice.draw(&random)] += 1 }
    #expect(counts[0] == 0 && counts[2] == 0)
    #expect(abs(counts[1] - 6000) < 250)
  }
}
