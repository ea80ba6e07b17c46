import CampaignData

// Why a target is on the list, in words: the only place that has them.
extension Basis {
  /// What a sentence about a target needs to say.
  struct Circumstances {
    /// The township's name with its county; nil outside all.
    var township: String?
    /// The chance of a problem.
    var chance: Double
    /// What was said when it was added by hand.
    var note: String = ""
    /// The chance with which it was drawn, where it is known.
    var inclusionProbability: Double?
  }

  /// A sentence in Chinese and English.
  func sentence(_ about: Circumstances) -> (zh: String, en: String) {
    let chance = "\(Int((about.chance * 100).rounded())) %"
    switch self {
    case .risk:
      return ("按问题概率选取（\(chance)）", "chosen for its chance of a problem, \(chance)")
    case .coverage:
      guard let township = about.township else {
        return ("为覆盖乡镇而安排", "the only visit in its township in this round")
      }
      return ("本轮次对\(township)的唯一一次检查", "the only visit in \(township) in this round")
    case .random:
      guard let drawn = about.inclusionProbability else {
        return ("随机抽取", "drawn by lot")
      }
      let share = Self.thousandths(drawn)
      return ("随机抽取，入选概率 \(share)", "drawn by lot, with inclusion probability \(share)")
    case .recheck:
      return ("核查已交办的问题", "verifies a problem that was handed over")
    case .manual:
      let note = about.note
      return (
        "人工添加" + (note.isEmpty ? "" : "：\(note)"),
        "added by hand" + (note.isEmpty ? "" : ": \(note)")
      )
    }
  }

  /// 0.125 as it is read aloud.
  private static func thousandths(_ share: Double) -> String {
    let number = Int((min(1, max(0, share)) * 1000).rounded())
    let digits = String(number % 1000)
    return "\(number / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension Reason {
  /// The reason of a verification: which problem, of what type, and until when it was to be put right.
  static func recheck(_ due: RecheckDue) -> Reason {
    let type = due.type.flatMap { CampaignData.vocabulary(named: "problem_type")?.term(key: $0) }
    let state = CampaignData.vocabulary(named: "problem_state")?.term(key: due.state.rawValue)
    let until = due.deadline.map { ($0.description, "due \($0)") }
    switch due.subject {
    case .problem:
      let zh = ["问题 \(due.id)", type?.zh ?? due.type, until.map { "整改期限 \($0.0)" }, state?.zh]
      let en = ["problem \(due.id)", type?.en ?? due.type, until?.1, state?.en]
      return Reason(
        key: Basis.recheck.rawValue, logOdds: 0,
        zh: "核查" + zh.compactMap(\.self).joined(separator: "，"),
        en: "verify " + en.compactMap(\.self).joined(separator: ", "))
    case .complaint:
      return Reason(
        key: Basis.recheck.rawValue, logOdds: 0, zh: "核查投诉 \(due.id) 办理结果（\(due.dueFrom) 办结）",
        en: "verify what became of complaint \(due.id), settled \(due.dueFrom)")
    }
  }

  /// The reason of a visit added by hand.
  static func manual(_ note: String) -> Reason {
    let words = Basis.manual.sentence(.init(chance: 0, note: note))
    return Reason(key: "manual", logOdds: 0, zh: words.zh, en: words.en)
  }
}
