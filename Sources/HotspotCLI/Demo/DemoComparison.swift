import CampaignData
import Inspection
import Publishing
import Store

/// Hits by visit of a demo's planned round, beside other ways of choosing sites.
struct DemoComparison {
  /// The plan's visits and what they find.
  let planned: DemoScore
  /// What visits of sites drawn at random would find on the same days, by visit.
  let random: Double
  /// What visits of sites drawn at random in hot cells would find on the same days, by visit.
  let hotCells: Double

  init(site: DemoSite, workspace: Workspace, truth: DemoTruth) throws {
    let days = CampaignData.rounds.round(DemoCampaign.round)?.days ?? site.day...site.day
    var visits: [DemoScore.Visit] = []
    var date = days.lowerBound
    while date <= days.upperBound {
      visits += try workspace.stops(of: date).map {
        DemoScore.Visit(siteID: $0.siteID, position: $0.position, date: $0.day)
      }
      date = date + 1
    }
    planned = DemoScore.score(visited: visits, truth: truth)
    let snapshot = try Snapshot(asOf: site.asOf, facts: try workspace.facts(asOf: site.asOf))
    let counts = Dictionary(grouping: visits, by: \.date).mapValues(\.count)
    var (all, hot) = ((sites: 0.0, finds: 0.0), (sites: 0.0, finds: 0.0))
    for (date, count) in counts.sorted(by: { $0.key < $1.key }) {
      for (index, place) in snapshot.facts.sites.enumerated() {
        let finds = truth.showsProblem(place.id, on: date) == true ? Double(count) : 0
        all = (all.sites + Double(count), all.finds + finds)
        let cell = Int(snapshot.siteCells[index])
        guard cell >= 0, snapshot.facts.cells[cell].isHot else { continue }
        hot = (hot.sites + Double(count), hot.finds + finds)
      }
    }
    random = all.finds / max(1, all.sites)
    hotCells = hot.finds / max(1, hot.sites)
  }

  func text(_ language: Language) -> String {
    language.pick(
      zh: "整轮每百次检查发现问题：计划 \(perHundred(planned.hitRate))（\(planned.visits) 次），"
        + "随机 \(perHundred(random))，只查热点网格 \(perHundred(hotCells))\n",
      en: "Problems per 100 visits over the round: planned \(perHundred(planned.hitRate)) "
        + "(\(planned.visits) visits), random \(perHundred(random)), hot cells only "
        + "\(perHundred(hotCells))\n")
  }

  var json: JSONText {
    .object([
      .init("visits", .integer(planned.visits)), .init("problems", .integer(planned.problems)),
      .init("hit_rate", .decimal(planned.hitRate, places: 4)),
      .init("random_hit_rate", .decimal(random, places: 4)),
      .init("hot_cells_hit_rate", .decimal(hotCells, places: 4)),
    ])
  }

  private func perHundred(_ rate: Double) -> String {
    JSONText.decimal(rate * 100, places: 1).compact
  }
}
