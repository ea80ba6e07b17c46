import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Terminal

/// Prints the campaign's calendar, computed from the plan's dates.
struct CampaignShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show phases, rounds, hand-overs, verification weeks and pauses.",
    discussion: """
      Examples:
        hotspot campaign show                          a line a round, and why one is short
        hotspot campaign show --events                 every event, day by day
        hotspot campaign show --ics -o campaign.ics    for a calendar program
        hotspot campaign show --csv -o mine.csv        to edit, then: hotspot campaign check mine.csv

      The rounds follow from the plan's phases and pause. Phase 3 closes only if one of six rounds has
      a single week: --short-round takes another than the usual one. What plans go by is the table
      with the usual one.
      """)

  @Option(help: "The round of a single week, where one is needed.") var shortRound: Int?
  @Flag(help: "Every event, day by day.") var events = false
  @Flag(help: "An iCalendar file (RFC 5545).") var ics = false
  @Flag(help: "Phases, pauses and rounds as CSV.") var csv = false
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Flag(help: "Replace the file if it is there.") var overwrite = false
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard [events, ics, csv].count(where: \.self) <= 1 else {
      throw ValidationError("--events, --ics and --csv are three forms of it: take one.")
    }
    guard output == nil || ics || csv else {
      throw ValidationError("-o writes a file: say which with --ics or --csv.")
    }
  }

  func run() throws {
    let console = manner.console()
    let report = try CampaignReport(shortRound: shortRound, language: console.language)
    if ics || csv {
      let text = ics ? report.iCalendar : CalendarTable.csv(report.calendar)
      try TextDocument(text).deliver(to: output, overwrite: overwrite, console: console)
      return
    }
    console.result(events ? report.eventTable : report.roundTable, json: report.json)
  }
}
