import ArgumentParser
import Geo
import Publishing
import Terminal

/// In what a team's route can be given.
enum RouteFormat: String, CaseIterable, ExpressibleByArgument {
  case geojson, gpx, kml, html

  /// Throws unless a route can be given in a datum, and under a name that says so.
  ///
  /// - Parameter output: the file, or nil for standard output.
  func check(_ datum: Datum, output: String?) throws {
    guard datum.fileLabel != nil else { return }
    guard self != .html else {
      throw CommandFailure(
        status: .usage, message: "a page is not given in \(datum.rawValue)",
        hint: "Leave --datum out: its links lead Amap to the right place already.")
    }
    try datum.check(name: output, ending: rawValue)
  }
}

extension Datum {
  /// Throws unless the name of a file says that it is in a shifted datum.
  func check(name output: String?, ending: String) throws {
    guard fileLabel != nil, let output, output != "-" else { return }
    let name = output.split(separator: "/").last.map(String.init) ?? output
    guard !name.contains(fileMark + ".") else { return }
    let stem = name.split(separator: ".").first.map(String.init) ?? "route"
    throw CommandFailure(
      status: .usage, message: "a file in \(rawValue) says so in its name", file: output,
      hint: "Name it \(stem)\(fileMark).\(ending), so that nobody takes it for WGS-84.")
  }
}
