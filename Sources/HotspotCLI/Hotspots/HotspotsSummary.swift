import Foundation
import Geo
import Publishing

/// What a run came to, for people and programs.
struct HotspotsSummary {
  let outcome: HotspotsAnalysis.Outcome
  let output: String
  let record: AnalysisRecord

  /// How many features there are of each class, in the order of the classes.
  private var classes: [(name: String, count: Int)] {
    let features = outcome.local.z.indices
    if outcome.analysis.method.findsHotspots {
      let names = [
        "hot_99", "hot_95", "hot_90", "neither", "cold_90", "cold_95", "cold_99",
      ]
      let bins = features.map { outcome.bin($0) }
      return zip(names, (-3...3).reversed()).map { name, bin in
        (name, bins.count { $0 == bin })
      }
    }
    let names =
      ["HH", "LL", "HL", "LH"] + (outcome.analysis.method == .geary ? ["like", "unlike"] : [])
    let clusters = features.map { outcome.cluster($0) }
    return (names + ["ns"]).map { name in (name, clusters.count { $0 == name }) }
  }

  private var significant: (hot: Int, cold: Int) {
    let counted = outcome.local.z.indices.filter { outcome.isSignificant($0) }
    return (
      counted.count { outcome.local.z[$0] > 0 }, counted.count { outcome.local.z[$0] < 0 }
    )
  }

  private var judged: Int { outcome.adjusted.count { !$0.isNaN } }

  /// Some lines.
  func text(_ language: Language) -> String {
    let (hot, cold) = significant
    let analysis = outcome.analysis
    let total = outcome.local.z.count
    var text = output + "\n"
    if analysis.method.findsHotspots {
      text += language.pick(
        zh: "\(total) 个要素，判定 \(judged) 个：热点 \(hot)，冷点 \(cold)（alpha \(analysis.alpha)）\n",
        en:
          "\(total) features, \(judged) judged: \(hot) hot, \(cold) cold (alpha \(analysis.alpha))\n"
      )
    } else {
      text += language.pick(
        zh: "\(total) 个要素，判定 \(judged) 个：显著 \(hot + cold)（alpha \(analysis.alpha)）\n",
        en:
          "\(total) features, \(judged) judged: \(hot + cold) significant (alpha \(analysis.alpha))\n"
      )
    }
    text += classes.map { "\($0.name) \($0.count)" }.joined(separator: ", ") + "\n"
    for (name, result) in outcome.overall {
      text += String(
        format: "%@ %.6g (%@ %.6g), z %.4g, p %.3g\n", name, result.statistic,
        language.pick(zh: "期望", en: "expected"), result.expectation, result.z, result.p)
      guard let two = result.permutedTwoSided, let one = result.permutedOneSided else { continue }
      text.removeLast()
      text += String(
        format: language.pick(
          zh: "；置换 p %.3g（单侧 %.3g）\n", en: "; permutation p %.3g (one-sided %.3g)\n"),
        two, one)
    }
    return text
  }

  /// The same and the record.
  var json: JSONText {
    let analysis = outcome.analysis
    let (hot, cold) = significant
    var members: [JSONText.Member] = [
      .init("output", .string(output)), .init("method", .string(analysis.method.rawValue)),
      .init("features", .integer(outcome.local.z.count)), .init("judged", .integer(judged)),
      .init("alpha", .decimal(analysis.alpha, places: 6)),
      .init("correction", .string(analysis.correction.rawValue)),
      .init("judged_by", .string(analysis.basis.rawValue)),
      .init("permutations", .integer(analysis.permutations)),
      .init("seed", .string(String(analysis.seed))),
      .init("global_permutations", .integer(analysis.globalPermutations)),
    ]
    if let rates = outcome.rates { members.append(.init("rate", .string(rates.kind.rawValue))) }
    members.append(.init(analysis.method.findsHotspots ? "hot" : "above", .integer(hot)))
    members.append(.init(analysis.method.findsHotspots ? "cold" : "below", .integer(cold)))
    members.append(
      .init("classes", .object(classes.map { .init($0.name, .integer($0.count)) })))
    members.append(.init("global", .array(outcome.overall.map(Self.json))))
    members.append(.init("record", record.json))
    return .object(members)
  }

  private static func json(_ named: (name: String, result: GlobalAssociation)) -> JSONText {
    var members: [JSONText.Member] = [
      .init("name", .string(named.name)),
      .init("value", .decimal(named.result.statistic, places: 12)),
      .init("expected", .decimal(named.result.expectation, places: 12)),
      .init("variance", .decimal(named.result.variance, places: 15)),
      .init("z", .decimal(named.result.z, places: 9)),
      .init("p", .decimal(named.result.p, places: 12)),
    ]
    if let two = named.result.permutedTwoSided, let one = named.result.permutedOneSided {
      members.append(.init("p_perm", .decimal(two, places: 12)))
      members.append(.init("p_perm_one", .decimal(one, places: 12)))
    }
    return .object(members)
  }
}
