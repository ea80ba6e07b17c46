import Foundation

/// The sources as text, read from the repository that the tests were built in.
struct SourceTree {
  struct File {
    /// Path from the repository's root.
    var path: String
    var lines: [Substring]

    /// The modules that it imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 2, place + 1 < words.count,
          words[..<place].allSatisfy({
            ["public", "internal", "private", "@testable"].contains($0)
          })
        else { return nil }
        return String(words[place + 1])
      }
    }

    /// Lines without comments.
    var code: [Substring] {
      lines.filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
    }
  }

  let root: URL

  init() {
    root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The Swift files under a folder, in order.
  func files(under folder: String) throws -> [File] {
    let base = root.appendingPathComponent(folder)
    guard let found = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return try found.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
      let text = try String(contentsOf: base.appendingPathComponent($0), encoding: .utf8)
      return File(
        path: folder + "/" + $0,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }
}
