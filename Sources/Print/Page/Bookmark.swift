/// An entry of a PDF's outline, under which others can stand.
struct Bookmark: Sendable, Hashable {
  let id: Int32

  /// The outline itself.
  static let root = Bookmark(id: 0)
}
