extension Workspace {
  /// The routing engine that the settings name; nil for straight lines.
  ///
  /// Throws `StoreError.settings` for an engine or an address that there cannot be. Nothing is
  /// asked yet.
  public func roadService() throws(StoreError) -> RoadService? {
    let name = settings.text("road_engine")
    guard let kind = RoadEngineKind(rawValue: name) else {
      throw StoreError(
        .settings, "no such routing engine", file: layout.settings, column: "road_engine",
        found: name,
        expected: RoadEngineKind.allCases.map(\.rawValue).joined(separator: ", "),
        nextStep: "Correct it, or leave it out for straight lines.")
    }
    let address = settings.text("road_url")
    guard let engine = kind.engine(at: address, timeout: settings.integer("road_timeout_s")) else {
      return nil
    }
    guard address.hasPrefix("http://") || address.hasPrefix("https://") else {
      throw StoreError(
        .settings, "not the address of a web service", file: layout.settings, column: "road_url",
        found: address, expected: "as in http://127.0.0.1:8002",
        nextStep: "Give the address at which the routing engine answers.")
    }
    let matrix = RoadMatrix(
      ask: { (block) throws(RoadFault) in try engine.ask(block) },
      side: settings.integer("road_block"), farthestSnap: settings.real("road_snap_m"))
    return RoadService(
      engine: engine, matrix: matrix, folder: layout.roads,
      origin: "\(name) \(address) \(settings.real("road_snap_m"))")
  }
}
