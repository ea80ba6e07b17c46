public import CampaignData
import Geo
import Inspection

/// What sheets say in one language: the only place that has these words.
public struct SheetWords: Sendable {
  /// The language.
  public let language: Language

  /// Words of a language.
  public init(_ language: Language) { self.language = language }

  func pick(_ zh: String, _ en: String) -> String { language.pick(zh: zh, en: en) }

  /// A word of a vocabulary.
  func term(_ vocabulary: String, _ key: String) -> String {
    let term = CampaignData.vocabulary(named: vocabulary)?.term(key: key)
    return language.pick(zh: term?.zh ?? key, en: term?.en ?? key)
  }

  // MARK: The document

  /// What a document of sheets is called.
  public func documentTitle(_ date: CalendarDate) -> String {
    pick("大气污染防治督查任务单 \(date)", "Inspection sheets of \(date)")
  }

  /// What it is about.
  public func documentSubject(_ planID: String) -> String {
    pick("督查计划 \(planID)", "Plan \(planID)")
  }

  /// A city's overview.
  public var overview: String { pick("城市总览", "City overview") }

  /// A team's entry in the outline: its name and how many stops it has.
  public func bookmark(_ sheet: SheetContents) -> String {
    "\(sheet.route.team) " + pick("（\(sheet.stops.count) 站）", "(\(sheet.stops.count) stops)")
  }

  // MARK: Head

  /// What a sheet is.
  public var title: String { pick("大气污染防治督查 检查任务单", "Air-pollution inspection sheet") }

  /// City and team, large.
  public func team(_ sheet: SheetContents) -> String {
    let city = CityNames.name(sheet.route.cityCode, in: language)
    let team = sheet.route.team
    let short = city.hasSuffix("市") ? String(city.dropLast()) : city
    let own = team.hasPrefix(short) ? String(team.dropFirst(short.count)) : team
    return "\(city) \(own)"
  }

  /// Date, day of the week and round.
  public func day(_ sheet: SheetContents) -> String {
    "\(date(sheet.route.date))　\(round(sheet.route.round, sheet.dayOfRound))"
  }

  /// A day with its day of the week.
  public func date(_ date: CalendarDate) -> String {
    let zh = ["一", "二", "三", "四", "五", "六", "日"]
    let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let place = date.weekday - 1
    return pick(
      "\(date.year)年\(date.month)月\(date.day)日 星期\(zh[place])", "\(en[place]) \(date)")
  }

  /// The round and its day.
  public func round(_ round: Int, _ day: Int?) -> String {
    let first = pick("第 \(round) 轮次", "round \(round)")
    return day.map { first + pick(" 第 \($0) 天", ", day \($0)") } ?? first
  }

  /// What the day comes to.
  public func summary(_ sheet: SheetContents) -> [(label: String, value: String)] {
    let route = sheet.route
    let kilometres = Decimal.text(route.distance / 1000, places: 1)
    return [
      (pick("检查点位", "Stops"), "\(sheet.stops.count)"),
      (pick("出发", "Leave"), time(route.departure)),
      (pick("返回", "Back"), time(route.arrival)),
      (
        route.isByRoad ? pick("行车里程", "By road") : pick("直线里程", "Straight"), "\(kilometres) km"
      ),
    ]
  }

  /// A time of day in China, as in `08:35`.
  public func time(_ moment: Moment) -> String {
    let minutes = moment.secondOfDay / 60
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// A moment to the minute.
  public func moment(_ moment: Moment) -> String { "\(moment.date) \(time(moment))" }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  // MARK: Foot

  /// By what the sheet was made.
  public func origin(_ sheet: SheetContents, program: String) -> String {
    [
      pick("计划编号 \(sheet.planID)", "Plan \(sheet.planID)"),
      pick(
        "数据截至 \(moment(sheet.route.planAsOf))", "data as of \(moment(sheet.route.planAsOf))"),
      program,
    ].joined(separator: " · ")
  }

  /// The page and how many there are.
  public func page(_ page: Int, of pages: Int) -> String {
    pick("第 \(page) 页 / 共 \(pages) 页", "Page \(page) of \(pages)")
  }

  // MARK: Map

  /// In which datum places are.
  public var datum: String {
    pick(
      "地图 WGS-84 经纬度；二维码与 GCJ 坐标为 GCJ-02（高德）",
      "Map in WGS-84; QR codes and GCJ places in GCJ-02 (Amap)")
  }

  /// How the line between stops was found.
  public func way(_ sheet: SheetContents) -> String {
    sheet.route.isByRoad
      ? pick("线路沿道路", "The line follows roads")
      : pick("线路为站间直线，非行车路线", "The line is straight, no way to drive")
  }

  /// The base.
  public var base: String { pick("驻地", "Base") }

  /// The base where the map does not reach it: how far it is from the map's edge.
  public func base(beyond metres: Double) -> String {
    "\(base) " + pick("图外 \(kilometres(metres))", "\(kilometres(metres)) off")
  }

  /// A length of the scale bar.
  public func scale(_ metres: Double) -> String {
    let isKilometres = metres >= 1000
    return Decimal.text(isKilometres ? metres / 1000 : metres, places: 0)
      + (isKilometres ? " km" : " m")
  }

  /// The way up.
  public var north: String { pick("北", "N") }

  /// What is marked on the map.
  public var hotCell: String { pick("热点网格", "Hot cell") }

  /// What is marked on the map.
  public var visitedTownship: String { pick("当日乡镇", "Townships of the day") }

  /// Whose borders are not official; nil where all are.
  public func borders(_ sources: [String]) -> String? {
    let names = Set(sources).subtracting(["official"]).sorted().map { term("township_source", $0) }
    guard !names.isEmpty else { return nil }
    let list = names.joined(separator: pick("、", ", "))
    return pick("注意：乡镇边界为\(list)数据，非官方", "Note: township borders are \(list), not official")
  }
}
