import Geo
import Publishing

/// A layer's hot and cold spots, or its clusters and outliers, as a picture.
struct HotspotsPicture {
  let layer: ValueLayer
  let outcome: HotspotsAnalysis.Outcome
  let field: String
  let from: PlaceReference?
  let words: PictureWords

  /// The picture; throws if a position has no place on it.
  func picture() throws -> MapPicture {
    let style = outcome.style(column: "")
    let kind = (zh: style.zh, en: style.en)
    let method = outcome.analysis.method.name
    let language = words.language
    var picture = MapPicture(
      title: words.title
        ?? language.pick(
          zh: "\(field) 的\(kind.zh)（\(method)）", en: "\(kind.en) of \(field) (\(method))"),
      style: style, language: language)
    let reference =
      from ?? layer.crs.map { .system($0) } ?? (layer.kind == .none ? .datum(.wgs84) : nil)
    var plane = try PicturePlane(
      around: Envelope(layer.places.filter(\.isFinite)), in: reference, stated: layer.crs,
      file: layer.path)
    for number in layer.features.indices {
      if number % 1024 == 0 { try Interruption.check() }
      let value = outcome.classValue(number)
      if layer.kind == .none {
        guard layer.places[number].isFinite else { continue }
        picture.append(try plane.place(.point(layer.places[number])), value: value)
      } else if let geometry = layer.features[number].geometry {
        picture.append(try plane.place(geometry), value: value)
      }
    }
    picture.notes = notes
    return picture
  }

  private var notes: [String] {
    let analysis = outcome.analysis
    let judged = outcome.adjusted.count { !$0.isNaN }
    let permutations = analysis.permutations
    let correction = correction
    let isByPermutation = analysis.basis == .permutation
    let basis = (
      zh: isByPermutation ? "置换 p（\(permutations) 次）" : "正态 p",
      en: isByPermutation ? "the p of \(permutations) permutations" : "the normal p"
    )
    let sentence = words.language.pick(
      zh: "\(analysis.method.name)，判定 \(judged) 个要素，按\(basis.zh)，\(correction.zh)。",
      en: "\(analysis.method.name) of \(judged) features, judged by \(basis.en),"
        + " \(correction.en).")
    return [sentence, words.sourceNote(of: layer.path)] + [originNote].compactMap(\.self)
  }

  private var correction: (zh: String, en: String) {
    switch outcome.analysis.correction {
    case .none: ("未作多重检验校正", "not corrected for many tests")
    case .fdr: ("按错误发现率校正", "corrected by false discovery rate")
    case .bonferroni: ("按 Bonferroni 校正", "corrected after Bonferroni")
    }
  }

  /// How many features say of themselves that they are synthetic or derived.
  private var originNote: String? {
    guard let column = layer.fields.firstIndex(where: { $0.name == "source" }) else { return nil }
    let counts = ["synthetic", "derived"].map { origin in
      layer.features.count { $0.values[column] == .text(origin) }
    }
    guard counts != [0, 0] else { return nil }
    return words.language.pick(
      zh: "其中合成边界 \(counts[0]) 个，推导边界 \(counts[1]) 个，均非官方数据。",
      en: "Not official data: the borders of \(counts[0]) features are synthetic, of \(counts[1])"
        + " derived.")
  }
}

extension HotspotsAnalysis.Outcome {
  /// How a map shows the last column that features get.
  func style(column: String) -> MapStyle {
    switch analysis.method {
    case .gi, .giStar: .hotspots(column: column)
    case .moran: .associations(column: column)
    case .geary: .likeness(column: column)
    }
  }

  /// The value of that column.
  fileprivate func classValue(_ feature: Int) -> FieldValue {
    analysis.method.findsHotspots
      ? .integer(Int64(bin(feature))) : .text(cluster(feature))
  }
}
