/// How many sites of a county are of an industry, and how many of them had a problem.
public struct IndustryCount: Sendable, Hashable {
  /// The county's code.
  public let countyCode: String
  /// Vocabulary `industry`, or as somebody wrote it.
  public let industry: String
  /// Sites of it.
  public let sites: Int
  /// Those of them at which a visit found a problem.
  public let withProblem: Int

  /// The industries of some sites by county, in each the most frequent first; sites that name none are
  /// left out.
  static func counts(
    of sites: [(site: Int, countyCode: String)], in facts: Facts, hits: Set<Int>
  ) -> [IndustryCount] {
    let named = sites.filter { facts.sites[$0.site].industry?.isEmpty == false }
    let groups = Dictionary(grouping: named) { site in
      [site.countyCode, facts.sites[site.site].industry ?? ""]
    }
    return groups.map { key, sites in
      IndustryCount(
        countyCode: key[0], industry: key[1], sites: sites.count,
        withProblem: sites.count { hits.contains($0.site) })
    }.sorted { ($0.countyCode, $1.sites, $0.industry) < ($1.countyCode, $0.sites, $1.industry) }
  }
}
