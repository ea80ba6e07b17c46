import Publishing
import Terminal

/// What is odd about a layer of areas beside its faults, told as warnings.
struct CoverageRemarks {
  private let layer: CoverageLayer
  private let invalid: [CoverageLayer.Invalid]

  init(_ layer: CoverageLayer, _ invalid: [CoverageLayer.Invalid]) {
    self.layer = layer
    self.invalid = invalid
  }

  /// Prints the warnings.
  func tell(_ console: Console) {
    if layer.emptyCount > 0 {
      console.warn(
        console.language.pick(
          zh: "\(layer.emptyCount) 个要素没有几何，未检查",
          en: "\(layer.emptyCount) features have no geometry and are left out"))
    }
    guard !invalid.isEmpty else { return }
    let examples = invalid.prefix(3).map { "row \($0.row): \($0.reason)" }.joined(separator: "; ")
    console.warn(
      console.language.pick(
        zh: "\(invalid.count) 个面无效，自相交处按奇偶规则计：\(examples)；"
          + "可用 clean-coverage 修复",
        en: "\(invalid.count) areas are not valid and are taken by even and odd where they cross "
          + "themselves (\(examples)): clean-coverage mends them"))
  }
}
