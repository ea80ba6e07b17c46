import Hummingbird

/// Every address that the server answers, each added by the room that answers it.
struct SiteRoutes {
  let site: ServedSite
  /// The workspace's folder.
  let folder: String

  /// Adds them; whoever adds a room adds it here.
  func add(to router: Router<ServerContext>) {
    router.get("healthz") { _, _ in Response("ok\n", type: "text/plain; charset=utf-8") }
    FeaturesAPI(site: site).add(to: router)
    TileRoutes(site: site, shop: TileShop()).add(to: router)
    MapRoutes(site: site).add(to: router)
    RecordRoutes(folder: folder).add(to: router)
  }
}
