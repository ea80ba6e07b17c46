import Foundation

/// Looks at what printing needs: the program that does it, and a font with Chinese letters.
struct PrintExamination {
  /// What was found; nothing of it is needed for the main job.
  var findings: [Finding] { [program, font] }

  private var program: Finding {
    let name = Companion.print.rawValue
    guard let path = Companion.print.path else {
      return Finding(
        name: name, state: .absent, found: "not built; sheets, Excel and reports as PDF",
        remedy: "run \(Companion.print.script), or `swift build -c release --product \(name)`")
    }
    return Finding(name: name, state: .ok, found: path)
  }

  private var font: Finding {
    let name = "Chinese font"
    guard let families = Self.families else {
      return Finding(
        name: name, state: .absent, found: "fc-list cannot be run; sheets need a Chinese font",
        remedy: "apt-get install fontconfig fonts-noto-cjk")
    }
    guard let first = families.first else {
      return Finding(
        name: name, state: .absent, found: "`fc-list :lang=zh-cn` names none; sheets need one",
        remedy: "apt-get install fonts-noto-cjk")
    }
    let rest = families.count > 1 ? " and \(families.count - 1) more" : ""
    return Finding(name: name, state: .ok, found: first + rest)
  }

  /// The families that have Chinese, sorted; nil if fontconfig's program is not here.
  private static var families: [String]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["fc-list", ":lang=zh-cn", "family"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    // A family's names in several languages stand in one line, divided by commas.
    let names = text.split(separator: "\n").compactMap { $0.split(separator: ",").first }
    return Set(names.map(String.init)).sorted()
  }
}
