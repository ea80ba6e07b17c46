public import Geo

/// A map as a picture: areas and points in the colours of a style, with a legend, a bar of the scale
/// and where the data are from.
///
/// The same content is the same bytes of SVG. Borders are moved by less than half a pixel, those
/// that two areas share by the same; what is smaller than a pixel may vanish.
///
///     var picture = MapPicture(title: "Complaints", style: style, language: .en)
///     for (geometry, value) in features { picture.append(geometry, value: value) }
///     let text = picture.svg
public struct MapPicture: Sendable {
  /// What the picture shows.
  public var title: String
  /// Sentences below the map: where the data are from, what was done with them.
  public var notes: [String] = []
  /// How the numbers of the legend are called, as in `cells`; they count features unless
  /// `amounts` is set.
  public var amountName: String
  /// How much there is of each class, in the order of the style.
  public var amounts: [Double]
  /// True if areas of one class are one: their borders within it are not drawn.
  public var mergesClasses = false

  let style: MapStyle
  let language: Language
  private(set) var areas: [(area: MultiPolygon, place: Int)] = []
  private(set) var points: [(position: Coordinate, place: Int)] = []

  /// Starts a picture without anything on it.
  public init(title: String, style: MapStyle, language: Language) {
    self.title = title
    self.style = style
    self.language = language
    amounts = [Double](repeating: 0, count: style.classes.count)
    amountName = language.pick(zh: "个数", en: "count")
  }

  /// True if there is nothing to draw.
  public var isEmpty: Bool { areas.isEmpty && points.isEmpty }

  /// Adds a feature by the value of the style's column; its geometry is in metres, with north up.
  ///
  /// Lines are not drawn. A value without a class is not drawn either.
  public mutating func append(_ geometry: Geometry, value: FieldValue) {
    guard let place = style.place(of: value) else { return }
    append(geometry, place: place)
    amounts[place] += 1
  }

  /// Adds a geometry of the class at a place in the style.
  public mutating func append(_ geometry: Geometry, place: Int) {
    switch geometry {
    case .area(let area): if !area.isEmpty { areas.append((area, place)) }
    case .point(let position): if position.isFinite { points.append((position, place)) }
    case .multiPoint(let positions):
      points += positions.filter(\.isFinite).map { ($0, place) }
    case .lines: break
    }
  }

  /// The rectangle around everything, in metres.
  var envelope: Envelope {
    var envelope = Envelope(points.map(\.position))
    for (area, _) in areas { envelope.include(area.envelope) }
    return envelope
  }

  /// The whole picture.
  ///
  /// Takes time in proportion to the corners and points.
  public var svg: String { PictureDocument(self).text }
}
