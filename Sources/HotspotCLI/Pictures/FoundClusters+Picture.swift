import Geo
import Publishing

extension FoundClusters {
  /// How a map shows the points: by `cluster`.
  var style: MapStyle { .clusters(column: "cluster", count: Int(labels.max() ?? -1) + 1) }

  /// The points as a picture.
  func picture(
    of points: WeightedPoints, _ plane: AnalysisPlane, path: String, words: PictureWords
  ) -> ClassedPicture {
    let count = Int(labels.max() ?? -1) + 1
    let (clustered, all) = (
      labels.count { $0 >= 0 },
      points.xs.indices.count { points.xs[$0].isFinite && points.ys[$0].isFinite }
    )
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let content = PictureContent(
      style: style,
      title: ("\(name) 的聚类", "Clusters of \(name)"),
      method: (
        "\(all) 个点，\(clustered) 个属于 \(count) 个簇。",
        "\(all) points, \(clustered) of them in \(count) clusters."
      ), words: words)
    return ClassedPicture(points, in: plane, of: path, content) { .integer(Int64(labels[$0])) }
  }
}
