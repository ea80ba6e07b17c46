import Foundation
import Inspection
import Publishing
import Store
import Terminal

/// Scores the planned day of a demo against its hidden truth.
struct DemoScoring {
  private let site: DemoSite

  init(site: DemoSite) {
    self.site = site
  }

  /// What the day's visits would find.
  struct Result {
    let score: DemoScore
    /// Part of all sites that violate: what visits by lot would find, had they eyes for all.
    let baseRate: Double
    /// The whole round beside what other ways of choosing sites would find on its days.
    let round: DemoComparison

    private var hitRate: String { percent(score.hitRate) }

    func text(_ language: Language) -> String {
      language.pick(
        zh: "对照隐藏真值：检查 \(score.visits) 处，发现问题 \(score.problems) 个（\(hitRate)），"
          + "其中清单外隐藏企业 \(score.hiddenFirms) 个；全部点位违法比例 \(percent(baseRate))\n",
        en: "Against the hidden truth: \(score.visits) visits find \(score.problems) problems "
          + "(\(hitRate)), \(score.hiddenFirms) of them at firms on no list; "
          + "\(percent(baseRate)) of all sites violate\n") + round.text(language)
    }

    var json: JSONText {
      .object([
        .init("visits", .integer(score.visits)), .init("problems", .integer(score.problems)),
        .init("hidden_firms", .integer(score.hiddenFirms)),
        .init("hit_rate", .decimal(score.hitRate, places: 4)),
        .init("base_rate", .decimal(baseRate, places: 4)), .init("round", round.json),
      ])
    }

    private func percent(_ share: Double) -> String {
      let tenths = Int((share * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10) %"
    }
  }

  func result() throws -> Result {
    let path = "\(site.truth)/\(DemoInputs.truthName)"
    guard let data = FileManager.default.contents(atPath: path),
      let truth = DemoTruth(text: String(decoding: data, as: UTF8.self))
    else {
      throw CommandFailure(
        status: .inputMissing, message: "the truth of the demo is not there or damaged", file: path,
        hint: "Make the demo anew with --overwrite.")
    }
    let workspace = try Workspace.open(at: site.workspace)
    let visits = try workspace.stops(of: site.day).map {
      DemoScore.Visit(siteID: $0.siteID, position: $0.position, date: $0.day)
    }
    let baseRate = Double(truth.violatingSites) / Double(max(1, truth.siteCount))
    return Result(
      score: DemoScore.score(visited: visits, truth: truth), baseRate: baseRate,
      round: try DemoComparison(site: site, workspace: workspace, truth: truth))
  }
}
