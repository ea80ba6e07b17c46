import ArgumentParser
import Hummingbird
import Logging
import Terminal

/// Serves a workspace until it is interrupted.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the map of a workspace, and its layers to any GIS.")

  @Option(help: "Port to listen on; 0 takes a free one.") var port = 8080
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() async throws {
    _ = try place.open()
    let console = manner.console()
    let router = Router()
    router.get("healthz") { _, _ in "ok\n" }
    var logger = Logger(label: "hotspot-server")
    logger.logLevel = .warning
    let application = Application(
      router: router,
      configuration: .init(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        console.say(
          zh: "地图：http://127.0.0.1:\(port)/", en: "Serving http://127.0.0.1:\(port)/")
      },
      logger: logger)
    try await application.runService()
  }
}
