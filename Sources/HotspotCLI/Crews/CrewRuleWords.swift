import CampaignData
import Publishing

/// A rule on crews with the paragraph that it comes from.
enum CrewRuleWords {
  /// The rule with a key, as in "nobody is in two teams of a round (the plan of 2018, section 4)".
  static func text(_ key: String, _ language: Language) -> String {
    guard let rule = CampaignData.crewRule(key) else { return key }
    let source = rule.source.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
    let place = source.drop { $0 == " " }
    return language.pick(zh: "\(rule.zh)（\(place)）", en: "\(rule.en) (\(place))")
  }
}
