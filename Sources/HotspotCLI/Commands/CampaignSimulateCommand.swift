import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Plays the whole campaign on invented ground.
struct CampaignSimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract:
      "Play the whole campaign on invented ground: 21 rounds of planning, visits, learning.",
    discussion: """
      Examples:
        hotspot campaign simulate --scale 0.05             two cities, a line a round
        hotspot campaign simulate -o campaign              39 cities: csv, json, html and svg files
        hotspot campaign simulate --no-learning -o given   the same with the weights as given
        hotspot campaign simulate --rounds 12-14 --effort-check 14

      Week by week evidence comes in from a truth that lives, a plan is made of what is known on the \
      evening before, crews work it, and what they find becomes known. Everything is synthetic.
      """)

  @Option(help: "Share of the 39 cities, 0 to 1.") var scale = 1.0
  @Option(help: "Seed of everything invented and drawn.") var seed: UInt64 = 1
  @Option(help: "Search effort of the route solver.") var iterations = 200
  @Option(help: "Rounds, as in 1-21 or 14.") var rounds = "1-21"
  @Option(help: "Fit the weights anew after so many rounds.") var calibrateEvery = 2
  @Flag(help: "Keep the weights as given: a control.") var noLearning = false
  @Option(help: "Also plan this round with 0, 100, 200, 500 and 2000 iterations, and compare.")
  var effortCheck: Int?
  @Option(help: "Formats of the files, by commas: csv, json, html, svg; one alone without -o.")
  var of: String?
  @Option(name: .shortAndLong, help: "Folder for the files (default: a table on the screen).")
  var output: String?
  @Flag(help: "Replace files that are there.") var overwrite = false
  @OptionGroup var manner: OutputOptions

  private static let efforts = [0, 100, 200, 500, 2000]

  func validate() throws {
    guard scale > 0, scale <= 1 else {
      throw ValidationError("--scale is \(scale); give more than 0, up to 1.")
    }
    guard iterations >= 0 else { throw ValidationError("--iterations is 0 or more.") }
    guard calibrateEvery >= 1 else { throw ValidationError("--calibrate-every is 1 or more.") }
    let range = try roundRange()
    if let effortCheck, !range.contains(effortCheck) {
      throw ValidationError("--effort-check \(effortCheck) is none of the rounds \(rounds).")
    }
    let formats = try self.formats()
    guard output != nil || of == nil || (formats.count == 1 && formats != [.svg]) else {
      throw ValidationError("Several files, and pictures, need a folder: add -o FOLDER.")
    }
  }

  private func roundRange() throws -> ClosedRange<Int> {
    let parts = rounds.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let known = CampaignData.rounds.all.map(\.number)
    guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2,
      first <= last, known.contains(first), known.contains(last)
    else { throw ValidationError("--rounds is \(rounds); give 1 to 21, as in 1-21 or 14.") }
    return first...last
  }

  private func formats() throws -> [SimulationFiles.Format] {
    guard let of else { return SimulationFiles.Format.allCases }
    return try of.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let format = SimulationFiles.Format(rawValue: String(word)) else {
        throw ValidationError("--of \(word): give csv, json, html or svg.")
      }
      return format
    }
  }

  func run() throws {
    let console = manner.console()
    let files = try output.map {
      SimulationFiles(folder: $0, formats: try formats(), overwrite: overwrite)
    }
    try files?.prepare()
    var plan = WorkspaceSettings().planSettings
    plan.iterations = iterations
    plan.seed = seed
    let settings = SimulationSettings(
      seed: seed, scale: scale, rounds: try roundRange(),
      calibrateEvery: noLearning ? nil : calibrateEvery,
      effort: effortCheck.map { .init(round: $0, iterations: Self.efforts) }, plan: plan)
    var run = SimulationRun(settings: settings, console: console)
    let campaign = try run.campaign()
    let report = SimulationReport(campaign, settings: settings)
    let texts = SimulationTexts(report: report, campaign: campaign, timing: run.timing)
    if let files {
      let written = files.texts(
        csv: texts.csv(console.language), json: texts.json.lines(depth: 4),
        document: report.document, pictures: report.pictures, language: console.language)
      try files.write(written)
      console.say(
        zh: "已写出 \(written.count) 个文件：\(files.folder)",
        en: "\(written.count) files written: \(files.folder)")
    } else if of != nil, let format = try formats().first {
      try TextDocument(texts.text(format, console.language))
        .deliver(to: nil, overwrite: false, console: console)
      return
    }
    console.result(texts.screen(console.language), json: texts.json)
  }
}
