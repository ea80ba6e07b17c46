public import CampaignData

extension TaskPlanDraft.Line {
  /// Why it has its share, in Chinese.
  public var zh: String {
    var parts = ["预期发现问题 \(tenths(problems)) 个", "目标 \(targets) 处"]
    if let word = level.zh { parts.append(word) }
    if due > 0 { parts.append("本月到期台账 \(due) 条") }
    if isAtFloor { parts.append("取最低比例") }
    return parts.joined(separator: "；")
  }

  /// Why it has its share, in English.
  public var en: String {
    var parts = ["\(tenths(problems)) problems expected", "\(targets) targets"]
    if let word = level.en { parts.append(word) }
    if due > 0 { parts.append("\(due) ledger entries due this month") }
    if isAtFloor { parts.append("its least share") }
    return parts.joined(separator: "; ")
  }

  private var isAtFloor: Bool { floor > 0 && Double(percent) < floor * 100 + 0.5 }

  private func tenths(_ number: Double) -> String {
    let whole = Int((number * 10).rounded())
    return "\(whole / 10).\(whole % 10)"
  }
}

extension TopicEmphasis.Level {
  /// In Chinese; nil for nothing special.
  public var zh: String? {
    switch self {
    case .main: "当月督查重点"
    case .also: "当月兼顾"
    case .usual: nil
    case .onWarning: "预警启动时"
    case .outOfSeason: "不在时节"
    }
  }

  /// In English; nil for nothing special.
  public var en: String? {
    switch self {
    case .main: "stressed this month"
    case .also: "looked at besides"
    case .usual: nil
    case .onWarning: "when a warning is in force"
    case .outOfSeason: "out of season"
    }
  }
}
