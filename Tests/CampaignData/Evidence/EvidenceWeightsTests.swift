import CampaignData
import Foundation
import Testing

@Suite struct EvidenceWeightsTests {
  private let weights = CampaignData.weights

  @Test func `the base rate is that of the first two months`() throws {
    let visits = try #require(CampaignData.figure("first_months_visits"))
    let problems = try #require(CampaignData.figure("first_months_problems"))
    let base = try #require(weights["base"]).logOdds
    #expect(abs(1 / (1 + exp(-base)) - problems / visits) < 0.0001)
  }

  @Test func `every word of the vocabularies that targeting reads has a weight`() throws {
    for (prefix, name) in [
      ("alert_", "alert_reason"), ("power_", "power_rule"), ("kind_", "site_kind"),
      ("status_", "site_status"), ("industry_", "industry"),
    ] {
      let vocabulary = try #require(CampaignData.vocabulary(named: name))
      let weighed = Set(weights.all.map(\.key).filter { $0.hasPrefix(prefix) })
      #expect(weighed == Set(vocabulary.terms.map { prefix + $0.key }))
    }
  }

  @Test func `alerts, complaints and anomalies fade and complaints fall with distance`() {
    for weight in weights.all
    where weight.unit == .logOdds && weight.key.hasPrefix("alert_") || weight.key == "complaint"
      || weight.key.hasPrefix("power_")
    {
      #expect((weight.halfLifeDays ?? 0) > 0, "\(weight.key)")
      #expect(weight.logOdds > 0, "\(weight.key)")
    }
    #expect(weights["complaint"]?.decayMetres == 400)
    #expect((weights["recent_clean_visit"]?.logOdds ?? 0) < 0)
  }

  @Test func `values are finite, bounded and unique, and have words in both languages`() {
    for weight in weights.all {
      if weight.unit == .logOdds { #expect(abs(weight.value) < 4, "\(weight.key)") }
      if weight.unit != .logOdds { #expect(weight.value > 0, "\(weight.key)") }
      #expect(!weight.zh.isEmpty && !weight.en.isEmpty, "\(weight.key)")
    }
    #expect(Set(weights.all.map(\.key)).count == weights.all.count)
  }

  @Test func `evidence without a weight changes nothing`() {
    #expect(weights["nonsense"] == nil)
    #expect(weights.value("nonsense") == 0)
    #expect(weights.factor("nonsense") == 1)
    #expect(weights.factor("complaint_verified") == 1.5)
    #expect(weights["search_radius"]?.logOdds == 0)
    #expect(weights.searchRadius == 1_000)
    #expect(weights.searchDays == 90)
  }
}
