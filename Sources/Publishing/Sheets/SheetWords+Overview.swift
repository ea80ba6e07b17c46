import CampaignData

// What a city's overview says.
extension SheetWords {
  /// The overview's title.
  public func overviewTitle(_ city: SheetCity) -> String {
    "\(city.name(in: language)) \(overview)"
  }

  /// The headings of the table of teams.
  public var overviewHeadings: [String] {
    [
      pick("督查组", "Team"), pick("点位", "Stops"), pick("出发", "Leave"), pick("返回", "Back"),
      pick("里程", "km"), pick("乡镇（街道）", "Townships"),
    ]
  }

  /// A team's row, without its colour.
  public func overviewRow(_ sheet: SheetContents) -> [String] {
    let route = sheet.route
    return [
      route.team, "\(sheet.stops.count)", time(route.departure), time(route.arrival),
      Decimal.text(route.distance / 1000, places: 1), townships(sheet),
    ]
  }

  /// The townships of a day in the order of the stops, by county.
  private func townships(_ sheet: SheetContents) -> String {
    var counties: [String] = []
    var names: [String: [String]] = [:]
    for place in sheet.stops.compactMap(\.place) {
      if names[place.county] == nil { counties.append(place.county) }
      if names[place.county]?.contains(place.township) != true {
        names[place.county, default: []].append(place.township)
      }
    }
    return counties.map { county in
      county + pick("：", ": ") + (names[county] ?? []).joined(separator: pick("、", ", "))
    }.joined(separator: pick("；", "; "))
  }

  /// The last row: all teams.
  public func overviewTotal(_ city: SheetCity) -> [String] {
    let metres = city.teams.reduce(0) { $0 + $1.route.distance }
    return [
      pick("合计 \(city.teams.count) 组", "all \(city.teams.count)"), "\(city.stops)", "", "",
      Decimal.text(metres / 1000, places: 1), "",
    ]
  }

  /// What numbers on the overview mean.
  public var overviewNote: String {
    pick(
      "地图上的序号与各组任务单序号一致；颜色为各组颜色。", "Numbers are those of each team's sheet, colours the teams'.")
  }
}
