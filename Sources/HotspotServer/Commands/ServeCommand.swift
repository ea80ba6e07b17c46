import ArgumentParser
import Hummingbird
import Logging
import Store
import Terminal

/// Serves a workspace until it is interrupted.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the map of a workspace, and its layers to any GIS.",
    discussion: """
      Without tokens, this machine alone is answered, and whoever asks is the local planner.
      docs/serving.md says who may see what, and how to serve others.

      Examples:
        hotspot serve -w demo --port 0
        hotspot serve -w campaign --host 0.0.0.0 --tls-cert cert.pem --tls-key key.pem
        hotspot serve -w campaign --behind-proxy --public-url https://map.example.org
      """)

  @Option(help: "Port to listen on; 0 takes a free one.") var port = 8080
  @OptionGroup var reach: ReachOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535.") }
  }

  private func logger() -> Logger {
    var logger = Logger(label: "hotspot-server") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = manner.verbose ? .info : .warning
    return logger
  }

  func run() async throws {
    let workspace = try place.open()
    let console = manner.console()
    let logger = logger()
    let tokens = try TokenFile(workspace: workspace).table()
    try reach.check(hasTokens: tokens.tokens.contains { $0.isValid(at: .now) })
    // Once there are tokens they are asked for, on this machine's own address too.
    let liveTokens = tokens.tokens.isEmpty ? nil : LiveTokens(tokens)
    let server = try reach.server()
    let catalogue = try await CatalogueWatch.read(workspace.folder, now: .now)
    let live = LiveCatalogue(catalogue)
    let site = ServedSite(
      live: live, log: try AccessLog(of: workspace.folder), language: console.language,
      publicURL: reach.publicAddress, isEncrypted: reach.isEncrypted)
    let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
    router.middlewares.add(SafeAnswers())
    router.middlewares.add(
      Gate(
        tokens: liveTokens, hosts: reach.isLoopback && liveTokens == nil ? .ownAddress : .any,
        trustsProxy: reach.behindProxy && reach.publicURL != nil, isSecure: reach.isSecure))
    SiteRoutes(site: site).add(to: router)
    let isLocal = liveTokens == nil
    let application = Application(
      router: router, server: server,
      configuration: .init(
        address: .hostname(reach.host, port: port), serverName: nil,
        availableConnectionsDelegate: .maximum(ReachOptions.connections, logger: logger)),
      onServerRunning: { channel in
        let url = reach.url(port: channel.localAddress?.port ?? 0)
        console.say(zh: "地图：\(url)/", en: "Serving \(url)/")
        if isLocal {
          console.say(
            zh: "无令牌：本机来访者即本地计划员。", en: "No tokens: whoever asks here is the local planner.")
        }
      },
      logger: logger)
    try await ServerRun(application: application, logger: logger).run {
      await withDiscardingTaskGroup { group in
        group.addTask {
          await CatalogueWatch(live, folder: workspace.folder, logger: logger).run()
        }
        if let liveTokens {
          group.addTask {
            await TokenWatch(live: liveTokens, folder: workspace.folder, logger: logger).run()
          }
        }
      }
    }
  }
}
