import Geo

/// Where an analysis has its points from.
enum PointOrigin: Sendable {
  /// A file that GDAL reads.
  case file(PointSource)
  /// Facts of a workspace.
  case workspace(WorkspacePoints)

  /// What to call it in messages.
  var path: String {
    switch self {
    case .file(let source): source.path
    case .workspace(let points): points.folder
    }
  }

  /// What the points are in, as the user says.
  var from: PlaceReference? {
    if case .file(let source) = self { return source.from }
    return nil
  }

  /// The points as columns; `asRows` reads rows of text, where there are some.
  func table(asRows: Bool, weight: String? = nil, time: String? = nil) throws -> PointTable {
    switch self {
    case .file(let source): try PointTable(source, asRows: asRows, weight: weight, time: time)
    case .workspace(let points): points.table
    }
  }
}
