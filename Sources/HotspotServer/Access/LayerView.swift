import CampaignData
import Geo
import Publishing

/// A layer as one viewer may see it on a day: which rows, and which values masked.
///
/// Whatever leaves the server, as items, tiles, counts or pages, goes through this type.
struct LayerView: Sendable {
  let layer: ServedLayer
  /// How much of it may be seen.
  let permission: Permission
  /// What tells one content from another: two views with the same key show the same, so that a
  /// cache may be shared by all who have it.
  let cacheKey: String

  /// The team whose rows alone are shown; nil: all.
  private let team: String?
  /// The first day whose rows are not shown yet, as text; nil: all days are.
  private let untilDay: String?

  /// What a viewer sees of a layer; nil if it is not there for them.
  /// - Parameter today: a day is over when it is before this one.
  init?(_ layer: ServedLayer, for viewer: Viewer, today: CalendarDate) {
    let permission = viewer.permission(for: layer.resource)
    guard permission != .none else { return nil }
    self.layer = layer
    self.permission = permission
    // A leader without a team sees nothing, and not everything.
    team = permission == .own ? viewer.team ?? "" : nil
    untilDay = permission == .past ? today.description : nil
    let part = team.map { "/\($0)" } ?? untilDay.map { "/\($0)" } ?? ""
    cacheKey = "\(layer.id)-\(layer.version)-\(permission.rawValue)\(part)"
  }

  /// Whether some rows are left out, so that each must be asked.
  var isFiltered: Bool { team != nil || untilDay != nil }

  /// Whether a row is shown.
  func shows(_ row: Int) -> Bool {
    if let team {
      guard let field = layer.teamField else { return false }
      return layer.text(row, field) == team
    }
    if let untilDay {
      guard let field = layer.dayField, let day = layer.text(row, field) else { return false }
      // Days are ISO 8601, which sorts as text; of a moment the day alone counts.
      return day.prefix(10) < untilDay
    }
    return true
  }

  /// A value as the viewer may see it.
  func value(_ row: Int, _ field: Int) -> FieldValue {
    let value = layer.columns[field][row]
    let privacy = layer.fields[field].privacy
    guard permission != .all, privacy != .open else { return value }
    guard case .text(let text) = value else { return .null }
    switch privacy {
    case .open: return value
    case .numbers: return .text(TelephoneMask.masked(text))
    case .words: return .text(TelephoneMask.withheld)
    case .plans: return text == "planned" ? .text("missing") : value
    }
  }

  /// How many rows are shown.
  func count() -> Int {
    isFiltered ? (0..<layer.count).count(where: shows) : layer.count
  }

  /// Rows shown whose boxes meet an envelope, ascending.
  func rows(meeting envelope: Envelope) -> [Int] {
    let rows = layer.index.rows(meeting: envelope)
    return isFiltered ? rows.filter(shows) : rows
  }
}
