import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Terminal

/// From where a server is reached, and how it is kept from those who should not.
struct ReachOptions: ParsableArguments {
  @Option(help: "Address to listen on; another than this machine's own needs tokens and TLS.")
  var host = "127.0.0.1"
  @Option(help: "Certificates in PEM, the server's first.") var tlsCert: String?
  @Option(help: "The certificate's key in PEM.") var tlsKey: String?
  @Flag(help: "A proxy before this server encrypts connections; needs --public-url.")
  var behindProxy = false
  @Option(
    name: .customLong("public-url"),
    help: "The address that links begin with, as in https://map.example.org.")
  var publicURL: String?

  /// Connections at a time; others wait.
  static let connections = 1000

  /// Whether only this machine reaches it.
  var isLoopback: Bool { ["127.0.0.1", "localhost", "::1"].contains(host) }
  /// Whether this server encrypts.
  var isEncrypted: Bool { tlsCert != nil }
  /// Whether whoever asks does so over an encrypted connection.
  var isSecure: Bool { isEncrypted || publicURL?.hasPrefix("https://") == true }
  /// The public address without a slash at its end.
  var publicAddress: String? {
    publicURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  func validate() throws {
    guard (tlsCert == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-cert and --tls-key go together.")
    }
    guard !behindProxy || publicURL != nil else {
      throw ValidationError("--behind-proxy needs --public-url: links begin with it.")
    }
    if let publicURL {
      let address = URL(string: publicURL)
      guard ["http", "https"].contains(address?.scheme), address?.host?.isEmpty == false,
        address?.query == nil, ["", "/"].contains(address?.path)
      else {
        throw ValidationError(
          "--public-url is an address without a path, such as https://map.example.org.")
      }
    }
  }

  /// Throws `usage` for a server that others would reach without having to show who they are.
  func check(hasTokens: Bool) throws(CommandFailure) {
    guard !isLoopback || behindProxy || publicURL != nil else { return }
    guard isEncrypted || behindProxy else {
      throw CommandFailure(
        status: .usage, message: "\(host) is reached by others, and nothing encrypts",
        hint: "Give --tls-cert and --tls-key, or --behind-proxy with --public-url; without, the "
          + "server listens on 127.0.0.1.")
    }
    guard hasTokens else {
      throw CommandFailure(
        status: .usage, message: "others reach this server, and it has no tokens to ask for",
        hint: "Run `hotspot access add NAME --role planner` first.")
    }
  }

  /// The server of connections, with its limits.
  func server() throws -> HTTPServerBuilder {
    let plain = HTTPServerBuilder.http1(
      configuration: .init(
        additionalChannelHandlers: [RequestDeadline(.seconds(15))], idleTimeout: .seconds(15),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64)))
    guard let tlsCert, let tlsKey else { return plain }
    do {
      let chain = try NIOSSLCertificate.fromPEMFile(tlsCert)
      let key = try NIOSSLPrivateKey(file: tlsKey, format: .pem)
      return try .tls(
        plain,
        tlsConfiguration: .makeServerConfiguration(
          certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
    } catch {
      throw CommandFailure(
        status: .inputMissing, message: "the certificate or its key cannot be used: \(error)",
        file: tlsCert, hint: "Both are PEM files; the key must be the certificate's.")
    }
  }

  /// The address to tell.
  func url(port: Int) -> String {
    publicAddress
      ?? "\(isEncrypted ? "https" : "http")://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }
}
