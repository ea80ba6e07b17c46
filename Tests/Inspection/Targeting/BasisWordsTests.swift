import Testing

@testable import Inspection

@Suite struct BasisWordsTests {
  private let about = Basis.Circumstances(
    township: "长安区建北街道", chance: 0.426, note: "冒烟", inclusionProbability: 0.0625)

  @Test(arguments: [
    (Basis.risk, "按问题概率选取（43 %）", "chosen for its chance of a problem, 43 %"),
    (
      .coverage, "本轮次对长安区建北街道的唯一一次检查", "the only visit in 长安区建北街道 in this round"
    ),
    (.random, "随机抽取，入选概率 0.063", "drawn by lot, with inclusion probability 0.063"),
    (.recheck, "核查已交办的问题", "verifies a problem that was handed over"),
    (.manual, "人工添加：冒烟", "added by hand: 冒烟"),
  ])
  func `a basis is a sentence in both languages`(basis: Basis, zh: String, en: String) {
    let words = basis.sentence(about)
    #expect(words.zh == zh)
    #expect(words.en == en)
  }

  @Test func `what is not known is left out`() {
    let bare = Basis.Circumstances(township: nil, chance: 0.1)
    #expect(Basis.random.sentence(bare).en == "drawn by lot")
    #expect(Basis.manual.sentence(bare).zh == "人工添加")
    #expect(Basis.coverage.sentence(bare).en == "the only visit in its township in this round")
    #expect(Basis.random.sentence(.init(chance: 0, inclusionProbability: 1)).en.hasSuffix("1.000"))
  }
}
