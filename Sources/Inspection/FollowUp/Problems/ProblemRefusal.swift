public import CampaignData

/// Why a step of a problem is refused.
public enum ProblemRefusal: Error, Sendable, Hashable {
  /// No problem has the identifier.
  case unknown(String)
  /// The state leads to no such state.
  case noSuchStep(String, from: ProblemState, to: ProblemState)
  /// A return needs a reason.
  case noReason(String)
  /// A hand-over needs a deadline.
  case noDeadline(String)
  /// The deadline is before the hand-over.
  case deadlineTooEarly(String, deadline: CalendarDate, handedOver: CalendarDate)
  /// The step is earlier than the last one known.
  case tooEarly(String, at: Moment, last: Moment)
  /// The word is no result of a verification.
  case unknownResult(String, String)

  /// In Chinese, with the next step.
  public var zh: String {
    switch self {
    case .unknown(let id): "没有编号为 \(id) 的问题；用 hotspot problems list 查看编号"
    case .noSuchStep(let id, let from, let to):
      "问题 \(id) 为“\(name(from).zh)”，不能直接变为“\(name(to).zh)”；可变为：\(next(from).zh)"
    case .noReason(let id): "退回问题 \(id) 须写明原因"
    case .noDeadline(let id): "交办问题 \(id) 须有整改期限"
    case .deadlineTooEarly(let id, let deadline, let day):
      "问题 \(id) 的整改期限 \(deadline) 早于交办日 \(day)；请给出更晚的期限"
    case .tooEarly(let id, let at, let last):
      "问题 \(id) 的 \(at) 早于已知的上一步 \(last)；请用 --as-of 或日期给出更晚的时间"
    case .unknownResult(let id, let word):
      "问题 \(id) 的核查结果“\(word)”不在 done、partly、not_done、false、recurred 之中"
    }
  }

  /// In English, with the next step.
  public var en: String {
    switch self {
    case .unknown(let id):
      "there is no problem \(id); see `hotspot problems list` for the identifiers"
    case .noSuchStep(let id, let from, let to):
      "problem \(id) is \(name(from).en) and cannot become \(name(to).en): it may become "
        + next(from).en
    case .noReason(let id): "returning problem \(id) needs a reason"
    case .noDeadline(let id): "handing over problem \(id) needs a deadline"
    case .deadlineTooEarly(let id, let deadline, let day):
      "the deadline \(deadline) of problem \(id) is before its hand-over on \(day); give a later one"
    case .tooEarly(let id, let at, let last):
      "\(at) is before the last step of problem \(id), known \(last); give a later time"
    case .unknownResult(let id, let word):
      "\"\(word)\" is no result of verifying \(id): expected done, partly, not_done, false or "
        + "recurred"
    }
  }

  private func name(_ state: ProblemState) -> (zh: String, en: String) {
    let term = CampaignData.vocabulary(named: "problem_state")?.term(key: state.rawValue)
    return (term?.zh ?? state.rawValue, term?.en ?? state.rawValue)
  }

  private func next(_ state: ProblemState) -> (zh: String, en: String) {
    let names = state.successors.map(name)
    return names.isEmpty
      ? ("无", "nothing: it is settled")
      : (
        names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", ")
      )
  }
}
