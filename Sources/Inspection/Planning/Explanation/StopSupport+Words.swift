// What a stop rests on, in words: the only place that has them.
extension StopSupport {
  /// In Chinese.
  public var zh: String {
    switch self {
    case .reason(let reason): reason.zh
    case .township: "乡镇本轮次须有检查"
    case .earlier(let plan): "前一计划 \(plan) 已安排"
    case .warnings: "重污染天气预警，应急名单优先"
    case .task: "人工添加"
    case .allReasons: "全部线索"
    }
  }

  /// In English.
  public var en: String {
    switch self {
    case .reason(let reason): reason.en
    case .township: "its township needs a visit in the round"
    case .earlier(let plan): "plan \(plan) had it on this day"
    case .warnings: "a heavy-pollution warning puts it first"
    case .task: "added by hand"
    case .allReasons: "all reasons together"
    }
  }

  /// The table of the facts that it rests on; nil for none.
  public var table: FactTable? {
    switch self {
    case .reason(let reason): reason.table
    case .warnings: .warnings
    case .township, .earlier, .task, .allReasons: nil
    }
  }

  /// Identifiers of these facts, sorted.
  public var factIDs: [String] {
    switch self {
    case .reason(let reason): reason.factIDs
    case .warnings(let ids): ids
    case .township, .earlier, .task, .allReasons: []
    }
  }
}
