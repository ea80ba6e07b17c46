import Geo
import Terminal

extension CommandFailure {
  /// The failure that an error of a coverage stands for; it tells the rows of its areas, numbered
  /// from 1, that `rows` has.
  init(_ error: CoverageError, file: String, rows: [Int]) {
    func row(_ area: Int) -> Int { rows.indices.contains(area) ? rows[area] : area + 1 }
    self.init(status: .badData, message: error.description, file: file)
    switch error {
    case .notFinite(let area):
      message = "a coordinate is no number"
      self.row = row(area)
      hint = "Draw the area again, or leave the row out."
    case .tooLarge(let area):
      message = "a coordinate is beyond 1e100"
      self.row = row(area)
      hint = "Check its units and its coordinate system."
    case .swallowed(let areas):
      let numbers = areas.prefix(10).map { String(row($0)) }.joined(separator: ", ")
      message =
        "others cover all of \(areas.count == 1 ? "row" : "rows") \(numbers)"
        + (areas.count > 10 ? " and \(areas.count - 10) more" : "") + ": nothing would be left"
      hint = "See check-coverage for the overlaps, and remove the rows that are there twice."
    case .tooMany, .unresolved: break
    }
  }
}
