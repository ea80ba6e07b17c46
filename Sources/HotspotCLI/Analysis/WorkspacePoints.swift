import ArgumentParser
import CampaignData
import Geo
import Inspection
import Publishing
import Store
import Terminal

/// Points that a workspace knows: its complaints, or its alerts at their cells' centres.
struct WorkspacePoints: Sendable {
  /// Which facts.
  enum Kind: String, Sendable, CaseIterable, ExpressibleByArgument {
    case complaints
    case alerts
  }

  /// What is asked for.
  struct Choice: Sendable, Hashable {
    let kind: Kind
    /// Only complaints that were found true.
    var isVerified = false
    /// Only complaints that are known to be accepted.
    var isAccepted = false
  }

  /// The workspace's folder.
  let folder: String
  let choice: Choice
  /// Nothing known later is in here.
  let asOf: Moment
  /// How many facts the workspace has of the kind.
  let known: Int
  /// Complaints that the hotline refused, and others that were not asked for.
  private(set) var refused = 0
  private(set) var unasked = 0
  /// Where the facts lie, in longitude and latitude; NaN without a place.
  private(set) var places: [Coordinate] = []
  /// When each came in or was issued.
  private(set) var times: [Moment] = []
  /// The columns that the facts have in an output, and their values.
  let fields: [FieldDefinition]
  private(set) var values: [[FieldValue]] = []

  /// Reads the facts; throws if there are none.
  init(_ choice: Choice, of workspace: Workspace, asOf: Moment) throws {
    let facts = try workspace.facts(asOf: asOf).known(by: asOf)
    folder = workspace.folder
    self.choice = choice
    self.asOf = asOf
    switch choice.kind {
    case .complaints:
      known = facts.complaints.count
      fields = ["id", "received_at", "accepted", "verified", "target"].map {
        FieldDefinition($0, ["accepted", "verified"].contains($0) ? .integer : .text)
      }
      add(facts.complaints)
    case .alerts:
      known = facts.alerts.count
      fields = ["id", "cell_id", "issued_at", "reason"].map { FieldDefinition($0, .text) }
      try add(facts.alerts, cells: facts.cells)
    }
    guard known > 0 else {
      throw CommandFailure(
        status: .badData, message: "the workspace knows no \(choice.kind.rawValue) as of \(asOf)",
        file: folder,
        hint: "Import them with `hotspot import \(choice.kind.rawValue)`, or give another --as-of.")
    }
    guard places.contains(where: \.isFinite) else {
      throw CommandFailure(
        status: .badData,
        message: "none of \(known) \(choice.kind.rawValue) counts: refused \(refused), other than"
          + " asked for \(unasked), without a place \(places.count)", file: folder,
        hint: "Leave out --verified and --accepted, or import facts with places.")
    }
  }

  private mutating func add(_ complaints: [Complaint]) {
    for complaint in complaints {
      guard complaint.accepted != false else {
        refused += 1
        continue
      }
      guard !choice.isVerified || complaint.verified == true,
        !choice.isAccepted || complaint.accepted == true
      else {
        unasked += 1
        continue
      }
      places.append(complaint.position ?? Coordinate(.nan, .nan))
      times.append(complaint.receivedAt)
      values.append([
        .text(complaint.id), .text(complaint.receivedAt.description), .flag(complaint.accepted),
        .flag(complaint.verified), complaint.target.map { .text($0) } ?? .null,
      ])
    }
  }

  private mutating func add(_ alerts: [Alert], cells: [Cell]) throws {
    let numbers = Dictionary(cells.indices.map { (cells[$0].id, $0) }) { first, _ in first }
    let named = Set(alerts.map(\.cellID)).compactMap { numbers[$0] }.sorted()
    let centres = Dictionary(
      uniqueKeysWithValues: zip(named, try CellCentres(cells).positions(of: named)))
    let grid = EqualAreaGrid()
    var inverse = try Transformer(from: .albersChina, to: .wgs84)
    for alert in alerts {
      var place = numbers[alert.cellID].flatMap { centres[$0] }
      // The names of our own grid say where a cell is, also of one that no inspected city touches.
      if place == nil, let cell = CellID(alert.cellID) {
        place = try inverse.transform(grid.centre(of: cell))
      }
      places.append(place ?? Coordinate(.nan, .nan))
      times.append(alert.issuedAt)
      values.append([
        .text(alert.id), .text(alert.cellID), .text(alert.issuedAt.description),
        .text(alert.reason),
      ])
    }
  }

  /// The points as columns.
  var table: PointTable {
    PointTable(
      xs: places.map(\.x), ys: places.map(\.y),
      days: times.map { Int32(clamping: $0.date.daysSince1970) }, stated: .wgs84)
  }

  /// Writes the points that count, with further columns.
  func write(
    to target: TargetFile, further: [FieldDefinition], style: MapStyle,
    counts: (Int) -> Bool, _ more: (Int) -> [FieldValue]
  ) throws -> [String] {
    var file = try FeatureFile.make(
      target, layer: choice.kind.rawValue, fields: fields + further, isTable: false, crs: .wgs84)
    for place in places.indices where counts(place) {
      if place % 4096 == 0 { try Interruption.check() }
      try file.append(values[place] + more(place), at: places[place])
    }
    try file.keep(style)
    let warnings = file.warnings
    try file.close()
    return warnings
  }
}

extension FieldValue {
  /// 1, 0, or nothing if it is not known.
  fileprivate static func flag(_ value: Bool?) -> FieldValue {
    value.map { .integer($0 ? 1 : 0) } ?? .null
  }
}
