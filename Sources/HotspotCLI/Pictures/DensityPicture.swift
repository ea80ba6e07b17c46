import Geo
import Publishing
import Terminal

/// The cells of a density map as a picture.
struct DensityPicture {
  let cells: DensityCells
  /// The points' file.
  let path: String
  /// How it was computed.
  let field: DensityField
  let words: PictureWords

  /// Cells smaller than this part of a map's side are drawn together, by their mean.
  private static let sideLimit = 640

  /// The picture: each class is drawn over those below it, so that no gap shows between them.
  func picture() throws -> MapPicture {
    let style = cells.style
    let language = words.language
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var picture = MapPicture(
      title: words.title ?? language.pick(zh: "\(name) 的密度", en: "Density of \(name)"),
      style: style, language: language)
    picture.mergesClasses = true
    let (grid, values) = coarsened
    var plane = try PicturePlane(
      around: grid.envelope, in: cells.system.map { .system($0) }, stated: cells.system, file: path)
    let places = values.map { $0 > 0 ? style.place(of: .real($0)) : nil }
    for place in style.classes.indices {
      try Interruption.check()
      // The first class of the legend is the highest.
      let rings = GridOutlines.rings(of: places.map { $0.map { $0 <= place } ?? false }, on: grid)
      let area = MultiPolygon(rings.map { Polygon(exterior: $0) })
      guard !area.isEmpty else { continue }
      picture.append(try plane.place(.area(area)), place: place)
    }
    let counts = cells.values.map { $0 > 0 ? style.place(of: .real($0)) : nil }
    for case let place? in counts {
      picture.amounts[place] += cells.grid.cell * cells.grid.cell / 1e6
    }
    picture.amountName = "km²"
    let shown = grid.cell
    picture.notes = [method]
    if shown > cells.grid.cell {
      let side = PictureWords.number(shown)
      picture.notes.append(
        language.pick(
          zh: "图中按 \(side) 米方格的平均值绘制。", en: "Drawn by the mean of squares of \(side) m."))
    }
    picture.notes.append(words.sourceNote(of: path))
    return picture
  }

  private var method: String {
    let density = field.density
    let (kernel, metres) = (density.kernel.rawValue, PictureWords.number(density.bandwidth))
    let count = field.points.xs.count { $0.isFinite }
    let side = PictureWords.number(cells.grid.cell)
    return words.language.pick(
      zh: "\(count) 个点的核密度（\(kernel)），带宽 \(metres) 米，\(side) 米方格。",
      en:
        "Kernel density of \(count) points (\(kernel)), bandwidth \(metres) m, cells of \(side) m."
    )
  }

  /// The cells, in blocks if they are too many to be seen.
  private var coarsened: (DensityGrid, [Double]) {
    let grid = cells.grid
    let block = (max(grid.columns, grid.rows) + Self.sideLimit - 1) / Self.sideLimit
    guard block > 1 else { return (grid, cells.values) }
    let columns = (grid.columns + block - 1) / block
    let rows = (grid.rows + block - 1) / block
    var sums = [Double](repeating: 0, count: columns * rows)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let value = cells.values[row * grid.columns + column]
        if value > 0 { sums[row / block * columns + column / block] += value }
      }
    }
    let coarse = DensityGrid(
      minX: grid.minX, maxY: grid.maxY, cell: grid.cell * Double(block), columns: columns,
      rows: rows)
    return (coarse, sums.map { $0 / Double(block * block) })
  }
}
