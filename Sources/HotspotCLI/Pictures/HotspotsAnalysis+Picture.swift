import Geo
import Publishing

extension HotspotsAnalysis.Outcome {
  /// How a map shows the features: by `bin`, or by `cluster`.
  var style: MapStyle {
    switch analysis.method {
    case .gi, .giStar: .hotspots(column: "bin")
    case .moran: .associations(column: "cluster")
    case .geary: .likeness(column: "cluster")
    }
  }

  /// The features as a picture.
  func picture(
    of layer: ValueLayer, field: String, from: PlaceReference?, words: PictureWords
  ) -> ClassedPicture {
    let (style, name) = (style, analysis.method.name)
    let content = PictureContent(
      style: style,
      title: ("\(field) 的\(style.zh)（\(name)）", "\(style.en) of \(field) (\(name))"),
      method: sentence, words: words)
    return ClassedPicture(layer, from: from, content) { feature in
      analysis.method.findsHotspots
        ? .integer(Int64(bin(feature))) : .text(cluster(feature))
    }
  }

  private var sentence: (zh: String, en: String) {
    let judged = adjusted.count { !$0.isNaN }
    let count = analysis.permutations
    let basis =
      analysis.basis == .permutation
      ? (zh: "置换 p（\(count) 次）", en: "the p of \(count) permutations")
      : (zh: "正态 p", en: "the normal p")
    let name = analysis.method.name
    return (
      "\(name)，判定 \(judged) 个要素，按\(basis.zh)，\(correction.zh)。",
      "\(name) of \(judged) features, judged by \(basis.en), \(correction.en)."
    )
  }

  private var correction: (zh: String, en: String) {
    switch analysis.correction {
    case .none: ("未作多重检验校正", "not corrected for many tests")
    case .fdr: ("按错误发现率校正", "corrected by false discovery rate")
    case .bonferroni: ("按 Bonferroni 校正", "corrected after Bonferroni")
    }
  }
}
