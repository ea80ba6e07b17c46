/// An anomaly in words, in Chinese and English.
public struct PowerAnomalyWords: Sendable {
  private let anomaly: DetectedAnomaly

  /// The words of an anomaly.
  public init(_ anomaly: DetectedAnomaly) { self.anomaly = anomaly }

  /// In Chinese.
  public var zh: String { explained(zh: "（已知误报：", "）", rule.zh) { $0.zh } }

  /// In English.
  public var en: String { explained(zh: " (known false alarm: ", ")", rule.en) { $0.en } }

  private func explained(
    zh open: String, _ close: String, _ text: String,
    _ pick: ((zh: String, en: String)) -> String
  ) -> String {
    anomaly.explanation.map { text + open + pick(Self.words($0)) + close } ?? text
  }

  private var rule: (zh: String, en: String) {
    let (value, reference) = (Self.number(anomaly.value), Self.number(anomaly.reference))
    let hours = Self.number(anomaly.hours)
    let circuit = Self.words(anomaly.circuit)
    switch anomaly.rule {
    case .treatmentOff where anomaly.explanation == .plantStopped:
      return (
        "治污停运\(hours)小时，全厂同时停产", "treatment off for \(hours) h, and so is the whole plant"
      )
    case .treatmentOff:
      return (
        "生产用电\(value)kW期间治污停运\(hours)小时",
        "treatment off for \(hours) h while production draws \(value) kW"
      )
    case .treatmentIdle, .treatmentRatio:
      let (ratio, usual) = (Self.percent(anomaly.value), Self.percent(anomaly.reference))
      let isDay = anomaly.rule == .treatmentRatio
      return (
        "\(isDay ? "全天" : "")治污用电为生产的\(ratio)%，平时为\(usual)%，持续\(hours)小时",
        "treatment takes \(ratio) % of production\(isDay ? " over the day" : ""), "
          + "usually \(usual) %, for \(hours) h"
      )
    case .orderedStop where anomaly.reference != anomaly.reference:
      return (
        "停产期间用电\(value)kW，共\(hours)小时（无基线）",
        "\(value) kW for \(hours) h during an ordered stop (no baseline)"
      )
    case .orderedStop:
      return (
        "停产期间用电\(value)kW，平日同时段\(reference)kW，共\(hours)小时",
        "\(value) kW during an ordered stop, usually \(reference) kW at these hours, for \(hours) h"
      )
    case .movedToNight:
      return (
        "停产期间昼停夜产：夜间用电\(value)kW，平日同时段\(reference)kW",
        "ordered stop moved into the night: \(value) kW, usually \(reference) kW at these hours"
      )
    case .overLimit:
      let (share, allowed) = (Self.percent(anomaly.value), Self.percent(anomaly.reference))
      return (
        "限产期间用电为基线的\(share)%，限值\(allowed)%",
        "\(share) % of the baseline under a limit to \(allowed) %"
      )
    case .disconnected where anomaly.circuit == .main && anomaly.value > 0:
      return (
        "总表\(value)kW，低于生产回路\(reference)kW，共\(hours)小时",
        "main reads \(value) kW, less than production with \(reference) kW, for \(hours) h"
      )
    case .disconnected where anomaly.value > 0:
      return (
        "\(circuit.zh)回路读数为零\(hours)小时，总表仍有\(value)kW",
        "\(circuit.en) reads zero for \(hours) h, and main still \(value) kW"
      )
    case .disconnected:
      return (
        "\(circuit.zh)回路断开\(hours)小时，其他回路在线",
        "\(circuit.en) disconnected for \(hours) h, others report"
      )
    case .frozen:
      return (
        "\(circuit.zh)回路读数\(value)kW连续\(hours)小时不变",
        "\(circuit.en) reads \(value) kW unchanged for \(hours) h"
      )
    case .offline where anomaly.circuit != nil:
      return (
        "\(circuit.zh)回路屡次缺数，共\(hours)小时",
        "\(circuit.en) loses readings again and again, \(hours) h"
      )
    case .offline: return ("全部回路中断\(hours)小时", "all circuits silent for \(hours) h")
    case .nightUse:
      return ("夜间用电为白天的\(value)倍", "night use is \(value) times day use")
    case .negativeCorrelation:
      return (
        "生产与治污用电负相关，相关系数\(value)",
        "treatment falls as production rises, correlation \(value)"
      )
    case .bannedRunning:
      return ("取缔企业用电\(value)kW，共\(hours)小时", "a banned firm draws \(value) kW for \(hours) h")
    case .hiddenIndustrial:
      return (
        "非工业电表出现工业用电：负荷\(value)kW，\(reference)天有平台",
        "industrial load behind another meter: \(value) kW, a plateau on \(reference) days"
      )
    }
  }

  private static func words(_ explanation: PowerExplanation) -> (zh: String, en: String) {
    switch explanation {
    case .plantStopped: ("全厂停产", "whole plant stopped")
    case .ownGeneration: ("自备发电", "own generation")
    case .feederOutage: ("线路停电", "outage of the feeder")
    case .brokenCable: ("电缆断线", "broken cable")
    }
  }

  private static func words(_ circuit: PowerCircuit?) -> (zh: String, en: String) {
    switch circuit {
    case .main: ("总表", "main")
    case .production: ("生产", "production")
    case .treatment: ("治污", "treatment")
    case nil: ("", "")
    }
  }

  private static func percent(_ share: Float) -> String {
    share.isFinite ? String(Int((max(-999, min(999, share * 100))).rounded())) : "?"
  }

  /// Three digits, as people say them: 0.24, 1.5, 37, 1280.
  static func number(_ value: Float) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "?" }
    let decimals = abs(value) < 1 ? 100 : abs(value) < 100 ? 10 : 1
    let scaled = Int((Double(value) * Double(decimals)).rounded())
    let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: decimals)
    let sign = scaled < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(rest)
    if decimals == 100, digits.count < 2 { digits = "0" + digits }
    if digits.hasSuffix("0") { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
