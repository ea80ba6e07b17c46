extension MapStyle {
  /// What became of the last list of hot cells.
  public static func hotCells(column: String) -> MapStyle {
    MapStyle(
      zh: "热点网格", en: "Hot cells", column: column,
      classes: [
        MapClass(.text("stays"), zh: "保留", en: "Stays hot", MapColour(0xB2182B)),
        MapClass(.text("enters"), zh: "新进", en: "Newly hot", MapColour(0xEF8A62)),
        MapClass(.text("leaves"), zh: "退出", en: "No longer hot", MapColour(0x67A9CF)),
        MapClass(.text("outside"), zh: "非热点", en: "Not hot", .neutral),
      ])
  }
}
