import ArgumentParser
import Publishing
import Terminal

/// Tells whether everything that is needed is here.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract:
      "Tell what is installed, what is missing and how to get it, and how the workspace is.",
    discussion: """
      Examples:
        hotspot doctor
        hotspot doctor -w campaign --json

      Ends with 69 if something needed is missing, with 65 if the workspace is damaged.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let findings = Examination(workspace: place.workspace).findings
    console.result(
      Self.text(findings), json: .object([.init("checks", .array(findings.map(\.json)))]))
    if let missing = findings.first(where: { $0.state == .missing }) {
      throw CommandFailure(
        status: .unavailable, message: "\(missing.name) is missing", hint: missing.remedy)
    }
    if let broken = findings.first(where: { $0.state == .broken }) {
      throw CommandFailure(status: .badData, message: broken.found, hint: broken.remedy)
    }
  }

  private static func text(_ findings: [Finding]) -> String {
    var table = TextTable([("check", .left), ("state", .left), ("found", .left)])
    for finding in findings {
      table.append([finding.name, finding.state.rawValue, finding.found])
    }
    let remedies = findings.compactMap { finding in
      finding.remedy.map { "\(finding.name): \($0)" }
    }
    return ([table.text] + (remedies.isEmpty ? [] : remedies.map { $0 + "\n" })).joined()
  }
}
