import Geo
import Terminal

/// The laying of cells over the polygons of a layer, one polygon after another.
struct GridLaying: ~Copyable {
  private let scheme: GridScheme
  private let file: String
  private let kind: GeometryKind
  /// True if the numbers are said to be metres.
  private let isProjected: Bool
  private var plane: GridPlane
  private var overlay: GridOverlay
  private var read = 0
  private var otherCount = 0
  private var mendedCount = 0
  private var box = Envelope.empty
  /// A position of each polygon in the plane, to look at the projection there.
  private var samples: [Coordinate] = []

  /// Finds the way into the plane.
  init(
    _ scheme: GridScheme, from given: PlaceReference?, stated: CoordinateSystem?,
    kind: GeometryKind, file: String
  ) throws {
    guard kind == .area || kind == .any else { throw Self.noPolygons(kind, file) }
    let plane = try GridPlane(from: given, stated: stated, to: scheme.crs, file: file)
    var isProjected = given == nil && stated?.isGeographic == false
    if case .system(let system) = given { isProjected = !system.isGeographic }
    self.scheme = scheme
    self.file = file
    self.kind = kind
    self.isProjected = isProjected
    self.plane = plane
    overlay = GridOverlay(scheme.cutting)
  }

  /// Cuts all polygons.
  mutating func run(_ reader: inout VectorReader, groups: inout ShareGroups) throws {
    while let feature = try reader.next() {
      if read % 64 == 0 { try Interruption.check() }
      read += 1
      guard case .area(let area)? = feature.geometry else {
        otherCount += 1
        continue
      }
      do {
        let placed = try plane.area(try mended(area))
        try overlay.add(placed, to: groups.group(of: feature, number: read))
        if let first = placed.polygons.first?.exterior.first { samples.append(first) }
      } catch let error as PROJError {
        throw located(.badData, error.description)
      } catch let error as GDALError {
        throw located(.badData, error.description)
      } catch var error as CommandFailure {
        error.row = error.row ?? read
        throw error
      }
    }
  }

  /// Sums up; throws if there was nothing to lay cells over, or too much.
  consuming func finish() throws -> (GridReport, GridCensus) {
    guard overlay.areaCount > 0 else { throw Self.noPolygons(read == 0 ? nil : kind, file) }
    guard !isProjected || max(-box.minX, box.maxX) > 180 || max(-box.minY, box.maxY) > 90 else {
      throw CommandFailure(
        status: .badData,
        message: "the numbers look like degrees, where the coordinate system is in metres",
        file: file, hint: "Say what they are in with --from, as in --from wgs84.")
    }
    let scales = plane.arealScales(at: samples)
    let groupAreas = overlay.groupAreas
    let count = overlay.areaCount
    let census = try overlay.census()
    guard !census.cells.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "no polygon has an area", file: file,
        hint: "Check that it is the right layer, and --from.")
    }
    let report = GridReport(
      scheme: scheme, polygonCount: count, otherCount: otherCount, mendedCount: mendedCount,
      scales: scales.filter(\.isFinite), groupAreas: groupAreas, census: census)
    return (report, census)
  }

  /// The area as it is if it is valid, else mended.
  private mutating func mended(_ area: MultiPolygon) throws -> MultiPolygon {
    for ring in area.polygons.lazy.flatMap(\.rings) {
      for position in ring {
        guard position.isFinite else {
          throw located(.badData, "a corner has a coordinate that is not a number")
        }
        box.include(position)
      }
    }
    if GeometryRepair.isValid(area).isValid { return area }
    mendedCount += 1
    return try GeometryRepair.makeValid(area)
  }

  private func located(_ status: SysExit, _ message: String) -> CommandFailure {
    CommandFailure(
      status: status, message: message, file: file, row: read,
      hint: "Repair the polygon or leave it out, and check --from.")
  }

  private static func noPolygons(_ kind: GeometryKind?, _ file: String) -> CommandFailure {
    let found =
      switch kind {
      case nil: "the layer is empty"
      case .some(.none): "the layer is a table without geometries"
      case .point: "the layer has points, not polygons"
      case .lines: "the layer has lines, not polygons"
      default: "no feature of the layer is a polygon"
      }
    return CommandFailure(
      status: .badData, message: found, file: file,
      hint: "Name another layer with -l, or give a file of polygons.")
  }
}
