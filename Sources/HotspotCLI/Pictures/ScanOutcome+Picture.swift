import Geo
import Publishing

extension ScanOutcome {
  /// How a map shows the features: by `cluster`.
  var style: MapStyle {
    .scan(
      column: "cluster",
      clusters: result.clusters.enumerated().map { ($0.offset + 1, $0.element.p) }, alpha: alpha)
  }

  /// The features as a picture.
  func picture(
    of layer: ValueLayer, cases: String, from: PlaceReference?, words: PictureWords
  ) -> ClassedPicture {
    let counted = result.clusters.count { isSignificant($0) }
    let content = PictureContent(
      style: style,
      title: ("\(cases) 的聚集区", "Clusters of \(cases)"),
      method: (
        "扫描统计（Kulldorff），置换 \(settings.replications) 次，p 不超过 \(alpha) 的聚集区 \(counted) 个。",
        "Kulldorff's scan statistic, \(settings.replications) replications; clusters with p at most"
          + " \(alpha): \(counted)."
      ), words: words)
    return ClassedPicture(layer, from: from, content) { feature in
      clusterOfRow[feature].map { .integer(Int64($0 + 1)) } ?? .null
    }
  }
}
