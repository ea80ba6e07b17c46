import CampaignData
import Foundation
import Inspection
import Testing

@testable import Publishing

@Suite struct ICalendarDocumentTests {
  @Test func `lines fold at 75 octets between characters`() {
    let folded = ICalendarDocument.folded("SUMMARY:" + String(repeating: "督", count: 40))
    let lines = folded.components(separatedBy: "\r\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines[0] == "SUMMARY:" + String(repeating: "督", count: 22))
    #expect(lines[1].hasPrefix(" 督"))
  }

  @Test func `commas and line ends are escaped`() {
    #expect(ICalendarDocument.escaped("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne")
  }

  @Test func `an event ends on the day after its last`() {
    let events = CampaignEvents.all(of: CampaignData.rounds)
    let text = ICalendarDocument(events, language: .en).text
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(text.contains("DTSTART;VALUE=DATE:20181224\r\nDTEND;VALUE=DATE:20190107\r\n"))
    let identifiers = text.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") }
    #expect(identifiers.count == events.count && Set(identifiers).count == events.count)
  }
}
