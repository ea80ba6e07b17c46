internal import CampaignData
internal import Geo

/// Checks what geometry a layer has before its records are read.
enum LayerGeometry {
  /// Throws `badData` unless a layer has, or may have, geometry of a kind.
  static func require(
    _ wanted: Geo.GeometryKind, of source: borrowing RowSource, for run: ImportRun
  ) throws(StoreError) {
    guard source.geometryKind != wanted, source.geometryKind != .any else { return }
    throw StoreError(
      .badData, "the layer \(source.layer) has the wrong geometry for \(run.kind.name)",
      file: run.path, found: name(source.geometryKind), expected: name(wanted),
      nextStep: source.otherLayers.isEmpty
        ? "Check that it is the right file."
        : "Name the right layer with --layer: " + source.otherLayers.joined(separator: ", ") + ".")
  }

  private static func name(_ kind: Geo.GeometryKind) -> String {
    switch kind {
    case .none: "no geometry"
    case .point: "points"
    case .lines: "lines"
    case .area: "areas"
    case .any: "geometry of several kinds"
    }
  }
}
