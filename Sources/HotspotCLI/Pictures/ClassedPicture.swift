import Geo
import Publishing
import Terminal

/// Features that are classed, as a picture.
struct ClassedPicture {
  private let content: PictureContent
  private let path: String
  private let places: Envelope
  private let reference: PlaceReference?
  private let stated: CoordinateSystem?
  private let count: Int
  private let geometry: (Int) -> Geometry?
  private let value: (Int) -> FieldValue
  private var originNote: String?

  /// The features of a layer; `value` gives a feature's in the style's column.
  init(
    _ layer: ValueLayer, from: PlaceReference?, _ content: PictureContent,
    value: @escaping (Int) -> FieldValue
  ) {
    let isTable = layer.kind == .none
    self.content = content
    self.value = value
    path = layer.path
    places = Envelope(layer.places.filter(\.isFinite))
    reference = from ?? layer.crs.map { .system($0) } ?? (isTable ? .datum(.wgs84) : nil)
    stated = layer.crs
    count = layer.features.count
    geometry = { number in
      guard isTable else { return layer.features[number].geometry }
      return layer.places[number].isFinite ? .point(layer.places[number]) : nil
    }
    originNote = Self.originNote(of: layer, content.words.language)
  }

  /// Points in the plane of an analysis, of a file.
  init(
    _ points: WeightedPoints, in plane: AnalysisPlane, of path: String,
    _ content: PictureContent, value: @escaping (Int) -> FieldValue
  ) {
    self.content = content
    self.value = value
    self.path = path
    places = points.envelope
    reference = plane.system.map { .system($0) }
    stated = plane.system
    count = points.count
    geometry = { number in
      let position = Coordinate(points.xs[number], points.ys[number])
      return position.isFinite ? .point(position) : nil
    }
  }

  /// The picture; throws if a position has no place on it.
  func picture() throws -> MapPicture {
    let words = content.words
    let language = words.language
    var picture = MapPicture(
      title: words.title ?? language.pick(zh: content.title.zh, en: content.title.en),
      style: content.style, language: language)
    var plane = try PicturePlane(around: places, in: reference, stated: stated, file: path)
    for number in 0..<count {
      if number % 1024 == 0 { try Interruption.check() }
      guard let geometry = geometry(number) else { continue }
      picture.append(try plane.place(geometry), value: value(number))
    }
    let sentence = language.pick(zh: content.method.zh, en: content.method.en)
    picture.notes = [sentence, words.sourceNote(of: path)] + [originNote].compactMap(\.self)
    return picture
  }

  /// How many features say of themselves that they are synthetic or derived.
  private static func originNote(of layer: ValueLayer, _ language: Language) -> String? {
    guard let column = layer.fields.firstIndex(where: { $0.name == "source" }) else { return nil }
    let counts = ["synthetic", "derived"].map { origin in
      layer.features.count { $0.values[column] == .text(origin) }
    }
    guard counts != [0, 0] else { return nil }
    return language.pick(
      zh: "其中合成边界 \(counts[0]) 个，推导边界 \(counts[1]) 个，均非官方数据。",
      en: "Not official data: the borders of \(counts[0]) features are synthetic, of \(counts[1])"
        + " derived.")
  }
}
