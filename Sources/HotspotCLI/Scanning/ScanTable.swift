import Geo
import Terminal

/// The rows of a layer as areas and slices of time.
struct ScanTable: Sendable {
  let areas: ScanAreas
  /// For each row its area and slice; nil if it was left out.
  let slots: [(area: Int, slice: Int)?]
  /// For each area its first row.
  let firstRows: [Int]
  /// What the slices are called; one without a name where there is no time.
  let slices: [String]
  /// What became of rows.
  let count: Count

  /// Rows that were left out, and rows that were put together.
  struct Count: Sendable {
    var missing = 0
    var unreadable: (count: Int, firstRow: Int) = (0, 0)
    var empty = 0
    var merged = 0
  }

  /// What a row says.
  private struct Row {
    let number: Int
    let key: String
    let slice: String
    let cases: Double
    let size: Double
    let population: Double
  }

  /// Reads cases and what they are compared with; a fault names its row.
  init(_ layer: ValueLayer, _ plane: MetrePlane, _ fields: ScanFields, _ model: ScanModel) throws {
    var count = Count()
    let reading = try Reading(layer, plane, fields, model)
    count.unreadable = reading.unreadable
    guard layer.columns[0].contains(where: { $0 != 0 && !$0.isNaN }) else {
      throw CommandFailure(.noCases, file: layer.path, row: nil, fields)
    }
    guard reading.comparesWithSomething else {
      throw CommandFailure(.noPopulation, file: layer.path, row: nil, fields)
    }
    let rows = try layer.features.indices.compactMap { try reading.row($0, &count) }
    slices = Self.ordered(Set(rows.map(\.slice)))
    let sliceOf = Dictionary(uniqueKeysWithValues: slices.enumerated().map { ($1, $0) })
    var areaOf: [String: Int] = [:]
    var firstRows: [Int] = []
    var slots = [(area: Int, slice: Int)?](repeating: nil, count: layer.features.count)
    for row in rows {
      let area = areaOf[row.key] ?? firstRows.count
      if area == firstRows.count {
        areaOf[row.key] = area
        firstRows.append(row.number)
      }
      slots[row.number] = (area, sliceOf[row.slice] ?? 0)
    }
    let width = slices.count
    var cases = [Double](repeating: 0, count: firstRows.count * width)
    var sizes = cases
    var populations = [Double](repeating: 0, count: firstRows.count)
    var seen = Set<Int>()
    for row in rows {
      guard let (area, slice) = slots[row.number] else { continue }
      let slot = area * width + slice
      if !seen.insert(slot).inserted { count.merged += 1 }
      cases[slot] += row.cases
      sizes[slot] += row.size
      populations[area] += row.population
    }
    self.slots = slots
    self.firstRows = firstRows
    self.count = count
    let file = layer.path
    do {
      areas = try ScanAreas(
        xs: firstRows.map { plane.xs[$0] }, ys: firstRows.map { plane.ys[$0] }, slices: width,
        cases: cases, sizes: sizes, populations: populations, model: model)
    } catch {
      let row = error.slot.flatMap { slot in
        slots.firstIndex { $0.map { $0.area * width + $0.slice == slot } ?? false }
      }
      throw CommandFailure(error, file: file, row: row.map { $0 + 1 }, fields)
    }
  }

