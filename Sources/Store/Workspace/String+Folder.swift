extension String {
  /// The folder that a path lies in; empty for a name alone.
  ///
  /// Foundation's `deletingLastPathComponent` (Swift 6.3) traps on a name of one letter.
  var folderOfPath: String {
    var path = self[...]
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return "" }
    var folder = path[..<slash]
    while folder.last == "/" { folder = folder.dropLast() }
    return folder.isEmpty ? "/" : String(folder)
  }
}
