import Hummingbird

/// Which names a server answers to.
///
/// A page elsewhere may have its own name point to 127.0.0.1 and would then read what this machine
/// serves to itself (DNS rebinding): on its own address the server answers to that address alone.
struct HostCheck: Sendable {
  /// The names answered to; nil: any, since only tokens let in.
  private let names: Set<String>?

  /// Answers to the names of this machine's own address only.
  static let ownAddress = HostCheck(names: ["127.0.0.1", "localhost", "[::1]"])
  /// Answers to any name.
  static let any = HostCheck(names: nil)

  private init(names: Set<String>?) { self.names = names }

  /// Throws a refusal for a request that was sent to another name, or to none that is one.
  func check(_ request: Request) throws(Refusal) {
    guard let authority = request.head.authority, Self.isPlain(authority) else {
      throw Refusal(.badRequest, "BadHost", "The request does not say which host it is for.")
    }
    guard let names else { return }
    guard names.contains(Self.name(in: authority)) else {
      throw Refusal(
        .misdirectedRequest, "WrongHost", "This server does not answer to that name.")
    }
  }

  /// The name without its port.
  private static func name(in authority: String) -> String {
    let lower = authority.lowercased()
    if lower.hasPrefix("["), let end = lower.firstIndex(of: "]") { return String(lower[...end]) }
    return String(lower.split(separator: ":", maxSplits: 1).first ?? "")
  }

  private static func isPlain(_ authority: String) -> Bool {
    !authority.isEmpty && authority.utf8.count <= 255
      && authority.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "-.:[]_".utf8.contains(byte)
      }
  }
}
