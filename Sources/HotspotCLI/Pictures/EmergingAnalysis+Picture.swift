import Geo
import Publishing

extension EmergingAnalysis.Outcome {
  /// How a map shows the features: by `class`.
  var style: MapStyle { .emerging(column: "class") }

  /// The features as a picture.
  func picture(
    of layer: ValueLayer, from: PlaceReference?, words: PictureWords
  ) -> ClassedPicture {
    let name = layer.path.split(separator: "/").last.map(String.init) ?? layer.path
    let (first, last) = (labels.first ?? "", labels.last ?? "")
    let content = PictureContent(
      style: style,
      title: ("\(name) 的新兴热点", "Emerging hot spots of \(name)"),
      method: (
        "\(labels.count) 个时间片（\(first) 至 \(last)）的 Gi* 与 Mann-Kendall 趋势，判定 \(judged) 个要素。",
        "Gi* and Mann-Kendall trend over \(labels.count) slices, \(first) to \(last); \(judged)"
          + " features classed."
      ), words: words)
    return ClassedPicture(layer, from: from, content) { feature in
      result.patterns[feature].map { .text($0.name) } ?? .null
    }
  }
}
