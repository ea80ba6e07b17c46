import CGDAL

extension VectorWriter {
  /// Appends a feature to a layer.
  ///
  /// Values must fit their fields: dates are ISO text, booleans 0 or 1; numbers in text fields are
  /// spelt out. Throws `invalidValue` or `invalidGeometry` before anything is written, `diskFull`
  /// or `cannotWrite` after.
  public mutating func append(_ feature: Feature, to layer: String) throws(GDALError) {
    let encoder = try encoder(for: layer)
    if transaction == .none { try start(.implicit) }
    do throws(GDALError) {
      try messages.collect { () throws(GDALError) in try encoder.append(feature, messages) }
    } catch {
      isBroken = isBroken || error.breaksTransaction
      throw error
    }
  }
}
