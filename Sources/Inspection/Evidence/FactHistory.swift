import CampaignData

/// What bears on the chance of a problem, in all its versions: what `Facts` are at one moment, this is
/// at every moment.
public struct FactHistory: Sendable {
  /// Townships, by code.
  public var townships: FactVersions<Township>
  /// Grid cells, by identifier.
  public var cells: FactVersions<Cell>
  /// Sites, by identifier.
  public var sites: FactVersions<Site>
  /// Alerts, by identifier.
  public var alerts: FactVersions<Alert>
  /// Complaints, by identifier.
  public var complaints: FactVersions<Complaint>
  /// Electricity anomalies, by identifier.
  public var anomalies: FactVersions<PowerAnomaly>
  /// Visits, by identifier.
  public var visits: FactVersions<Visit>

  /// Makes a history.
  public init(
    townships: FactVersions<Township>, cells: FactVersions<Cell>, sites: FactVersions<Site>,
    alerts: FactVersions<Alert>, complaints: FactVersions<Complaint>,
    anomalies: FactVersions<PowerAnomaly>, visits: FactVersions<Visit>
  ) {
    self.townships = townships
    self.cells = cells
    self.sites = sites
    self.alerts = alerts
    self.complaints = complaints
    self.anomalies = anomalies
    self.visits = visits
  }

  /// The history of facts that never changed.
  public init(_ facts: Facts) {
    self.init(
      townships: FactVersions(single: facts.townships.sorted { $0.code < $1.code }) { $0.knownAt },
      cells: FactVersions(single: facts.cells.sorted { $0.id < $1.id }) { $0.knownAt },
      sites: FactVersions(single: facts.sites.sorted { $0.id < $1.id }) { $0.knownAt },
      alerts: FactVersions(single: facts.alerts.sorted { $0.id < $1.id }) { $0.knownAt },
      complaints: FactVersions(single: facts.complaints.sorted { $0.id < $1.id }) { $0.knownAt },
      anomalies: FactVersions(single: facts.anomalies.sorted { $0.id < $1.id }) { $0.knownAt },
      visits: FactVersions(single: facts.visits.sorted { $0.id < $1.id }) { $0.knownAt })
  }
}
