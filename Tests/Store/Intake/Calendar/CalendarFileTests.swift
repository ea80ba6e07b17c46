import CampaignData
import Foundation
import Publishing
import Store
import Testing

@Suite struct CalendarFileTests {
  /// Reads a calendar from text.
  private func read(_ text: String) throws -> RoundCalendar {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("calendar-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try CalendarFile.read(path)
  }

  @Test func `what is written is read again`() throws {
    let plan = CampaignData.rounds
    let calendar = try read(CalendarTable.csv(plan))
    #expect(calendar.all.map(\.days) == plan.all.map(\.days))
    #expect(calendar.all.map(\.verificationFrom) == plan.all.map(\.verificationFrom))
    #expect(calendar.all.map(\.hasHandover) == plan.all.map(\.hasHandover))
    #expect(calendar.phases.map(\.days) == plan.phases.map(\.days))
    #expect(calendar.pauses == plan.pauses)
  }

  @Test(arguments: [
    ("round,1,1,2018-11-31,2018-12-09,no,", "first_day"),
    ("round,1,1,2018-12-09,2018-12-01,no,", "last_day"),
    ("round,one,1,2018-12-03,2018-12-09,no,", "number"),
    ("round,1,1,2018-12-03,2018-12-09,perhaps,", "handover"),
    ("week,1,1,2018-12-03,2018-12-09,no,", "kind"),
  ])
  func `a wrong cell is named`(line: String, column: String) throws {
    let head = "kind,number,phase,first_day,last_day,handover,verification_from\n"
    let phase = "phase,1,,2018-11-12,2018-12-09,,\n"
    let error = #expect(throws: StoreError.self) { try read(head + phase + line + "\n") }
    #expect(error?.row == 3 && error?.column == column)
  }

  @Test func `a table without rounds says how to begin`() throws {
    let error = #expect(throws: StoreError.self) {
      try read("kind,number,first_day,last_day\nphase,1,2018-11-12,2018-12-09\n")
    }
    #expect(error?.nextStep.contains("hotspot campaign show --csv") == true)
  }
}
