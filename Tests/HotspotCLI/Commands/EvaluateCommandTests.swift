import Foundation
import Testing

@Suite struct EvaluateCommandTests {
  /// Sites found at fault where `size` is above 5, with exceptions; two teams; half a year.
  private var table: String {
    let rows = (0..<240).map { row -> String in
      let size = row * 7 % 11
      let found = (size > 5) != (row % 9 == 0) ? 1 : 0
      let kind = row % 2 == 0 ? "kiln" : "mine"
      return
        "2018-0\(1 + row / 40)-\(10 + row % 18),\(found),\(size),\(kind),t\(row % 3),\(row / 180)"
    }
    return (["day,found,size,kind,team,test"] + rows).joined(separator: "\n") + "\n"
  }

  private func evaluate(_ path: String, _ options: String...) throws -> [String: Any] {
    let run = try Program.run(
      [
        "evaluate", path, "--date", "day", "--outcome", "found", "--features", "size,kind",
        "--json",
      ]
        + options)
    #expect(run.status == 0, "\(run.error)")
    return try run.json()
  }

  @Test func `a table is fitted on its older rows and judged on its newer ones`() throws {
    try inTemporaryFolder { folder in
      let path = try write(table, to: folder + "/past.csv")
      let result = try evaluate(path, "--test", "test", "--inspector", "team")
      #expect(result["training_rows"] as? Int == 180)
      #expect(result["test_rows"] as? Int == 60)
      let auc = try #require(result["auc"] as? Double)
      #expect(auc > 0.8 && auc <= 1)
      let share = try #require(result["first_half_share"] as? Double)
      #expect(share > (result["first_half_share_as_worked"] as? Double ?? 1))
      #expect((result["days_earlier"] as? Double ?? 0) > 1)
      #expect((result["auc_interval"] as? [Double])?.count == 2)
      #expect(result["with_inspector"] is [String: Any])
      #expect((result["inspectors"] as? [[String: Any]])?.count == 3)
    }
  }

  @Test func `the same table in another order, and cut by a day, gives the same figures`() throws {
    try inTemporaryFolder { folder in
      let path = try write(table, to: folder + "/past.csv")
      let lines = table.split(separator: "\n").map(String.init)
      let turned = [lines[0]] + lines.dropFirst().sorted { $0.hashed < $1.hashed }
      let other = try write(turned.joined(separator: "\n") + "\n", to: folder + "/turned.csv")
      let first = try evaluate(path, "--test", "2018-05-15")
      let second = try evaluate(other, "--test", "2018-05-15")
      #expect(first["test_rows"] as? Int == second["test_rows"] as? Int)
      let pair = [first, second].compactMap { $0["auc"] as? Double }
      #expect(pair.count == 2 && abs(pair[0] - pair[1]) < 1e-5)
    }
  }
}

extension String {
  /// A number that puts lines in some other order, the same in every run.
  fileprivate var hashed: UInt32 {
    utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
