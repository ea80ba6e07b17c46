import CampaignData
import Geo
import Inspection

/// What documents of a route say about it in one language: the only place that has these words.
struct RouteWords {
  let language: Language

  private func pick(_ zh: String, _ en: String) -> String { language.pick(zh: zh, en: en) }

  /// A day of a team, as in `石家庄1组 2018-12-24`.
  func title(_ route: PlannedRoute) -> String { "\(route.team) \(route.date)" }

  /// What a day of a team comes to, in a line.
  func summary(_ route: PlannedRoute) -> String {
    let kilometres = Decimal.text(route.distance / 1000, places: 1)
    let parts = [
      city(route), pick("第 \(route.round) 轮次", "round \(route.round)"),
      pick("\(route.stops.count) 站", "\(route.stops.count) stops"),
      pick("约 \(kilometres) 公里", "about \(kilometres) km"),
      "\(time(route.departure))–\(time(route.arrival))",
    ]
    return parts.joined(separator: pick("，", ", "))
  }

  /// How the line between stops was found.
  func way(_ route: PlannedRoute) -> String {
    route.isByRoad
      ? pick("线路沿道路", "The line follows roads.")
      : pick("线路为站间直线，不是行车路线", "The line is straight from stop to stop, no way to drive.")
  }

  /// The inspected city.
  func city(_ route: PlannedRoute) -> String {
    language == .zh ? route.city : CityNames.name(route.cityCode, in: .en)
  }

  /// What is synthetic or derived says so; nil where all borders are official.
  func borders(_ route: PlannedRoute) -> String? {
    let names = route.townshipSources.filter { $0 != "official" }.map { source in
      let term = CampaignData.vocabulary(named: "township_source")?.term(key: source)
      return language.pick(zh: term?.zh ?? source, en: term?.en ?? source)
    }
    guard !names.isEmpty else { return nil }
    let list = names.joined(separator: pick("、", ", "))
    return pick("乡镇边界：\(list)", "Borders of townships: \(list)")
  }

  /// In which datum a document's places are.
  func datum(_ datum: Datum) -> String {
    switch datum {
    case .gcj02: pick("坐标：GCJ-02（火星坐标，不是 WGS-84）", "Coordinates: GCJ-02 (shifted, not WGS-84)")
    case .bd09: pick("坐标：BD-09（百度坐标，不是 WGS-84）", "Coordinates: BD-09 (Baidu's, not WGS-84)")
    case .wgs84, .cgcs2000: pick("坐标：WGS-84", "Coordinates: WGS-84")
    }
  }

  /// The team's base.
  var base: String { pick("驻地", "Base") }

  /// The team.
  var team: String { pick("督查组", "Team") }

  /// The place in the day's order.
  var order: String { pick("顺序", "Order") }

  /// A time of day in China, as in `08:35`.
  func time(_ moment: Moment) -> String {
    let minutes = moment.secondOfDay / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// A stop's name with its number, as it stands on map and list.
  func title(_ stop: PlannedStop) -> String { "\(stop.order) \(stop.name)" }

  /// The evidence, strongest first.
  func reasons(_ stop: PlannedStop) -> [String] {
    stop.reasons.map { language.pick(zh: $0.zh, en: $0.en) }
  }

  /// Why it was chosen, a sentence.
  func why(_ stop: PlannedStop) -> String { language.pick(zh: stop.why.zh, en: stop.why.en) }

  /// What a stop points to.
  func kind(_ stop: PlannedStop) -> String { term("target_kind", stop.kind.rawValue) }

  /// Why it is on the list, in a word.
  func basis(_ stop: PlannedStop) -> String { term("basis", stop.basis.rawValue) }

  /// The last visit, or that none is known; nil for what is no site.
  func lastVisit(_ stop: PlannedStop) -> String? {
    guard stop.kind == .site else { return nil }
    guard let visit = stop.lastVisit else { return pick("未检查过", "not visited before") }
    return "\(visit.date) \(term("outcome", visit.outcome))"
  }

  /// A site near a search or patrol, as in `砖厂 420 m 东北 45°`.
  func nearby(_ site: NearbySite) -> String {
    let bearing = (Int(Decimal.text(site.bearing, places: 0)) ?? 0) % 360
    let distance = Decimal.text(site.distance, places: 0)
    return "\(site.name) \(distance) m \(direction(bearing)) \(bearing)°"
  }

  /// A label of what follows.
  func label(_ label: RouteLabel) -> String {
    language.pick(zh: label.words.zh, en: label.words.en)
  }

  /// All of a stop, a line each with its label.
  func lines(_ stop: PlannedStop) -> [(label: RouteLabel, text: String)] {
    var lines: [(RouteLabel, String)] = [
      (.arrival, time(stop.arrival)), (.kind, kind(stop)), (.basis, basis(stop)),
      (.why, why(stop)), (.reasons, reasons(stop).joined(separator: pick("；", "; "))),
      (.township, stop.township), (.cell, stop.cellID ?? ""), (.lastVisit, lastVisit(stop) ?? ""),
      (.nearby, stop.nearby.map(nearby).joined(separator: pick("；", "; "))),
      (.targetID, stop.targetID),
    ]
    lines.removeAll { $0.1.isEmpty }
    return lines.map { (label: $0.0, text: $0.1) }
  }

  private func term(_ vocabulary: String, _ key: String) -> String {
    let term = CampaignData.vocabulary(named: vocabulary)?.term(key: key)
    return language.pick(zh: term?.zh ?? key, en: term?.en ?? key)
  }

  /// The direction of a bearing in degrees, 0 to 359, in one of eight words.
  func direction(_ bearing: Int) -> String {
    let names = [
      ("北", "N"), ("东北", "NE"), ("东", "E"), ("东南", "SE"), ("南", "S"), ("西南", "SW"), ("西", "W"),
      ("西北", "NW"),
    ]
    let name = names[(bearing + 22) / 45 % 8]
    return pick(name.0, name.1)
  }
}
