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
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("HOTSPOT_") }
    variables["LC_ALL"] = "C.UTF-8"
    process.environment = variables.merging(environment) { $1 }
    // Files, not pipes: a full pipe would stop the program before it ends.
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("hotspot-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (out, err) = (scratch.appendingPathComponent("out"), scratch.appendingPathComponent("err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: try String(contentsOf: out, encoding: .utf8),
      error: try String(contentsOf: err, encoding: .utf8))
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
