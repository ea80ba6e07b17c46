import Foundation
import Geo
import Testing

/// Densities and clusters as other programs computed them.
@Suite(.enabled(if: StatisticsReference.isThere, StatisticsReference.absence))
struct StatisticsReferenceTests {
  private func vehicles() throws -> WeightedPoints {
    let table = try StatisticsReference.columns(
      "statistics/expected/chicago_vehicles_dbscan_utm16n.csv")
    return try WeightedPoints(
      xs: try #require(table["x"]).map(Self.number), ys: try #require(table["y"]).map(Self.number))
  }

  private static func number(_ text: String) -> Double { Double(text) ?? .nan }

  @Test(arguments: [(500.0, 10), (800, 20), (300, 5)])
  func `clusters and their numbers are those of scikit-learn 1_9`(
    radius: Double, minPoints: Int
  ) throws {
    let points = try vehicles()
    let table = try StatisticsReference.columns(
      "statistics/expected/chicago_vehicles_dbscan_utm16n.csv")
    let labels = try #require(table["dbscan_\(Int(radius))_\(minPoints)"]).map { Int32($0) }
    let result = try DBSCAN(radius: radius, minPoints: minPoints)
      .clusters(xs: points.xs, ys: points.ys)
    #expect(result.labels.map { $0 } == labels)
  }

  @Test(arguments: [
    (DensityKernel.quartic, 3000.0, "quartic_h3000"), (.gaussian, 1000, "gauss_h1000"),
  ])
  func `densities at cells are those computed beside`(
    kernel: DensityKernel, bandwidth: Double, column: String
  ) throws {
    let table = try StatisticsReference.columns(
      "statistics/expected/chicago_vehicles_grid3km_kde_utm16n.csv")
    let expected = try #require(table[column]).map(Self.number)
    let xs = try #require(table["x"]).map(Self.number)
    let ys = try #require(table["y"]).map(Self.number)
    // Far cells of the Gaussian are far below the default cut.
    let density = KernelDensity(kernel, bandwidth: bandwidth, cut: 40)
    let values = density.at(x: xs, y: ys, of: try vehicles(), unit: .perSquareMetre)
    let highest = expected.max() ?? 0
    for place in expected.indices {
      #expect(abs(values[place] - expected[place]) <= 1e-6 * expected[place] + 1e-11 * highest)
    }
    let cells = DensityGrid(
      minX: 426_000, maxY: 4_611_000 + 3000 * Double((try #require(table["row"])).count / 11),
      cell: 3000, columns: 11, rows: 14)
    let onGrid = density.onGrid(cells, of: try vehicles(), unit: .perSquareMetre)
    for place in expected.indices {
      let column = Int((xs[place] - cells.minX) / 3000)
      let row = Int((cells.maxY - ys[place]) / 3000)
      #expect(abs(onGrid[row * 11 + column] - values[place]) <= 1e-13 * highest)
    }
  }

  @Test func `densities of complaints are those that others computed, in degrees`() throws {
    let complaints = try StatisticsReference.columns("complaints/chicago_sanitation_311.csv")
    let created = try #require(complaints["created"])
    let status = try #require(complaints["status"])
    let lat = try #require(complaints["lat"]).map(Self.number)
    let lon = try #require(complaints["lon"]).map(Self.number)
    let expected = try StatisticsReference.columns("complaints/chicago_density_expected.csv")
    let dates = try #require(expected["date"])
    let days = created.map(Self.day)
    // Not too far, or the index has to visit all points of a window.
    let density = KernelDensity(.gaussian, bandwidth: 0.01 / 4, cut: 12)
    var worst = 0.0
    for (date, rows) in Dictionary(grouping: dates.indices, by: { dates[$0] }) {
      let end = try #require(Self.day(date))
      let window = created.indices.filter { row in
        guard let day = days[row], lat[row].isFinite, lon[row].isFinite else { return false }
        return (end - 90...end).contains(day) && ["Completed", "Open"].contains(status[row])
      }
      let points = try WeightedPoints(xs: window.map { lat[$0] }, ys: window.map { lon[$0] })
      let x = rows.map { Self.number(expected["lat"]?[$0] ?? "") }
      let y = rows.map { Self.number(expected["lon"]?[$0] ?? "") }
      let values = density.at(x: x, y: y, of: points, unit: .perSquareMetre)
      for (place, row) in rows.enumerated() {
        let theirs = Self.number(expected["density"]?[row] ?? "")
        let ours = values[place] / Double(points.count)
        worst = max(worst, abs(ours - theirs) / max(theirs, 1e-6))
      }
    }
    #expect(worst < 1e-9, "largest relative difference \(worst)")
  }

  /// The days since some day, of a date as in 2011-09-02.
  private static func day(_ text: String) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let (year, month) = parts[1] > 2 ? (parts[0], parts[1]) : (parts[0] - 1, parts[1] + 12)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + parts[2]
  }
}

/// The test data: `HOTSPOT_TEST_DATA`, else `../shared/data` beside the repository.
private enum StatisticsReference {
  static let folder: String? = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["HOTSPOT_TEST_DATA"]
      ?? root.appendingPathComponent("../shared/data").standardized.path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  static let isThere = folder != nil
  static let absence: Comment = "no test data: set HOTSPOT_TEST_DATA to the folder that has them"

  /// The columns of a table by their headings.
  static func columns(_ name: String) throws -> [String: [String]] {
    let text = try String(contentsOfFile: try #require(folder) + "/" + name, encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var columns: [String: [String]] = [:]
    for (place, heading) in (rows.first ?? []).enumerated() {
      columns[heading] = rows.dropFirst().map { place < $0.count ? $0[place] : "" }
    }
    return columns
  }
}
