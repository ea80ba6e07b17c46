import CampaignData
import Geo
import Glibc

/// The size of every site in a draw: its chance of a problem as far as no locality had a hand in it.
///
/// For sites known independently it is the chance in a snapshot without the sites known only locally,
/// so that alerts and complaints that a cell's sites share are not thinned by invented firms, and
/// without the fields that a local list may write: ledger, status, topics and industry. Others have
/// the chance of their place. Nothing counts less than half of the base rate, so that every site can
/// come up.
struct IndependentSizes {
  /// For every site of the snapshot: above 0, up to 1.
  let values: [Double]

  /// - Parameter targets: the targets of the snapshot, whose evidence is weighed anew.
  /// - Complexity: as ``Targeting/targets(of:weights:season:)``.
  init(_ targets: TargetList) throws {
    let evidence = targets.evidence
    let sites = evidence.snapshot.facts.sites
    let independent = sites.indices.filter { sites[$0].isIndependent }
    var index = evidence
    if independent.count < sites.count {
      index = try EvidenceIndex(
        snapshot: evidence.snapshot.keeping(sites: independent), weights: evidence.weights,
        season: evidence.season.month)
    }
    index.readsLists = false
    let places = independent.indices.map { number in
      TargetPlace(origin: .site(number), cell: index.snapshot.siteCells[number])
    }
    let local = sites.indices.filter { !sites[$0].isIndependent }
    let spots = local.map { number in
      TargetPlace(
        origin: .spot(AddedSpot(id: sites[number].id, note: "")),
        cell: evidence.snapshot.siteCells[number])
    }
    let order = independent + local
    let chances = index.chances(
      places: places + spots, positions: order.map { targets.positions[$0] },
      planes: order.map { targets.planes[$0] })
    let base = evidence.weights["base"]?.logOdds ?? 0
    let least = 0.5 / (1 + exp(-base))
    var values = [Double](repeating: least, count: sites.count)
    for (site, chance) in zip(order, chances) where chance > least && chance <= 1 {
      values[site] = chance
    }
    self.values = values
  }
}
