import CGDAL

extension CoordinateSystem {
  /// The system of a layer or raster; nil if it has none, or one that says it is undefined.
  init?(_ lent: OGRSpatialReferenceH?) {
    guard let lent, let name = OSRGetName(lent), !String(cString: name).hasPrefix("Undefined"),
      let definition = CoordinateSystem.definition(of: lent),
      let system = try? CoordinateSystem(definition)
    else { return nil }
    self = system
  }

  /// Its code if it has one, else its text.
  private static func definition(of lent: OGRSpatialReferenceH) -> String? {
    if let authority = OSRGetAuthorityName(lent, nil), let code = OSRGetAuthorityCode(lent, nil) {
      return "\(String(cString: authority)):\(String(cString: code))"
    }
    var text: UnsafeMutablePointer<CChar>?
    defer { VSIFree(text) }
    let options = GDALOptions(["FORMAT": "WKT2_2019"])
    guard OSRExportToWktEx(lent, &text, options.constant) == OGRERR_NONE, let text else {
      return nil
    }
    return String(cString: text)
  }

  /// Lends the system to a function as GDAL's own object, east before north.
  func withOGR<Result>(
    path: String, _ body: (OGRSpatialReferenceH) throws(GDALError) -> Result
  ) throws(GDALError) -> Result {
    guard let system = OSRNewSpatialReference(nil) else {
      throw GDALError(.unsupported, "GDAL cannot hold a coordinate system", path: path)
    }
    defer { OSRRelease(system) }
    let messages = GDALMessages()
    let outcome = messages.collect { OSRSetFromUserInput(system, definition) }
    guard outcome == OGRERR_NONE else {
      throw GDALError.classified(
        .unsupported, "GDAL cannot use the coordinate system \(self): give it as EPSG:n",
        cause: messages.takeFailure() ?? "", path: path)
    }
    AxisOrder.setEastNorth(system)
    return try body(system)
  }
}
