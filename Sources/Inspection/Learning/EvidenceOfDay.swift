import CampaignData
import Geo

/// The evidence that bears on some sites at a moment, taken out of an archive.
struct EvidenceOfDay {
  private let archive: EvidenceArchive
  private let geography: KnownGeography
  private let moment: Moment
  /// Versions of the sites, and of the evidence about them, ascending.
  private var sites: [Int] = []
  private var complaints: [Int] = []
  private var anomalies: [Int] = []
  private var visits: [Int] = []

  /// Gathers what was known of sites at a moment.
  ///
  /// - Parameter decay: The length over which complaints fade, in metres; nil if they do not count.
  init(
    of places: [(number: Int, version: Int)], in archive: EvidenceArchive,
    _ geography: KnownGeography, at moment: Moment, decay: Double?
  ) {
    self.archive = archive
    self.geography = geography
    self.moment = moment
    let history = archive.history
    var (known, heard) = (Set<Int>(), Set<Int>())
    for (number, version) in places where known.insert(version).inserted {
      for anomaly in archive.anomalies[number].lazy.map(Int.init)
      where history.anomalies.isCurrent(anomaly, at: moment) { anomalies.append(anomaly) }
      visits += earlierVisits(of: number)
      if let decay, archive.sitePlanes[version].isFinite {
        archive.forEachComplaint(
          within: 3 * decay * Plane.margin, of: archive.sitePlanes[version], at: moment
        ) { heard.insert($0) }
      }
    }
    addNamesakes(&known, &heard)
    sites = known.sorted()
    complaints = heard.sorted()
    anomalies.sort()
    visits.sort()
  }

  /// The last visit that found a problem, the last that found none, and if there are neither another:
  /// more is not looked at.
  ///
  /// What a visit found is never evidence for itself or for one before it.
  private func earlierVisits(of site: Int) -> [Int] {
    let visits = archive.history.visits
    var last = [Int](repeating: -1, count: 3)
    for visit in archive.visits[site].lazy.map(Int.init)
    where visits.isCurrent(visit, at: moment) && visits.facts[visit].visitedAt < moment {
      let outcome = visits.facts[visit].outcome
      let kind = outcome == "problem" ? 0 : outcome == "none" ? 1 : 2
      guard last[kind] < 0 || visits.facts[last[kind]].visitedAt <= visits.facts[visit].visitedAt
      else { continue }
      last[kind] = visit
    }
    let telling = last.prefix(2).filter { $0 >= 0 }
    return telling.isEmpty ? last.filter { $0 >= 0 } : telling
  }

  /// Complaints that name one of the sites, and all sites of that name: one of several bearers of a
  /// name is not meant by a complaint without a place.
  private func addNamesakes(_ known: inout Set<Int>, _ heard: inout Set<Int>) {
    let history = archive.history
    for name in Set(known.map { archive.names.sites[$0] }) where name >= 0 {
      for complaint in archive.complaintsByName[Int(name)].lazy.map(Int.init)
      where history.complaints.isCurrent(complaint, at: moment) { heard.insert(complaint) }
      for site in archive.sitesByName[Int(name)].lazy.map(Int.init)
      where history.sites.isCurrent(site, at: moment) { known.insert(site) }
    }
  }

  /// The place of a site's version among the sites.
  func index(of version: Int) -> Int? {
    var (low, high) = (0, sites.count)
    while low < high {
      let middle = (low + high) / 2
      if sites[middle] < version { low = middle + 1 } else { high = middle }
    }
    return low < sites.count && sites[low] == version ? low : nil
  }

  /// The evidence, arranged.
  ///
  /// - Parameter decay: As when it was gathered.
  func evidence(weights: EvidenceWeights, decay: Double?) -> EvidenceIndex {
    let history = archive.history
    let cells = Set(sites.map { geography.siteCells[$0] }).filter { $0 >= 0 }.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices.map(Int32.init)))
    var facts = Facts()
    facts.townships = geography.townships
    facts.cells = cells.map { geography.cells[Int($0)] }
    facts.sites = sites.map { history.sites.facts[$0] }
    facts.alerts = alerts(of: facts.cells).map { history.alerts.facts[$0] }
    facts.complaints = complaints.map { history.complaints.facts[$0] }
    facts.anomalies = anomalies.map { history.anomalies.facts[$0] }
    facts.visits = visits.map { history.visits.facts[$0] }
    let isKnown = { history.sites.isCurrent($0, at: moment) }
    let planes = sites.map { archive.sitePlanes[$0] }
    let surroundings = EvidenceSurroundings(
      sites: PointIndex(xs: planes.map(\.x), ys: planes.map(\.y)),
      complaintPlanes: complaints.map { archive.complaintPlanes[$0] },
      cellSites: cells.map { cell in
        geography.cellSites[Int(cell)].count { isKnown(Int($0)) }
      },
      complaintShares: complaints.map { number in
        EvidenceSurroundings.share(
          at: archive.complaintPlanes[number], decay: decay, among: archive.siteIndex,
          counting: isKnown)
      },
      firmNames: FirmNames(
        complaints: complaints.map { archive.names.complaints[$0] },
        sites: sites.map { archive.names.sites[$0] }))
    return EvidenceIndex(
      snapshot: Snapshot(
        asOf: moment, joined: facts, siteTownships: sites.map { geography.siteTownships[$0] },
        siteCells: sites.map { places[geography.siteCells[$0]] ?? -1 }),
      weights: weights, surroundings: surroundings)
  }

  private func alerts(of cells: [Cell]) -> [Int] {
    let names = Set(cells.map(\.id) + cells.compactMap(\.officialID))
    return names.flatMap { archive.alerts[$0] ?? [] }
      .filter { archive.history.alerts.isCurrent($0, at: moment) }.sorted()
  }
}
