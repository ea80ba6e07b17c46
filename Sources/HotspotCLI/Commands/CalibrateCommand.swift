import ArgumentParser
import CampaignData
import Foundation
import Inspection
import Publishing
import Store
import Terminal

/// Fits the evidence weights to what visits found.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit the evidence weights to what visits found.",
    discussion: """
      Examples:
        hotspot calibrate -w campaign
        hotspot calibrate -w campaign --as-of 2018-12-23T18:00 --dry-run --json

      Every visit is seen with what was known on the morning of its day. The weights are held to \
      the defaults by a ridge that later visits choose; if these are not foretold better than by the \
      defaults, the defaults stay and nothing is written. Otherwise weights-DATE.csv and weights.csv \
      are written into the workspace, and planning uses weights.csv from then on; remove it to go \
      back. Which team went is in the fit and out of the weights.
      """)

  @Option(help: "Use what was known by this moment (default: now).") var asOf: Moment?
  @Option(help: "Days whose visits are seen as of the first one's morning.")
  var every = 1
  @Flag(help: "Write nothing.") var dryRun = false
  @Option(help: "File to keep decisions and doubts in; as JSON if it ends in .json.")
  var report: String?
  @Flag(help: "Replace files that are there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...400).contains(every) else { throw ValidationError("--every is 1 to 400 days.") }
  }

  func run() throws {
    let console = output.console()
    let workspace = try place.open()
    if let report { try TextDocument.check(report, overwrite: overwrite) }
    let moment = asOf ?? .now
    let dated = workspace.weightsFile.replacing("weights.csv", with: "weights-\(moment.date).csv")
    if !dryRun { try check(workspace.weightsFile, dated: dated) }
    var record = AnalysisRecord()
    let replay = VisitReplay(
      history: try workspace.history(asOf: moment), asOf: moment, step: every)
    let records = try replay.records(console, record: &record)
    let choices = try workspace.visitChoices(asOf: moment)
    record.add(choices, visits: records.count)
    let calibration = try calibrate(records, choices)
    record.add(calibration)
    var files: [String] = []
    if calibration.refusal == nil, !dryRun {
      let document = WeightsDocument(
        calibration: calibration, defaults: CampaignData.weights, day: moment.date)
      files = [dated, workspace.weightsFile]
      for file in files { try TextDocument(document.text).save(to: file, overwrite: true) }
    }
    let told = CalibrationReport(calibration: calibration, files: files, record: record)
    console.result(told.text(console.language), json: told.json)
    try record.tell(console, report: report, overwrite: overwrite)
    for file in files { console.say(zh: "已写出 \(file)", en: "written: \(file)") }
  }

  private func calibrate(
    _ records: [VisitRecord], _ choices: [String: VisitChoice]
  ) throws -> WeightCalibration {
    do {
      return try WeightCalibrator().calibrate(
        records,
        choices: choices.mapValues { ($0.basis.rawValue, $0.inclusionProbability) })
    } catch {
      throw CommandFailure(
        status: .software, message: "the weights cannot be fitted (\(error))",
        hint: "This is our fault: report it with the command that you ran.")
    }
  }

  /// Throws if weights that somebody wrote by hand would be lost.
  private func check(_ file: String, dated: String) throws {
    try TextDocument.check(dated, overwrite: overwrite)
    let files = FileManager.default
    guard !overwrite, let present = files.contents(atPath: file) else { return }
    let folder = place.workspace
    let kept = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    let isKept = kept.contains { name in
      name.hasPrefix("weights-") && files.contents(atPath: "\(folder)/\(name)") == present
    }
    guard isKept else {
      throw CommandFailure(
        status: .cannotCreate, message: "these weights are in no dated file and would be lost",
        file: file, hint: "Copy them to another name, or add --overwrite.")
    }
  }
}
