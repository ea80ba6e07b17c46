import ArgumentParser
import CampaignData
import Geo
import Store
import Terminal

/// Counting a workspace's facts in areas, where no file has values.
struct CountOptions: ParsableArguments {
  @OptionGroup var evidence: EvidenceOptions
  @Option(help: "Areas of the workspace to count in: cells or townships (default: cells).")
  var countIn: WorkspaceCounts.Areas?
  @Option(help: "First day that counts, as in 2018-11-01.") var since: CalendarDate?
  @Option(help: "Last day that counts.") var until: CalendarDate?

  /// Whether a workspace is meant.
  var isAsked: Bool { evidence.isAsked || countIn != nil || since != nil || until != nil }

  func validate() throws {
    if let since, let until, since > until {
      throw ValidationError("--since \(since) is later than --until \(until).")
    }
  }

  /// The areas with the count of each.
  func layer(_ record: inout AnalysisRecord) throws -> ValueLayer {
    let (points, workspace) = try evidence.chosen()
    let counts = try WorkspaceCounts(
      countIn ?? .cells, of: points, time: TimeChoice(since: since, until: until), in: workspace,
      &record)
    return ValueLayer(counts, path: workspace.folder)
  }
}
