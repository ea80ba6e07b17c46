import CampaignData
public import Inspection

/// A campaign's events for any calendar program: iCalendar, RFC 5545.
public struct ICalendarDocument: Sendable {
  private let events: [CampaignEvent]
  private let language: Language

  /// - Parameter events: as ``CampaignEvents/all(of:holidays:)`` gives them.
  public init(_ events: [CampaignEvent], language: Language) {
    self.events = events
    self.language = language
  }

  /// The document; the same events are the same bytes, whenever it is written.
  public var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hotspot//Campaign calendar//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]
    for event in events { lines += self.lines(of: event) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(of event: CampaignEvent) -> [String] {
    let (first, last) = (event.days.lowerBound, event.days.upperBound)
    let round = event.round.map { "-\($0)" } ?? ""
    let note = language.pick(zh: event.noteZH, en: event.noteEN)
    var lines = [
      "BEGIN:VEVENT",
      "UID:\(event.kind.rawValue)\(round)-\(compact(first.description))@hotspot",
      // A stamp is required; the day itself keeps the bytes the same.
      "DTSTAMP:\(compact(first.description))T000000Z",
      "DTSTART;VALUE=DATE:\(compact(first.description))",
      "DTEND;VALUE=DATE:\(compact((last + 1).description))",
      "SUMMARY:\(Self.escaped(language.pick(zh: event.titleZH, en: event.titleEN)))",
      "CATEGORIES:\(event.kind.rawValue)", "TRANSP:TRANSPARENT",
    ]
    if !note.isEmpty { lines.append("DESCRIPTION:\(Self.escaped(note))") }
    return lines + ["END:VEVENT"]
  }

  private func compact(_ date: String) -> String { date.filter { $0 != "-" } }

  /// Backslashes, commas, semicolons and line ends as section 3.3.11 writes them.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", ",", ";": result += "\\\(character)"
      case "\n", "\r\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  /// At most 75 octets a line, never cut within a character, section 3.1.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if octets + size > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += size
    }
    return result
  }
}