  /// Numbers by size, other names by their letters, as dates of ISO 8601 need.
  private static func ordered(_ names: Set<String>) -> [String] {
    let numbers = names.compactMap { name in Double(name).map { (name, $0) } }
    guard numbers.count == names.count else { return names.sorted() }
    return numbers.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// Reads rows one by one.
  private struct Reading {
    let layer: ValueLayer
    let plane: MetrePlane
    let fields: ScanFields
    let model: ScanModel
    let places: ScanFields.Places

    init(
      _ layer: ValueLayer, _ plane: MetrePlane, _ fields: ScanFields, _ model: ScanModel
    ) throws {
      (self.layer, self.plane, self.fields, self.model) = (layer, plane, fields, model)
      places = try fields.places(in: layer)
    }

    /// Whether anything but zero stands in the column that cases are compared with.
    var comparesWithSomething: Bool {
      guard let column = places.expected ?? places.population ?? places.controls else {
        return false
      }
      return layer.features.contains { ($0.values[column].number ?? 0) != 0 }
        // Bernoulli without controls: all are cases.
        || (places.controls == column && places.population == nil)
    }

    /// Text that is no number, in the columns of numbers.
    var unreadable: (count: Int, firstRow: Int) {
      let columns = [places.population, places.controls, places.expected].compactMap(\.self)
      let rows = layer.features.indices.filter { row in
        columns.contains { column in
          let value = layer.features[row].values[column]
          return value.number == nil && !value.isBlank
        }
      }
      let first = [layer.unreadable.firstRow, (rows.first ?? -1) + 1].filter { $0 > 0 }.min()
      let all = layer.unreadable.count + rows.count
      return (all, all > 0 ? first ?? 1 : 0)
    }

    /// A row; nil if it has no number, no place or nothing in it.
    func row(_ number: Int, _ count: inout ScanTable.Count) throws -> Row? {
      let values = layer.features[number].values
      func read(_ column: Int?) -> Double? { column.map { values[$0].number ?? .nan } }
      let cases = layer.columns[0][number]
      let controls = read(places.controls)
      let population = read(places.population) ?? controls.map { $0 + cases }
      let size = read(places.expected) ?? population ?? .nan
      let measured = population ?? size
      for (value, name) in [
        (cases, fields.cases), (controls ?? 0, fields.controls ?? ""),
        (population ?? 0, fields.population ?? fields.controls ?? ""),
        (size, fields.expected ?? ""),
      ] where value < 0 {
        throw CommandFailure(
          status: .badData, message: "\(name) is negative: found \(FieldValue.real(value).text)",
          file: layer.path, row: number + 1, hint: "Counts are 0 or more; correct the row.")
      }
      guard cases.isFinite, size.isFinite, measured.isFinite else {
        count.missing += 1
        return nil
      }
      let slice = places.time.map { values[$0] }
      guard slice?.isBlank != true else {
        count.missing += 1
        return nil
      }
      // The plane has told those without a place.
      guard plane.xs[number].isFinite, plane.ys[number].isFinite else { return nil }
      if size == 0 || (measured == 0 && cases == 0) {
        guard cases == 0 else {
          throw CommandFailure(
            status: .badData,
            message: "\(FieldValue.real(cases).text) cases where "
              + "\(fields.expected ?? fields.population ?? "the population") is 0",
            file: layer.path, row: number + 1,
            hint: "Give the row its population, or leave it out.")
        }
        count.empty += 1
        return nil
      }
      return Row(
        number: number, key: key(number, values), slice: slice?.text ?? "", cases: cases,
        size: size, population: measured)
    }

    /// What tells areas apart: in time the name or the place, else each row is one.
    private func key(_ number: Int, _ values: [FieldValue]) -> String {
      guard places.time != nil else { return String(number) }
      if let id = places.id { return values[id].text }
      return "\(plane.xs[number]) \(plane.ys[number])"
    }
  }
}

extension ScanAreas.Fault {
  /// The slot it is about.
  fileprivate var slot: Int? {
    switch self {
    case .tooManyCases(let slot), .notWhole(let slot): slot
    default: nil
    }
  }
}

extension CommandFailure {
  /// What a fault means to those who gave the columns.
  fileprivate init(_ fault: ScanAreas.Fault, file: String, row: Int?, _ fields: ScanFields) {
    let population = fields.expected ?? fields.population ?? fields.controls ?? "the population"
    let (message, hint) =
      switch fault {
      case .malformed: ("numbers cannot be read", "Check the columns.")
      case .noCases:
        ("there is not one case in \(fields.cases)", "Name the column of cases with --cases.")
      case .noPopulation:
        (
          "\(population) is 0 or missing everywhere",
          "Name what cases are compared with: --population, --expected or --controls."
        )
      case .tooManyCases:
        (
          "more cases than \(population)",
          "Bernoulli counts members of whom some are cases; take --model poisson for rates."
        )
      case .notWhole:
        (
          "a number is not whole", "Bernoulli counts whole cases and members; take --model poisson."
        )
      case .tooMany:
        ("more than 16,777,215 cases", "Scan a part of the area, or a shorter time.")
      }
    self.init(status: .badData, message: message, file: file, row: row, hint: hint)
  }
}
