package import ArgumentParser
import Foundation
import Publishing

/// A program of ours, from its arguments to its exit code: the one place where errors become
/// messages and exit codes.
package struct Program {
  /// The version of all programs.
  package static let version = "0.1.0"

  private let root: any ParsableCommand.Type
  private let arguments: [String]

  /// - Parameter root: the command that all others hang on.
  package init(_ root: any ParsableCommand.Type) {
    self.root = root
    arguments = Array(CommandLine.arguments.dropFirst())
  }

  /// Parses the arguments and runs the command that they name.
  package func run() {
    Interruption.exitOnSignal()
    do {
      var command = try root.parseAsRoot(arguments)
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// The same for a program that waits for others, as a server does.
  package func run() async {
    Interruption.exitOnSignal()
    do {
      var command = try root.parseAsRoot(arguments)
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private func end(with error: any Error) -> Never {
    let asJSON = arguments.contains("--json")
    if let failure = CommandFailure(error, of: root) {
      report(failure, asJSON: asJSON)
      exit(failure.status.rawValue)
    }
    // What is left belongs to the parser: help, the version, wrong arguments.
    guard asJSON, root.exitCode(for: error) != .success else { root.exit(withError: error) }
    report(
      CommandFailure(
        status: .usage, message: root.message(for: error),
        hint: "Run `hotspot help` for the commands and their options."),
      asJSON: true)
    exit(SysExit.usage.rawValue)
  }

  private func report(_ failure: CommandFailure, asJSON: Bool) {
    let text = asJSON ? failure.json.compact : "hotspot: error: \(failure.sentence)"
    Stream.error.write(text + "\n")
  }
}
