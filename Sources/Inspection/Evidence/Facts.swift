/// cannot follow.
public struct Facts: Sendable {
  /// Counties, by code.
  public var counties: [CountyArea] = []
  /// Townships, by code.
  public var townships: [Township] = []
  /// Grid cells, by identifier.
  public var cells: [Cell] = []
  /// Shares of cells in townships, by cell and township.
  public var cellShares: [CellShare] = []
  /// Sites, by identifier.
  public var sites: [Site] = []
  /// Alerts, by identifier.
  public var alerts: [Alert] = []
  /// Complaints, by identifier.
  public var complaints: [Complaint] = []
  /// Electricity anomalies, by identifier.
  public var anomalies: [PowerAnomaly] = []
  /// Teams, by identifier.
  public var teams: [Team] = []
  /// Visits, by identifier.
  public var visits: [Visit] = []

  /// Heavy-pollution warnings, by identifier.
  public var warnings: [PollutionWarning] = []
  /// Ordered stops and limits, by identifier.
  public var orders: [ProductionOrder] = []
  /// Problems, by identifier.
  public var problems: [FoundProblem] = []
  /// Verifications, by problem and moment.
  public var rechecks: [Recheck] = []
  /// Lines of task plans, by month, place, topic and ledger.
  public var taskPlan: [TaskShare] = []

  /// Makes an empty collection.
  public init() {}
}
