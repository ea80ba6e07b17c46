import Geo

extension EmergingAnalysis.Outcome {
  /// The columns of emerging hot spots: class and trend, the last slice, and how it came.
  var columns: HotspotsColumns {
    let (result, labels) = (result, labels)
    let features = result.patterns.count
    let last = (labels.count - 1) * features
    var columns = HotspotsColumns()
    columns.add("class", .text) { result.patterns[$0].map { .text($0.name) } ?? .null }
    columns.add("class_code", .integer) {
      result.patterns[$0].map { .integer(Int64($0.rawValue)) } ?? .null
    }
    columns.add("mk_z", real: result.trends.map(\.z))
    columns.add("mk_p", real: result.trends.map(\.p))
    columns.add("mk_tau", real: result.trends.map(\.tau))
    columns.add("gi_z", real: Array(result.z[last...]))
    columns.add("gi_bin", .integer) {
      .integer(Int64(HotspotBin.bin(z: result.z[last + $0], p: result.adjusted[last + $0])))
    }
    for (side, name) in [(HotspotPattern.Slice.hot, "hot"), (.cold, "cold")] {
      let slices = (0..<features).map { feature in
        labels.indices.filter { result.slices[$0 * features + feature] == side }
      }
      columns.add(name + "_share", real: slices.map { Double($0.count) / Double(labels.count) })
      columns.add("first_" + name, .text) { feature in
        slices[feature].first.map { .text(labels[$0]) } ?? .null
      }
    }
    columns.add("neighbours", .integer) { .integer(Int64(result.neighbours[$0])) }
    return columns
  }
}
