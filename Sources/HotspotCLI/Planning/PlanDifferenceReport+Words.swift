import Inspection
import Publishing

extension PlanDifferenceReport {
  /// A kind of change, as a heading.
  static func name(_ kind: StopChange.Kind, _ language: Language) -> String {
    switch kind {
    case .added: language.pick(zh: "新增", en: "added")
    case .dropped: language.pick(zh: "取消", en: "dropped")
    case .team: language.pick(zh: "换组", en: "other team")
    case .day: language.pick(zh: "改期", en: "other day")
    case .order: language.pick(zh: "换序", en: "other order")
    }
  }

  /// A cause, in words.
  static func words(_ cause: StopChange.Cause, _ language: Language) -> String {
    switch cause {
    case .manual: language.pick(zh: "人工添加", en: "added by hand")
    case .removed: language.pick(zh: "人工取消", en: "taken out by hand")
    case .missed: language.pick(zh: "此前排定而未检查", en: "was planned for a day gone by, not visited")
    case .evidence: language.pick(zh: "新线索", en: "new evidence")
    case .visited: language.pick(zh: "已检查", en: "visited already")
    case .teamOut: language.pick(zh: "原组退出", en: "its team is out")
    case .dayLost: language.pick(zh: "原组当日停工", en: "its team loses the day")
    case .closed: language.pick(zh: "当日不可达", en: "cannot be reached that day")
    case .area: language.pick(zh: "乡镇改由他组负责", en: "its township went to another team")
    case .covered: language.pick(zh: "乡镇另有安排", en: "its township is covered without it")
    case .chances: language.pick(zh: "按概率与路程取舍", en: "chances and time weighed anew")
    case .route: language.pick(zh: "随路线调整", en: "follows from other changes of the route")
    }
  }
}
