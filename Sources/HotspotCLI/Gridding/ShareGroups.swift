import Geo
import Terminal

/// What the rows of a table of shares stand for: polygons, or all polygons with the same values.
struct ShareGroups {
  /// The columns that tell rows apart, as the table has them.
  let fields: [FieldDefinition]
  /// The values of each group in these columns, in the order in which groups first came.
  private(set) var values: [[FieldValue]] = []

  private let indices: [Int]
  private let isSummed: Bool
  private var numbers: [[FieldValue]: Int] = [:]

  /// The polygon's own number in its layer, from 1.
  private static let polygon = FieldDefinition("polygon", .integer)
  private static let taken = ["cell_id", "polygon", "share_of_cell", "share_of_area", "area_m2"]

  /// Finds the columns; throws for one that is not there or has the name of another.
  init(columns: [String], by: [String], fields: [FieldDefinition]) throws {
    guard columns.isEmpty || by.isEmpty else {
      throw CommandFailure(
        status: .usage, message: "--columns names polygons and --by groups of them",
        hint: "Give one of the two.")
    }
    isSummed = !by.isEmpty
    var indices: [Int] = []
    for name in columns + by {
      guard let index = fields.firstIndex(where: { $0.name == name }) else {
        throw CommandFailure(
          status: .usage, message: "there is no column \"\(name)\"",
          hint: "Columns: " + fields.map(\.name).joined(separator: ", ") + ".")
      }
      guard !Self.taken.contains(name), !indices.contains(index) else {
        throw CommandFailure(
          status: .usage, message: "the table of shares would have two columns \(name)",
          hint: "Rename or leave it out.")
      }
      indices.append(index)
    }
    self.indices = indices
    self.fields = (isSummed ? [] : [Self.polygon]) + indices.map { fields[$0] }
  }

  /// The group of the next polygon, from 0.
  mutating func group(of feature: Feature, number: Int) -> Int {
    let named = indices.map { feature.values[$0] }
    guard isSummed else {
      values.append([.integer(Int64(number))] + named)
      return values.count - 1
    }
    if let known = numbers[named] { return known }
    numbers[named] = values.count
    values.append(named)
    return values.count - 1
  }
}
