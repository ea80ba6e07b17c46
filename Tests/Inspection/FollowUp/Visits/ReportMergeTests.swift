import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct ReportMergeTests {
  private let noon = Moment(CalendarDate(daysSince1970: 17_880), hour: 12)
  private let window = 90 * 60

  private func report(
    _ id: String, _ outcome: String, by people: [String] = [], minutes: Int = 0,
    problems: [ReportedProblem] = []
  ) -> FieldReport {
    FieldReport(
      id: id, visitID: "v", siteID: "s", teamID: "t", round: 13,
      visitedAt: noon.adding(seconds: minutes * 60), outcome: outcome, confirmedBy: people,
      problems: problems, knownAt: noon.adding(seconds: 7200))
  }

  @Test func `two who say the same make one visit, with both names and all photos`() throws {
    var first = report("a", "problem", by: ["张三"], problems: [ReportedProblem(type: "dust")])
    (first.photos, first.note) = (["1.jpg"], "大门未关")
    var second = report(
      "b", "problem", by: ["李四"], minutes: 20, problems: [ReportedProblem(type: "coal")])
    (second.photos, second.note, second.record) = (["1.jpg", "2.jpg"], "有异味", "笔录.pdf")
    let merge = try #require(ReportMerge([second, first], window: window))
    #expect(merge.visit.confirmedBy == ["张三", "李四"])
    #expect(merge.visit.photos == ["1.jpg", "2.jpg"])
    #expect(merge.visit.note == "张三：大门未关；李四：有异味")
    #expect(merge.visit.record == "笔录.pdf")
    #expect(merge.visit.visitedAt == noon)
    #expect(merge.problems.map(\.type) == ["coal", "dust"])
    #expect(merge.conflicts.isEmpty)
  }

  @Test func `of contradicting outcomes the problem is taken, and both are named`() throws {
    let first = report("a", "none", by: ["张三"])
    let second = report("b", "problem", by: ["李四"], minutes: 5)
    let merge = try #require(ReportMerge([first, second], window: window))
    #expect(merge.visit.outcome == "problem" && merge.problems.count == 1)
    let conflict = try #require(merge.conflicts.first)
    #expect(conflict.kind == .outcome && conflict.taken.id == "b" && conflict.other.id == "a")
    #expect(merge.visit.note?.contains("张三 none") == true)
    #expect(merge.visit.visitedAt == noon.adding(seconds: 300))
  }

  @Test func `times within the window agree, beyond it they contradict`() throws {
    let agreeing = [report("a", "none"), report("b", "none", minutes: 90)]
    #expect(ReportMerge(agreeing, window: window)?.conflicts.isEmpty == true)
    let apart = [report("a", "none"), report("b", "none", minutes: 91)]
    #expect(ReportMerge(apart, window: window)?.conflicts.map(\.kind) == [.time])
  }

  @Test func `the gravest severity counts, and the lesser is a contradiction`() throws {
    let minor = [ReportedProblem(type: "dust", severity: "minor")]
    let serious = [ReportedProblem(type: "dust", severity: "serious", topic: "dust")]
    let merge = try #require(
      ReportMerge(
        [report("a", "problem", problems: minor), report("b", "problem", problems: serious)],
        window: window))
    #expect(merge.problems == serious)
    #expect(merge.conflicts.map(\.kind) == [.severity])
    #expect(merge.conflicts.first?.said.taken == "dust serious")
  }

  @Test func `problems of one who claims none do not count`() throws {
    let merge = try #require(
      ReportMerge(
        [report("a", "none", problems: [ReportedProblem(type: "dust")])], window: window))
    #expect(merge.problems.isEmpty && merge.visit.outcome == "none")
    #expect(ReportMerge([], window: window) == nil)
  }

  @Test func `what one without a type says fills what the others leave open`() throws {
    let merge = try #require(
      ReportMerge(
        [
          report("a", "problem", problems: [ReportedProblem(severity: "general")]),
          report(
            "b", "problem",
            problems: [
              ReportedProblem(type: "dust"), ReportedProblem(type: "coal", severity: "minor"),
            ]),
        ], window: window))
    #expect(merge.problems.map(\.type) == ["coal", "dust"])
    #expect(merge.problems.map(\.severity) == ["minor", "general"])
  }

  @Test func `the order of reports does not matter`() throws {
    var random = DemoRandom(seed: 7, stream: "merge")
    for _ in 0..<300 {
      var reports = (0..<2 + random.below(4)).map { number in
        var one = report(
          "r\(number)", random.pick(["problem", "none", "closed", "refused", "not_found"]),
          by: [random.pick(["张三", "李四", "王五"])], minutes: random.below(200))
        one.note = random.pick(["甲", "乙", nil])
        one.problems = (0..<random.below(3)).map { _ in
          ReportedProblem(
            type: random.pick(["dust", "coal", nil]),
            severity: random.pick(["minor", "general", "serious", nil]))
        }
        return one
      }
      let first = ReportMerge(reports, window: window)
      for place in reports.indices.reversed() where place > 0 {
        reports.swapAt(place, random.below(place + 1))
      }
      #expect(ReportMerge(reports, window: window) == first)
    }
  }
}
