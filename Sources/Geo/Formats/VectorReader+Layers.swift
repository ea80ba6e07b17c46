import CGDAL

extension VectorReader {
  /// What layers a file has, in its own order, without the table of styles that QGIS keeps there.
  public static func layers(path: String) throws(GDALError) -> [LayerSummary] {
    let messages = GDALMessages()
    let source = VectorSource(path: path, encoding: nil, openOptions: [:], messages: messages)
    let dataset = try source.open()
    let decoder = try TextDecoder(encoding: nil)
    return summaries(of: dataset, decoder, messages)
  }

  private static func summaries(
    of dataset: borrowing GDALDataset, _ decoder: consuming TextDecoder, _ messages: GDALMessages
  ) -> [LayerSummary] {
    var summaries: [LayerSummary] = []
    for layer in dataset.layers {
      let summary = messages.collect {
        XLSXHeadings.forced {
          LayerSummary(
            name: decoder.decode(OGR_L_GetName(layer)),
            geometryKind: GeometryKind(OGR_L_GetGeomType(layer)),
            featureCount: OGR_L_GetFeatureCount(layer, 0))
        }
      }
      if summary.name != LayerStyle.table || summary.geometryKind != .none {
        summaries.append(summary)
      }
    }
    return summaries
  }

  /// Finds a layer by name, or the first; loads its columns.
  static func handle(
    of name: String?, in dataset: borrowing GDALDataset, path: String, _ messages: GDALMessages
  ) throws(GDALError) -> OGRLayerH {
    let found: OGRLayerH? = messages.collect {
      XLSXHeadings.forced {
        let layer =
          name.map { GDALDatasetGetLayerByName(dataset.pointer, $0) }
          ?? GDALDatasetGetLayer(dataset.pointer, 0)
        if let layer { OGR_L_GetLayerDefn(layer) }
        return layer
      }
    }
    let failure = messages.takeFailure()
    guard let found else {
      let names = dataset.layers.map { String(cString: OGR_L_GetName($0)) }
      guard let name, !names.isEmpty else {
        throw GDALError(
          .emptyLayer, "there is no layer with features in it: check that it is the right file",
          cause: failure ?? "", path: path)
      }
      throw GDALError(
        .noSuchLayer, "no layer \"\(name)\": there is \(names.joined(separator: ", "))",
        cause: failure ?? "", path: path, layer: name)
    }
    if dataset.driver == "OSM" { limitOSM(to: found, in: dataset, messages) }
    return found
  }

  /// Makes GDAL pass over the other layers of an OpenStreetMap file, which it would pile up.
  private static func limitOSM(
    to layer: OGRLayerH, in dataset: borrowing GDALDataset, _ messages: GDALMessages
  ) {
    let name = String(cString: OGR_L_GetName(layer))
    messages.collect {
      let result = GDALDatasetExecuteSQL(
        dataset.pointer, "SET interest_layers = \(name)", nil, nil)
      if let result { GDALDatasetReleaseResultSet(dataset.pointer, result) }
    }
  }
}
