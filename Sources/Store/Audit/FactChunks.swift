internal import CampaignData
internal import Geo
internal import Inspection

/// Collects the rows that facts are read from as text, by table and by the day on which they became
/// known.
///
/// A day's text begins with a line of the table and its columns; each row then has `known_at` and
/// `imported_at` in seconds since 1970, the values and the geometry. All versions of a fact are kept,
/// in the order of the table's rows, which decides among versions of the same times.
final class FactChunks {
  /// The rows of one table and day.
  struct Chunk {
    let table: String
    let day: CalendarDate
    var rows = 0
    var bytes: [UInt8]
  }

  /// What there is, in the order in which it came.
  private(set) var chunks: [Chunk] = []
  private var places: [String: [Int: Int]] = [:]
  private var last: (table: String, day: Int, place: Int)?

  /// Adds a row.
  func add<Fact: StoredFact>(_ fact: Fact, known: Moment, imported: Moment) {
    let place = place(of: Fact.self, day: known.date)
    chunks[place].rows += 1
    chunks[place].bytes.append(contentsOf: String(known.secondsSince1970).utf8)
    chunks[place].bytes.append(Self.tab)
    chunks[place].bytes.append(contentsOf: String(imported.secondsSince1970).utf8)
    for value in fact.values {
      chunks[place].bytes.append(Self.tab)
      FactText.append(value, to: &chunks[place].bytes)
    }
    if Fact.readsGeometry {
      chunks[place].bytes.append(Self.tab)
      if let geometry = fact.geometry {
        GeometryText.append(geometry, to: &chunks[place].bytes)
      }
    }
    chunks[place].bytes.append(Self.end)
  }

  private static let tab = UInt8(ascii: "\t")
  private static let end = UInt8(ascii: "\n")

  /// The first line of a chunk.
  static func heading<Fact: StoredFact>(_ kind: Fact.Type) -> [UInt8] {
    let columns = ["known_at", "imported_at"] + Fact.columns
    let words = ["hotspot facts 1", Fact.table] + columns + (Fact.readsGeometry ? ["geom"] : [])
    return Array((words.joined(separator: "\t") + "\n").utf8)
  }

  private func place<Fact: StoredFact>(of kind: Fact.Type, day: CalendarDate) -> Int {
    let number = day.daysSince1970
    if let last, last.day == number, last.table == Fact.table { return last.place }
    let place: Int
    if let found = places[Fact.table]?[number] {
      place = found
    } else {
      place = chunks.count
      chunks.append(Chunk(table: Fact.table, day: day, bytes: Self.heading(kind)))
      places[Fact.table, default: [:]][number] = place
    }
    last = (Fact.table, number, place)
    return place
  }
}
