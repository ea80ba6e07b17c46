import CampaignData
import Foundation
import Geo
import Terminal

/// A package index as pip reads it (PEP 503).
struct WheelIndex {
  /// The index's address without a slash at its end.
  let address: String

  /// The index given, else that of `PIP_INDEX_URL`, else PyPI's own.
  init(_ given: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
    var address = given ?? environment["PIP_INDEX_URL"] ?? "https://pypi.org/simple"
    while address.hasSuffix("/") { address.removeLast() }
    self.address = address
  }

  /// Fetches an asset's wheel to a file.
  func fetch(_ asset: MapAsset, to path: String) throws {
    let page = "\(address)/\(asset.package)/"
    let listing = try answer(page, timeout: 60)
    guard let link = Self.link(to: asset.wheel, in: String(decoding: listing, as: UTF8.self)),
      let base = URL(string: page), let wheel = URL(string: link, relativeTo: base)
    else {
      throw CommandFailure(
        status: .unavailable, message: "\(page) does not list \(asset.wheel)",
        hint: "Give another index with --index-url, or the file with --wheel.")
    }
    let bytes = try answer(wheel.absoluteString, timeout: 900)
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "the wheel cannot be kept for the moment", file: path,
        hint: "Set TMPDIR to a folder with 50 MB free.")
    }
  }

  /// The address of a file in a page of links.
  static func link(to file: String, in page: String) -> String? {
    for part in page.components(separatedBy: "href=").dropFirst() {
      guard let quote = part.first, quote == "\"" || quote == "'" else { continue }
      let link = part.dropFirst().prefix { $0 != quote }
      let bare = link.prefix { $0 != "#" }
      guard bare.split(separator: "/").last.map(String.init) == file else { continue }
      return bare.replacingOccurrences(of: "&amp;", with: "&")
    }
    return nil
  }

  private func answer(_ address: String, timeout: Int) throws -> [UInt8] {
    guard address.hasPrefix("https://") || address.hasPrefix("http://127.0.0.1") else {
      throw CommandFailure(
        status: .usage, message: "\(address) is not an https address",
        hint: "Give an index that begins with https://.")
    }
    do {
      let answer = try WebRequest(address, timeout: timeout).send()
      guard answer.status == 200 else {
        throw CommandFailure(
          status: .unavailable, message: "\(address) answered \(answer.status)",
          hint: "Give another index with --index-url, or the file with --wheel.")
      }
      return answer.body
    } catch let error as WebError {
      throw CommandFailure(
        status: .unavailable, message: error.description,
        hint: "Check the network, or fetch the wheel elsewhere and give it with --wheel.")
    }
  }
}
