/// Rows of a layer that match a query, ascending.
enum RowSelection: Sendable {
  /// All, so many.
  case all(Int)
  /// These.
  case some([Int])

  var count: Int {
    switch self {
    case .all(let count): count
    case .some(let rows): rows.count
    }
  }

  /// A page of them.
  func page(from offset: Int, limit: Int) -> [Int] {
    let start = min(offset, count)
    let end = start + min(limit, count - start)
    switch self {
    case .all: return Array(start..<end)
    case .some(let rows): return Array(rows[start..<end])
    }
  }
}
