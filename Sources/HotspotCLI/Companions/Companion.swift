import Foundation
import Terminal

/// A program of ours that is built apart, since it needs what the main job does not.
enum Companion: String {
  /// Sheets, Excel and reports as PDF: needs pango, cairo, libqrencode and libxlsxwriter.
  case print = "hotspot-print"
  /// The map and OGC API - Features: needs Hummingbird.
  case server = "hotspot-server"

  /// The script of the repository that builds it.
  var script: String { self == .print ? "scripts/print" : "scripts/serve" }

  /// Becomes that program: it takes over this process, with its terminal and its exit code.
  func run(_ arguments: [String]) throws -> Never {
    guard let path else {
      throw CommandFailure(
        status: .unavailable, message: "\(rawValue) is not beside this program, nor on the PATH",
        hint: "Build it with \(script), or `swift build -c release --product \(rawValue)`.")
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    execv(path, words)
    throw CommandFailure(
      status: .unavailable, message: "cannot be started: \(String(cString: strerror(errno)))",
      file: path, hint: "Check that it may be executed, or build it again with \(script).")
  }

  /// Where it is: beside this program, else on the PATH.
  var path: String? {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folders =
      [(own as NSString).deletingLastPathComponent]
      + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return folders.map { "\($0)/\(rawValue)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
