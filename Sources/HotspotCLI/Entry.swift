import ArgumentParser
import Foundation
import Publishing

/// Runs the command line: the one place where errors become messages and exit codes.
@main
enum Entry {
  static func main() {
    Interruption.exitOnSignal()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try Hotspot.parseAsRoot(arguments)
      try command.run()
    } catch {
      end(with: error, asJSON: arguments.contains("--json"))
    }
  }

  private static func end(with error: any Error, asJSON: Bool) -> Never {
    if let failure = CommandFailure(error) {
      report(failure, asJSON: asJSON)
      exit(failure.status.rawValue)
    }
    // What is left belongs to the parser: help, the version, wrong arguments.
    guard asJSON, Hotspot.exitCode(for: error) != .success else { Hotspot.exit(withError: error) }
    report(
      CommandFailure(
        status: .usage, message: Hotspot.message(for: error),
        hint: "Run `hotspot help` for the commands and their options."),
      asJSON: true)
    exit(SysExit.usage.rawValue)
  }

  private static func report(_ failure: CommandFailure, asJSON: Bool) {
    let text = asJSON ? failure.json.compact : "hotspot: error: \(failure.sentence)"
    Stream.error.write(text + "\n")
  }
}
