import Geo
import Terminal

/// The columns that a scan reads, by name.
struct ScanFields: Sendable {
  /// The cases.
  let cases: String
  /// People, or firms, or records: what cases are compared with.
  var population: String?
  /// Those who are no cases.
  var controls: String?
  /// Cases to be expected.
  var expected: String?
  /// The time of each row.
  var time: String?
  /// What names areas.
  var id: String?

  /// Where the columns stand in a layer.
  struct Places: Sendable {
    let population: Int?
    let controls: Int?
    let expected: Int?
    let time: Int?
    let id: Int?
  }

  /// Finds the columns; throws for one that is not there.
  func places(in layer: ValueLayer) throws -> Places {
    func place(_ name: String?) throws -> Int? {
      guard let name else { return nil }
      if let place = layer.fields.firstIndex(where: { $0.name == name }) { return place }
      throw CommandFailure(
        status: .usage, message: "there is no column \"\(name)\"", file: layer.path,
        hint: "Columns: " + layer.fields.map(\.name).joined(separator: ", ") + ".")
    }
    return Places(
      population: try place(population), controls: try place(controls),
      expected: try place(expected), time: try place(time), id: try place(id))
  }
}
