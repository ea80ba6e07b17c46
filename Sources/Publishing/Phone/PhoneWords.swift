import CampaignData

/// What a phone's page says in one language: the only place that has these words.
struct PhoneWords {
  /// The words of routes.
  let route: RouteWords

  init(language: Language) { route = RouteWords(language: language) }

  private func pick(_ zh: String, _ en: String) -> String { route.language.pick(zh: zh, en: en) }

  /// The language of the page, after BCP 47.
  var languageTag: String { pick("zh-CN", "en") }

  /// The columns of the table that the page gives out, by their keys.
  private static let columns = [
    "site_id", "name", "team_id", "stop_id", "round", "visited_at", "outcome", "note",
  ]

  /// The headings of the table: in Chinese those of forms, in English the keys.
  var headings: [String] {
    let kind = Schema.kind(named: "visits")
    return Self.columns.map { key in pick(kind?.column(named: key)?.zh ?? key, key) }
  }

  /// What a visit can come to.
  var outcomes: [(key: String, name: String)] {
    (CampaignData.vocabulary(named: "outcome")?.terms ?? []).map { ($0.key, pick($0.zh, $0.en)) }
  }

  /// What the script says; `{}` stands for numbers.
  var messages: [(name: String, text: String)] {
    [
      ("progress", pick("已完成 {} 站", "{} stops done")),
      ("unkept", pick("此浏览器不能保存填写内容，请随时导出", "This browser keeps nothing: give results out often.")),
      ("missing", pick("请先填写时间和结果：第 {} 站", "Time and result are missing: stop {}")),
      ("nothing", pick("还没有勾选任何一站", "No stop is ticked yet.")),
      ("given", pick("已导出 {} 站", "{} stops given out")),
    ]
  }

  /// On a day without stops.
  var noStops: String { pick("当日没有安排", "No stops on this day.") }
  /// The link to Amap.
  var navigate: String { pick("导航", "Navigate") }
  /// What the box is ticked for.
  var done: String { pick("已检查", "Visited") }
  /// When it was visited.
  var visitedAt: String { pick("检查时间", "Visited at") }
  /// What came of it.
  var result: String { pick("检查结果", "Result") }
  /// Before anything is chosen.
  var choose: String { pick("请选择", "choose") }
  /// What else there is to say.
  var note: String { pick("备注", "Note") }
  /// The button that gives results out.
  var export: String { pick("导出检查结果（CSV）", "Give out results (CSV)") }
  /// The text of the same, where no file can be saved.
  var copy: String { pick("文件存不下来时，复制以下文本", "Where no file is saved, copy this text") }
  /// What the map is called.
  var map: String { pick("线路图", "Map of the route") }
  /// The map's description.
  func map(_ count: Int) -> String {
    pick("从驻地出发，依次到 \(count) 站后返回", "From the base over \(count) stops and back")
  }
  /// What opens the whole way.
  var allStopsLabel: String { pick("全程导航", "The whole way") }
  /// WeChat opens no other apps.
  var wechat: String {
    pick("在微信内请先用浏览器打开本页，再点导航", "Within WeChat, open this page in the browser before navigating.")
  }
  /// Where what is written is.
  var kept: String {
    pick(
      "勾选和备注只保存在这部手机的浏览器中，导出后交给计划人员",
      "Ticks and notes stay in this phone's browser; give them out and hand the table in.")
  }

  /// A link over all stops of a part of the day.
  func allStops(_ system: AmapLink.System, part: Int, of count: Int) -> String {
    let size = AmapLink.mostOnTheWay + 1
    let (first, last) = (part * size + 1, min(count, (part + 1) * size))
    let name =
      switch system {
      case .android: pick("安卓、鸿蒙", "Android, HarmonyOS")
      case .ios: "iPhone"
      }
    return pick("高德导航第 \(first)–\(last) 站（\(name)）", "Amap, stops \(first)–\(last) (\(name))")
  }
}
