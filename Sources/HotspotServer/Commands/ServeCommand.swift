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

  func run() async throws {
    let workspace = try place.open()
    let logger = logger()
    // Stamps are taken before what they are of is read, so that no change in between is missed.
    let stamps = (
      WorkspaceStamp(of: workspace.folder), FileStamp(of: TokenFile.path(in: workspace.folder))
    )
    let tokens = try TokenFile(workspace: workspace).table()
    try reach.check(hasTokens: tokens.tokens.contains { $0.isValid(at: .now) })
    // Once there are tokens they are asked for, on this machine's own address too.
    let liveTokens = tokens.tokens.isEmpty ? nil : LiveTokens(tokens)
    let live = LiveCatalogue(try await CatalogueWatch.read(workspace.folder, now: .now))
    let application = try application(
      router(live, liveTokens, workspace.folder), isLocal: liveTokens == nil, logger)
    let watch = CatalogueWatch(live, folder: workspace.folder, since: stamps.0, logger: logger)
    let tokenWatch = liveTokens.map {
      TokenWatch(live: $0, folder: workspace.folder, start: stamps.1, logger: logger)
    }
    try await ServerRun(application: application, logger: logger).run {
      await withDiscardingTaskGroup { group in
        group.addTask { await watch.run() }
        if let tokenWatch { group.addTask { await tokenWatch.run() } }
      }
    }
  }

  private func logger() -> Logger {
    var logger = Logger(label: "hotspot-server") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = manner.verbose ? .info : .warning
    return logger
  }

  private func router(
    _ live: LiveCatalogue, _ tokens: LiveTokens?, _ folder: String
  ) throws -> Router<ServerContext> {
    let site = ServedSite(
      live: live, log: try AccessLog(of: folder), language: manner.console().language,
      publicURL: reach.publicAddress, isEncrypted: reach.isEncrypted)
    let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
    router.middlewares.add(SafeAnswers())
    router.middlewares.add(
      Gate(
        tokens: tokens, hosts: reach.isLoopback && tokens == nil ? .ownAddress : .any,
        trustsProxy: reach.behindProxy && reach.publicURL != nil, isSecure: reach.isSecure))
    SiteRoutes(site: site, folder: folder).add(to: router)
    return router
  }

  private func application(
    _ router: Router<ServerContext>, isLocal: Bool, _ logger: Logger
  ) throws -> Application<RouterResponder<ServerContext>> {
    let console = manner.console()
    let reach = reach
    return Application(
      router: router, server: try reach.server(),
      configuration: .init(
        address: .hostname(reach.host, port: port), serverName: nil,
        availableConnectionsDelegate: .maximum(ReachOptions.connections, logger: logger)),
      onServerRunning: { channel in
        let url = reach.url(port: channel.localAddress?.port ?? 0)
        console.say(zh: "已启动：\(url)/", en: "Serving \(url)/")
        console.say(zh: "地图：\(url)/map", en: "The map: \(url)/map")
        guard isLocal else { return }
        console.say(
          zh: "无令牌：本机来访者即本地计划员。", en: "No tokens: whoever asks here is the local planner.")
      },
      logger: logger)
  }
}
