internal import Geo

/// Streams the records of a file, some thousands at a time, so that files of any size pass.
struct RowSource: ~Copyable {
  /// How many records come at a time.
  static let batchSize = 4096

  /// The file as the user named it.
  let path: String
  /// The layer or sheet.
  let layer: String
  /// The headings, in the order of each row's values.
  let headings: [String]
  /// What geometry the records have.
  let geometryKind: Geo.GeometryKind
  /// The coordinate system of their geometry; nil if the file does not say.
  let coordinateSystem: CoordinateSystem?
  /// The other layers of the file, which are not read.
  let otherLayers: [String]

  private var reader: VectorReader
  private let numbering: Numbering
  private var nextNumber: Int

  /// What OpenStreetMap calls the levels of borders in China.
  private static let administrativeLevels = ["counties": "6", "townships": "8"]

  /// How rows are counted.
  private enum Numbering { case lines, identifiers, features }

  /// Opens a file.
  ///
  /// Throws `inputMissing` if there is none, `badData` if it cannot be read.
  init(path: String, kind: String, options: ImportOptions) throws(StoreError) {
    do throws(GDALError) {
      let layers = path.hasPrefix("PG:") ? [] : try VectorReader.layers(path: path).map(\.name)
      var reader = try VectorReader(
        path: path, layer: options.layer ?? Self.defaultLayer(of: layers),
        encoding: options.encoding)
      if reader.driver == "OSM", let level = Self.administrativeLevels[kind] {
        try reader.setAttributeFilter(
          "boundary = 'administrative' AND admin_level = '\(level)'")
      }
      self.path = path
      layer = reader.layer
      otherLayers = layers.filter { $0 != reader.layer }
      headings = reader.fields.map { PlainText.trimmed($0.name) }
      geometryKind = reader.geometryKind
      coordinateSystem = options.coordinateSystem ?? reader.crs
      switch reader.driver {
      case "CSV": numbering = .lines
      case "XLSX", "ODS", "XLS": numbering = .identifiers
      default: numbering = .features
      }
      nextNumber = reader.driver == "CSV" ? 2 : 1
      self.reader = reader
    } catch {
      throw StoreError(reading: error)
    }
  }

  /// How many texts were no UTF-8 and were taken for GB18030.
  var decodedAsGB18030: Int { reader.decodedAsGB18030 }

  /// The next records; none at the end.
  ///
  /// Throws `badData` where the file is damaged or cut off.
  mutating func nextBatch() throws(StoreError) -> [SourceRow] {
    var rows: [SourceRow] = []
    rows.reserveCapacity(Self.batchSize)
    do throws(GDALError) {
      while rows.count < Self.batchSize, let feature = try reader.next() {
        rows.append(
          SourceRow(number: number(feature), values: feature.values, geometry: feature.geometry))
      }
    } catch {
      throw StoreError(reading: error)
    }
    return rows
  }

  /// OpenStreetMap extracts hold their borders in one layer of five.
  private static func defaultLayer(of layers: [String]) -> String? {
    layers.contains("multipolygons") && layers.contains("other_relations") ? "multipolygons" : nil
  }

  private mutating func number(_ feature: Feature) -> Int {
    if numbering == .identifiers { return Int(feature.id) }
    let number = nextNumber
    nextNumber += 1
    if numbering == .lines {
      // A quoted value may run over several lines.
      for case .text(let text) in feature.values {
        for byte in text.utf8 where byte == UInt8(ascii: "\n") { nextNumber += 1 }
      }
    }
    return number
  }
}
