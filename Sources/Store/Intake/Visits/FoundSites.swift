internal import CampaignData
internal import Foundation
internal import Geo
internal import Inspection

/// Makes sites of what teams found off the lists, so that it can be planned, handed over and
/// verified.
///
/// A find near an earlier one, of the same name or without one, is the same place. Finds are taken in
/// the order in which they were known and seen, whatever the order of rows. Their origin is the
/// ministry: its teams saw them, and no locality told of them.
struct FoundSites {
  /// The sites made, in the order in which they were found.
  private(set) var made: [Site] = []

  private static let prefix = "find-"
  private let radius: Double
  /// Degrees of a side of the squares that finds are looked up by.
  private let side: Double
  private var squares: [Square: [Site]] = [:]

  private struct Square: Hashable {
    let column: Int
    let row: Int
  }

  /// - Parameter known: the sites of the workspace; those found before count.
  init(_ known: [Site], radius: Double) {
    self.radius = radius
    // A degree of longitude has 75 km or more here.
    side = max(0.01, radius / 75_000)
    for site in known where Self.isFind(site.id) { insert(site) }
  }

  /// True for the identifier of a site that a team found.
  static func isFind(_ id: String) -> Bool { id.hasPrefix(prefix) }

  /// Gives every find among rows its site.
  mutating func settle(_ rows: inout [VisitRow]) {
    let order = rows.indices.filter { rows[$0].findName != nil }.sorted {
      precedes(rows[$0], rows[$1])
    }
    for index in order {
      guard let name = rows[index].findName, let place = rows[index].report.position else {
        continue
      }
      let site = near(place, name) ?? make(name, place, rows[index].report.knownAt)
      rows[index].report.siteID = site.id
    }
  }

  /// Named finds come first, so that one without a name joins them and not they it.
  private func precedes(_ first: VisitRow, _ second: VisitRow) -> Bool {
    func key(_ row: VisitRow) -> (Int64, Int, Int64, String, Double, Double) {
      let report = row.report
      return (
        report.knownAt.secondsSince1970, (row.findName ?? "").isEmpty ? 1 : 0,
        report.visitedAt.secondsSince1970, row.findName ?? "", report.position?.x ?? 0,
        report.position?.y ?? 0
      )
    }
    return key(first) < key(second)
  }

  private func near(_ place: Coordinate, _ name: String) -> Site? {
    let key = FirmName.key(name)
    let middle = square(place)
    var best: (metres: Double, site: Site)?
    for column in middle.column - 1...middle.column + 1 {
      for row in middle.row - 1...middle.row + 1 {
        for site in squares[Square(column: column, row: row)] ?? [] {
          let metres = greatCircleDistance(place, site.position)
          let own = FirmName.key(site.name)
          guard metres <= radius, own == key || key.isEmpty || isNameless(site) else { continue }
          if let best, (best.metres, best.site.id) <= (metres, site.id) { continue }
          best = (metres, site)
        }
      }
    }
    return best?.site
  }

  private mutating func make(_ name: String, _ place: Coordinate, _ knownAt: Moment) -> Site {
    let kind = SiteKindWords.kind(of: name)
    let id = Identity.make(
      Self.prefix, from: [.text(FirmName.key(name)), .text(kind)], at: .point(place))
    let site = Site(
      id: FieldParser.text(of: id), name: name.isEmpty ? Self.name(at: place) : name,
      position: place, kind: kind, topics: ["scattered"], ledger: nil, origin: "ministry",
      knownAt: knownAt)
    made.append(site)
    insert(site)
    return site
  }

  private static let nameless = "清单外点位"

  private static func name(at place: Coordinate) -> String {
    nameless + String(format: " %.5f,%.5f", place.x, place.y)
  }

  private func isNameless(_ site: Site) -> Bool { site.name.hasPrefix(Self.nameless) }

  private mutating func insert(_ site: Site) {
    squares[square(site.position), default: []].append(site)
  }

  private func square(_ place: Coordinate) -> Square {
    Square(
      column: Int((place.x / side).rounded(.down)), row: Int((place.y / side).rounded(.down)))
  }
}
