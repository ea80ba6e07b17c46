extension MapStyle {
  /// Emerging hot spots: the eight ways in which a place is or was hot, the same for cold, and none.
  ///
  /// The column spells them as ArcGIS does, in small letters: `new hot spot`, `no pattern`.
  public static func emerging(column: String) -> MapStyle {
    let ways: [(en: String, zh: String, hot: UInt32, cold: UInt32)] = [
      ("new", "新增", 0xFF00C5, 0x00E6A9), ("consecutive", "连续", 0xFB6A4A, 0x6BAED6),
      ("intensifying", "加强", 0x67000D, 0x08306B), ("persistent", "持续", 0xCB181D, 0x2171B5),
      ("diminishing", "减弱", 0xFC9272, 0x9ECAE1), ("sporadic", "零星", 0xFCBBA1, 0xC6DBEF),
      ("oscillating", "振荡", 0xFDAE6B, 0x9E9AC8), ("historical", "历史", 0xC9A999, 0xA9B4C9),
    ]
    var classes: [MapClass] = []
    for isHot in [true, false] {
      for way in ways {
        classes.append(
          MapClass(
            .text("\(way.en) \(isHot ? "hot" : "cold") spot"),
            zh: "\(way.zh)\(isHot ? "热点" : "冷点")",
            en: way.en.prefix(1).uppercased() + way.en.dropFirst() + (isHot ? " hot" : " cold")
              + " spot", MapColour(isHot ? way.hot : way.cold)))
      }
    }
    classes.append(
      MapClass(.text("no pattern"), zh: "无模式", en: "No pattern", .neutral))
    return MapStyle(zh: "新兴热点", en: "Emerging hot spots", column: column, classes: classes)
  }
}
