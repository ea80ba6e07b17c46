import CampaignData

// What a campaign's maps show beside its targets.
extension MapStyle {
  /// What belongs to a team, in the team's colour; townships without one are grey.
  static func teams(
    column: String, _ teams: [(id: String, name: String)], colours: TeamColours
  ) -> MapStyle {
    MapStyle(
      zh: "督查组", en: "Teams", column: column,
      classes: teams.map { team in
        MapClass(.text(team.id), zh: team.name, en: team.name, colours.colour(of: team.id))
      } + [MapClass(.others, zh: "无", en: "None", .neutral)])
  }

  /// Townships by whether the round has been there or will be.
  static func coverage(column: String) -> MapStyle {
    MapStyle(
      zh: "本轮次覆盖", en: "Coverage of the round", column: column,
      classes: [
        MapClass(.text("yes"), zh: "已覆盖", en: "Covered", MapColour(0xB2DF8A)),
        MapClass(.text("no"), zh: "未覆盖", en: "Not covered", MapColour(0xFDBF6F)),
        MapClass(.others, zh: "未知", en: "Not known", .neutral),
      ])
  }

  /// Cells by whether they are on the list of hot ones.
  static func cells(column: String) -> MapStyle {
    MapStyle(
      zh: "热点网格", en: "Hot cells", column: column,
      classes: [
        MapClass(.text("yes"), zh: "热点", en: "Hot", MapColour(0xEF8A62)),
        MapClass(.text("no"), zh: "非热点", en: "Not hot", MapColour(0xF7F7F7)),
      ])
  }

  /// Complaints by what came of them.
  static func complaints(column: String) -> MapStyle {
    MapStyle(
      zh: "投诉", en: "Complaints", column: column,
      classes: [
        MapClass(.text("yes"), zh: "属实", en: "Verified", MapColour(0xE31A1C)),
        MapClass(.text("no"), zh: "不属实", en: "Not verified", MapColour(0xA6CEE3)),
        MapClass(.others, zh: "未核实", en: "Not checked yet", MapColour(0xFB9A99)),
      ])
  }

  /// Alerts by their reason.
  public static func alerts(column: String) -> MapStyle {
    terms(of: "alert_reason", zh: "预警原因", en: "Alerts by reason", column: column)
  }

  /// Cells by the part of them that lies within the border.
  public static func coveredShare(column: String) -> MapStyle {
    let breaks = [0.25, 0.5, 0.75, 0.999_999]
    let colours: [UInt32] = [0xEDF8E9, 0xBAE4B3, 0x74C476, 0x31A354, 0x006D2C]
    let classes = (0...breaks.count).map { place in
      let lower = place == 0 ? 0 : breaks[place - 1]
      let upper = place == breaks.count ? 1e308 : breaks[place]
      let name =
        place == breaks.count
        ? ("全部", "All of it")
        : place == 0
          ? ("25% 以下", "Below 25 %") : ("\(place * 25)% 起", "From \(place * 25) %")
      return MapClass(
        .range(lower: lower, upper: upper), zh: name.0, en: name.1, MapColour(colours[place]))
    }
    return MapStyle(
      zh: "网格在界内的比例", en: "Share of cell covered", column: column,
      classes: classes.reversed())
  }

  /// Values of a vocabulary, in colours that differ.
  static func terms(of vocabulary: String, zh: String, en: String, column: String) -> MapStyle {
    categories(
      zh: zh, en: en, column: column,
      names: (CampaignData.vocabulary(named: vocabulary)?.terms ?? []).map {
        ($0.key, $0.zh, $0.en)
      })
  }
}
