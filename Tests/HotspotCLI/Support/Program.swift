import Foundation
import Testing

/// Runs the built program as a user does.
struct Program {
  /// What a run came to.
  struct Run {
    let status: Int32
    let output: String
    let error: String

    /// Standard output as JSON.
    func json() throws -> [String: Any] {
      try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }

    /// The error that `--json` prints.
    func errorJSON() throws -> [String: Any] {
      let object = try JSONSerialization.jsonObject(with: Data(error.utf8)) as? [String: Any]
      return try #require(object?["error"] as? [String: Any])
    }
  }

  /// Runs `hotspot` with arguments, in English whatever the machine's locale is.
  static func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, environment: environment)
  }

  /// Runs `hotspot` with a list of arguments.
  static func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Run {
    try Started(arguments, environment: environment).finish()
  }

  /// A run that goes on.
  struct Started {
    private let process = Process()
    private let scratch: URL

    /// Starts `hotspot`.
    init(_ arguments: [String], environment: [String: String] = [:]) throws {
      process.executableURL = try Program.executable()
      process.arguments = arguments
      var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("HOTSPOT_") }
      variables["LC_ALL"] = "C.UTF-8"
      process.environment = variables.merging(environment) { $1 }
      // Files, not pipes: a full pipe would stop the program before it ends.
      scratch = FileManager.default.temporaryDirectory
        .appendingPathComponent("hotspot-run-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
      for name in ["out", "err"] { try Data().write(to: scratch.appendingPathComponent(name)) }
      process.standardOutput = try FileHandle(
        forWritingTo: scratch.appendingPathComponent("out"))
      process.standardError = try FileHandle(forWritingTo: scratch.appendingPathComponent("err"))
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    /// True until it has ended.
    var isRunning: Bool { process.isRunning }

    /// Presses Ctrl-C.
    func interrupt() { process.interrupt() }

    /// Waits for its end.
    func finish() throws -> Run {
      process.waitUntilExit()
      defer { try? FileManager.default.removeItem(at: scratch) }
      return Run(
        status: process.terminationStatus,
        output: try String(contentsOf: scratch.appendingPathComponent("out"), encoding: .utf8),
        error: try String(contentsOf: scratch.appendingPathComponent("err"), encoding: .utf8))
    }
  }

  /// The program beside the test bundle that is running.
  private static func executable() throws -> URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("hotspot")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
    }
    Issue.record("no program beside \(CommandLine.arguments[0]); build the product hotspot")
    throw CocoaError(.fileNoSuchFile)
  }
}

/// Runs a test in a folder of its own, which is gone afterwards.
func inTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("hotspot-test-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

/// Writes a text to a file and gives back its path.
func write(_ text: String, to path: String) throws -> String {
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  return path
}
