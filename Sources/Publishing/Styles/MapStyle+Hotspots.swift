extension MapStyle {
  /// Hot and cold spots by confidence, -3 to 3 (ArcGIS's `Gi_Bin`), in ColorBrewer's RdBu.
  public static func hotspots(column: String) -> MapStyle {
    let colours: [UInt32] = [0x2166AC, 0x67A9CF, 0xD1E5F0, 0, 0xFDDBC7, 0xEF8A62, 0xB2182B]
    let classes = (-3...3).reversed().map { bin in
      let confidence = [0, 90, 95, 99][abs(bin)]
      guard bin != 0 else {
        return MapClass(.integer(0), zh: "不显著", en: "Not significant", .neutral)
      }
      return MapClass(
        .integer(bin), zh: "\(bin > 0 ? "热点" : "冷点") \(confidence)%",
        en: "\(bin > 0 ? "Hot" : "Cold") spot, \(confidence) %", MapColour(colours[bin + 3]))
    }
    return MapStyle(zh: "热点与冷点", en: "Hot and cold spots", column: column, classes: classes)
  }

  /// Clusters and outliers of local Moran, in GeoDa's colours.
  public static func associations(column: String) -> MapStyle {
    MapStyle(
      zh: "空间聚集与异常", en: "Clusters and outliers", column: column,
      classes: [
        MapClass(.text("HH"), zh: "高-高", en: "High among high", MapColour(0xFF0000)),
        MapClass(.text("LL"), zh: "低-低", en: "Low among low", MapColour(0x0000FF)),
        MapClass(.text("HL"), zh: "高-低", en: "High among low", MapColour(0xF4ADA8)),
        MapClass(.text("LH"), zh: "低-高", en: "Low among high", MapColour(0xA7ADF9)),
        MapClass(.text("ns"), zh: "不显著", en: "Not significant", .neutral),
      ])
  }

  /// Likeness by local Geary, in GeoDa's colours.
  public static func likeness(column: String) -> MapStyle {
    MapStyle(
      zh: "相似与相异", en: "Like and unlike neighbours", column: column,
      classes: [
        MapClass(.text("HH"), zh: "高-高", en: "High among high", MapColour(0xB2182B)),
        MapClass(.text("LL"), zh: "低-低", en: "Low among low", MapColour(0xEF8A62)),
        MapClass(.text("like"), zh: "其他相似", en: "Otherwise alike", MapColour(0xFDDBC7)),
        MapClass(.text("unlike"), zh: "相异", en: "Unlike", MapColour(0x67ADC7)),
        MapClass(.text("ns"), zh: "不显著", en: "Not significant", .neutral),
      ])
  }
}
