import CampaignData
import Geo
import Inspection
import Publishing
import Store
import Terminal

/// Cells to look at, as columns.
struct CellLayer: Sendable {
  /// The file or the workspace's folder.
  let path: String
  /// Their identifiers.
  private(set) var ids: [String]
  /// The city that has the largest part of each; nil where nobody says.
  private(set) var cities: [String?]
  /// Their borders.
  private(set) var areas: [MultiPolygon]
  /// What the borders are in.
  let reference: PlaceReference
  /// Whether each was hot by the last list; nil if there is none.
  private(set) var wasHot: [Bool]?
  /// The workspace's own, in the same order; none of a file.
  private(set) var stored: [Cell]

  /// Takes columns that are complete.
  init(
    path: String, ids: [String], cities: [String?], areas: [MultiPolygon],
    reference: PlaceReference, wasHot: [Bool]?, stored: [Cell] = []
  ) {
    self.path = path
    self.ids = ids
    self.cities = cities
    self.areas = areas
    self.reference = reference
    self.wasHot = wasHot
    self.stored = stored
  }

  var count: Int { ids.count }

  /// The cells of some cities, named by code or name; all where none is named.
  ///
  /// Throws for a city that is none, and if no cell is left.
  func keeping(cities names: [String]) throws -> CellLayer {
    guard !names.isEmpty else { return self }
    let known = Set(cities.compactMap(\.self))
    let wanted = Set(try names.map { try Self.code($0, among: known, in: path) })
    let kept = ids.indices.filter { cell in cities[cell].map(wanted.contains) ?? false }
    guard !kept.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "no cell is in \(names.joined(separator: ", "))", file: path,
        hint: "Cities with cells: " + known.sorted().prefix(50).joined(separator: ", ") + ".")
    }
    var layer = self
    layer.ids = kept.map { ids[$0] }
    layer.cities = kept.map { cities[$0] }
    layer.areas = kept.map { areas[$0] }
    layer.wasHot = wasHot.map { hot in kept.map { hot[$0] } }
    layer.stored = stored.isEmpty ? [] : kept.map { stored[$0] }
    return layer
  }

  /// The borders in another reference, bent with it; those without a place there become NaN.
  ///
  /// Borders that are in it already stay as they are to the last bit.
  func areas(in wanted: PlaceReference, file: String) throws -> [MultiPolygon] {
    if wanted == reference || isSame(wanted) { return areas }
    let degrees = reference.isGeographic
    // A straight line of this length departs from the bent one by a centimetre.
    let bent = areas.map { $0.stretched(degrees ? 0.008 : 800) }
    var xs: [Double] = []
    var ys: [Double] = []
    for area in bent {
      for ring in area.polygons.lazy.flatMap(\.rings) {
        for corner in ring {
          xs.append(corner.x)
          ys.append(corner.y)
        }
      }
    }
    var converter = try PlaceConverter(from: reference, stated: nil, to: wanted, file: file)
    try converter.convert(&xs, &ys)
    var next = 0
    return bent.map { area in
      area.mapCoordinates { _ in
        next += 1
        return Coordinate(xs[next - 1], ys[next - 1])
      }
    }
  }

  private func isSame(_ wanted: PlaceReference) -> Bool {
    guard !wanted.isShifted, !reference.isShifted, let mine = reference.outputSystem,
      let theirs = wanted.outputSystem
    else { return false }
    return mine.isSame(as: theirs)
  }

  /// The code of a city that a text names, by its code or its name.
  private static func code(
    _ name: String, among known: Set<String>, in file: String
  ) throws -> String {
    if known.contains(name) { return name }
    let folded = name.lowercased()
    if let city = CampaignData.city(code: name)
      ?? CampaignData.cities.first(where: {
        $0.nameZH == name || $0.nameZH == name + "市" || $0.nameEN.lowercased() == folded
      })
    {
      return city.code
    }
    let names = CampaignData.cities.flatMap { [$0.nameEN.lowercased(), $0.nameZH] }
    let guess = Suggestion.nearest(to: name, in: names).map { "Did you mean \($0)? " } ?? ""
    throw CommandFailure(
      status: .usage, message: "there is no city \"\(name)\"", file: file,
      hint: guess + "Name a city by its code or name, as in 130100 or Handan.")
  }
}
