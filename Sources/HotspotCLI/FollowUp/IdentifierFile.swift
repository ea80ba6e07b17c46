import CampaignData
import Foundation
import Terminal

/// The identifiers in the first column of a CSV file, or one a line.
struct IdentifierFile {
  let path: String

  /// The identifiers, in order and once each; a heading is left out.
  ///
  /// Throws `CommandFailure` for a file that is missing or names none.
  func identifiers() throws -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(
        status: .inputMissing, message: "there is no such file", file: path,
        hint: "Give a CSV file whose first column has the problems' identifiers.")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandFailure(
        status: .badData, message: "not UTF-8 text", file: path, hint: "Save it as CSV in UTF-8.")
    }
    let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let lines = CSVLines(plain.replacing("\r\n", with: "\n"))
    let headings: Set<String> = ["id", "problem_id", "problem id", "问题编号", "编号"]
    var seen: Set<String> = []
    let found = ([lines.header] + lines.rows).map { line in
      lines.firstField(of: line).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let names = found.enumerated().filter { index, name in
      !(index == 0 && headings.contains(name.lowercased()))
    }.map(\.element).filter { !$0.isEmpty && seen.insert($0).inserted }
    guard !names.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "names no problem", file: path,
        hint: "Put the problems' identifiers into its first column.")
    }
    return names
  }
}
