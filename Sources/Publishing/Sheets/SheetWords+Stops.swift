import CampaignData
import Geo
import Inspection

// What the table of a sheet says.
extension SheetWords {
  /// The headings of the table.
  public var headings: [String] {
    [
      pick("序号", "No."), pick("点位 / 乡镇（街道）", "Site and township"),
      pick("选取理由与证据", "Reasons and evidence"), pick("检查结果", "Result"), pick("扫码导航", "Navigate"),
    ]
  }

  /// How far it is from the place before, in a straight line.
  public func leg(_ stop: SheetStop) -> String { "+\(kilometres(stop.distance))" }

  /// Metres, or kilometres with one decimal from 1000 m on.
  public func kilometres(_ metres: Double) -> String {
    metres < 1000
      ? "\(Decimal.text(metres, places: 0)) m" : "\(Decimal.text(metres / 1000, places: 1)) km"
  }

  /// County and township, with a mark where the border is not official.
  public func township(_ stop: SheetStop) -> String {
    let name =
      stop.planned.township.isEmpty ? pick("（乡镇外）", "(outside all)") : stop.planned.township
    guard let source = stop.townshipSource, source != "official" else { return name }
    return "\(name)〔\(term("township_source", source))〕"
  }

  /// Kind and cell.
  public func place(_ stop: SheetStop) -> String {
    let kind = term("target_kind", stop.planned.kind.rawValue)
    guard let cell = stop.planned.cellID else { return kind }
    return kind + " · " + pick("网格 \(cell)", "cell \(cell)")
  }

  /// Its place in GCJ-02, as the code has it.
  public func position(_ stop: SheetStop) -> String {
    let shifted = Datum.gcj02.fromWGS84(stop.planned.position)
    return "GCJ \(Decimal.text(shifted.x, places: 5)), \(Decimal.text(shifted.y, places: 5))"
  }

  /// Its identifier.
  public func identifier(_ stop: SheetStop) -> String { stop.planned.targetID }

  /// Why it was chosen, a sentence.
  public func why(_ stop: SheetStop) -> String {
    language.pick(zh: stop.planned.why.zh, en: stop.planned.why.en)
  }

  /// The reasons, strongest first.
  public func reasons(_ stop: SheetStop) -> String {
    stop.planned.reasons.map { language.pick(zh: $0.zh, en: $0.en) }
      .joined(separator: pick("；", "; "))
  }

  /// The last visit and what it came to; nil for what is no site.
  public func lastVisit(_ stop: SheetStop) -> String? {
    guard stop.planned.kind == .site else { return nil }
    guard let visit = stop.planned.lastVisit else {
      return pick("上次检查：无记录", "Last visit: none on record")
    }
    return pick("上次检查：", "Last visit: ") + "\(visit.date) \(term("outcome", visit.outcome))"
  }

  /// The facts behind the reasons by table, the first few by name; nil for none.
  public func evidence(_ stop: SheetStop, most: Int = 3) -> String? {
    let parts = stop.evidence.map { evidence in
      let table = Schema.table(named: evidence.table)
      let name = language.pick(zh: table?.zh ?? evidence.table, en: table?.en ?? evidence.table)
      let rest = evidence.facts.count > most ? " +\(evidence.facts.count - most)" : ""
      return "\(name) " + evidence.facts.prefix(most).joined(separator: pick("、", ", ")) + rest
    }
    guard !parts.isEmpty else { return nil }
    return pick("证据：", "Evidence: ") + parts.joined(separator: pick("；", "; "))
  }

  /// The sites near a search or patrol; nil for none.
  public func nearby(_ stop: SheetStop, most: Int = 3) -> String? {
    guard !stop.planned.nearby.isEmpty else { return nil }
    let routeWords = RouteWords(language: language)
    let sites = stop.planned.nearby.prefix(most).map { site in
      let bearing = (Int(Decimal.text(site.bearing, places: 0)) ?? 0) % 360
      return "\(site.name) \(kilometres(site.distance)) \(routeWords.direction(bearing))"
    }
    return pick("附近点位：", "Near: ") + sites.joined(separator: pick("；", "; "))
  }
}
