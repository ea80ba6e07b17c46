import Geo
import Inspection

/// A layer in the making: features are added one by one, then it is indexed and named by its content.
struct LayerDraft {
  private let id: String
  private let resource: Resource
  private let kind: GeometryKind
  private let fields: [LayerField]
  private var columns: [LayerColumn]
  private var geometries: [Geometry?] = []

  init(_ id: String, _ resource: Resource, _ kind: GeometryKind, fields: [LayerField]) {
    self.id = id
    self.resource = resource
    self.kind = kind
    self.fields = fields
    columns = fields.map { LayerColumn($0.type) }
  }

  /// Adds a feature; values in the order of the fields.
  mutating func append(_ values: [FieldValue], _ geometry: Geometry?) {
    for index in columns.indices {
      columns[index].append(index < values.count ? values[index] : .null)
    }
    geometries.append(geometry?.isFinite == true ? geometry : nil)
  }

  /// The layer.
  /// - Parameters:
  ///   - time: the key of the field that a filter by time goes by.
  ///   - team: the key of the field with the team that a feature is of.
  ///   - day: the key of the field with the day that it is of.
  consuming func layer(time: String? = nil, team: String? = nil, day: String? = nil)
    -> ServedLayer
  {
    let envelopes = geometries.map { $0?.envelope ?? .empty }
    func place(_ key: String?) -> Int? {
      key.flatMap { key in fields.firstIndex { $0.key == key } }
    }
    let times = place(time).map { field in
      geometries.indices.map { row -> ClosedRange<Int64>? in
        guard case .text(let text) = columns[field][row] else { return nil }
        return TimeFilter.span(ofValue: text)
      }
    }
    return ServedLayer(
      id: id, title: LayerWords.title(of: id), about: LayerWords.about(id), resource: resource,
      geometryKind: kind, fields: fields, timeField: place(time), teamField: place(team),
      dayField: place(day), count: geometries.count, geometries: geometries,
      envelopes: envelopes, columns: columns, times: times, index: EnvelopeIndex(envelopes),
      version: LayerDigest.version(of: fields, columns, geometries))
  }
}

extension Geometry {
  /// The box around it.
  var envelope: Envelope {
    switch self {
    case .point(let point): Envelope([point])
    case .multiPoint(let points): Envelope(points)
    case .lines(let lines): Envelope(lines.joined())
    case .area(let area): area.envelope
    }
  }

  /// Whether it has a place: at least one position, and none without finite numbers.
  var isFinite: Bool {
    let box = envelope
    return !box.isEmpty && [box.minX, box.minY, box.maxX, box.maxY].allSatisfy(\.isFinite)
  }
}
