import Foundation
import Geo

/// What a raster comes to in each cell.
struct CellMeans: Sendable {
  /// Area-weighted means in micrograms per cubic metre; NaN where too little of a cell has values.
  let values: [Double]
  /// The part of each cell that has values.
  let shares: [Double]
  let path: String
  /// The bands that they are means of.
  let bands: [Int]
  /// What the raster's coordinates are in.
  let reference: PlaceReference
  /// The unit that the raster names; empty if it names none.
  let unit: String
  /// What values were multiplied by.
  let factor: Double

  /// Values that PM2.5 in micrograms per cubic metre does not have.
  private static let usual = 0.0...2000

  /// Says what was read and what to beware of.
  func note(_ record: inout AnalysisRecord, label: String? = nil) {
    let known = values.filter { !$0.isNaN }
    let low = String(format: "%.1f", known.min() ?? .nan)
    let high = String(format: "%.1f", known.max() ?? .nan)
    let name = (label.map { "\($0): " } ?? "") + path + bandNames
    record.note(
      "raster",
      zh: "\(name)（\(reference.name)）：\(known.count) 个网格有值，面积加权均值 \(low) 到 \(high)。",
      en: "\(name) (\(reference.name)): cells with a value \(known.count), area-weighted means"
        + " from \(low) to \(high).")
    let partial = shares.indices.count { !values[$0].isNaN && shares[$0] < 1 - 1e-6 }
    if partial > 0 {
      record.note(
        "partial", zh: "\(partial) 个网格只有部分面积有值：均值只代表这一部分。",
        en: "Cells with values on a part of their area, whose mean is of that part: \(partial).")
    }
    let missing = values.count - known.count
    if missing > 0 {
      record.warn(
        "missing", zh: "\(missing) 个网格没有值或有值的面积太小：未参加排名。",
        en: "Cells without values, or with too few, not ranked: \(missing) (\(path)).")
    }
    noteUnit(known, &record)
  }

  /// Which bands, where that is not plain.
  private var bandNames: String {
    guard let first = bands.first, let last = bands.last, last > 1 else { return "" }
    if first == last { return ", band \(first)" }
    return last - first + 1 == bands.count
      ? ", bands \(first)-\(last)" : ", bands \(bands.map(String.init).joined(separator: " "))"
  }

  private func noteUnit(_ known: [Double], _ record: inout AnalysisRecord) {
    let odd = known.count { !Self.usual.contains($0) }
    if odd > 0 {
      record.warn(
        "unit", zh: "\(odd) 个网格的值不在 0 到 2000 µg/m³ 之间：单位或无效值可能不对（\(path)）。",
        en: "Cells whose value is not between 0 and 2000 ug/m3: \(odd). The unit or the no-data"
          + " sample may be wrong (\(path)); --factor changes the unit.")
    }
    let named = unit.lowercased().replacing("μ", with: "u").replacing("µ", with: "u")
    let isMilligrams = named.hasPrefix("mg") || named.hasPrefix("kg")
    if factor == 1, isMilligrams || (known.max().map { $0 > 0 && $0 < 1 } ?? false) {
      let zh = isMilligrams ? "栅格的单位是 \(unit)" : "所有值都小于 1"
      let en = isMilligrams ? "The raster's unit is \(unit)" : "All values are below 1"
      record.warn(
        "unit", zh: "\(zh)：看来不是 µg/m³；毫克可用 --factor 1000（\(path)）。",
        en: "\(en), which hardly are ug/m3: for milligrams take --factor 1000 (\(path)).")
    }
  }
}
