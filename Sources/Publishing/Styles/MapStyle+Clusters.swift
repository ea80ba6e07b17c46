extension MapStyle {
  /// Clusters by number from 0, noise grey; more than 60 share the last class.
  public static func clusters(column: String, count: Int) -> MapStyle {
    let shown = min(max(0, count), 60)
    var classes = (0..<shown).map { number in
      MapClass(.integer(number), zh: "簇 \(number)", en: "Cluster \(number)", distinct(number))
    }
    if count > shown {
      classes.append(MapClass(.others, zh: "其他簇", en: "Other clusters", MapColour(0x8C6D31)))
    }
    classes.append(MapClass(.integer(-1), zh: "噪声", en: "Noise", MapColour(0xC4C4C4)))
    return MapStyle(zh: "聚类", en: "Clusters", column: column, classes: classes)
  }

  /// Clusters of the scan statistic by number, the most likely first, with their p; those above
  /// `alpha` are pale.
  ///
  /// - Parameter clusters: number in the column, and p.
  public static func scan(
    column: String, clusters: [(number: Int, p: Double)], alpha: Double = 0.05
  ) -> MapStyle {
    let strong: [UInt32] = [0xB10026, 0xE31A1C, 0xFC4E2A, 0xFD8D3C, 0xFEB24C]
    var classes: [MapClass] = clusters.prefix(60).enumerated().map { place, cluster in
      let p = cluster.p < 1e-4 ? "< 0.0001" : "= " + Decimal.text(cluster.p, places: 4)
      let colour =
        cluster.p <= alpha ? MapColour(strong[min(place, strong.count - 1)]) : MapColour(0xFFEDA0)
      return MapClass(
        .integer(cluster.number), zh: "聚集区 \(cluster.number)，p \(p)",
        en: "Cluster \(cluster.number), p \(p)", colour)
    }
    classes.append(MapClass(.others, zh: "不在聚集区内", en: "In no cluster", .neutral))
    return MapStyle(zh: "扫描统计聚集区", en: "Scan statistic", column: column, classes: classes)
  }

  /// Categories by text, in the order given, in colours that differ.
  public static func categories(
    zh: String, en: String, column: String, names: [(value: String, zh: String, en: String)]
  ) -> MapStyle {
    MapStyle(
      zh: zh, en: en, column: column,
      classes: names.enumerated().map { place, name in
        MapClass(.text(name.value), zh: name.zh, en: name.en, distinct(place))
      })
  }

  /// Colours that differ (ColorBrewer's Set1 and Dark2 without greys), over again after 14.
  private static func distinct(_ place: Int) -> MapColour {
    let colours: [UInt32] = [
      0xE41A1C, 0x377EB8, 0x4DAF4A, 0x984EA3, 0xFF7F00, 0xA65628, 0xF781BF, 0x1B9E77, 0xD95F02,
      0x7570B3, 0xE7298A, 0x66A61E, 0xE6AB02, 0xA6761D,
    ]
    return MapColour(colours[place % colours.count])
  }
}
