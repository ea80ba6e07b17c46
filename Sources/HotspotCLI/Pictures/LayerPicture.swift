import Geo
import Publishing

/// A layer whose features are classed, as a picture.
struct LayerPicture {
  let layer: ValueLayer
  /// What positions are in, if it is not what the file says.
  let from: PlaceReference?
  let style: MapStyle
  /// What stands above it unless a title is given.
  let title: (zh: String, en: String)
  /// How classes were found, a sentence.
  let method: (zh: String, en: String)
  let words: PictureWords
  /// The value of a feature in the style's column.
  let value: (Int) -> FieldValue

  /// The picture; throws if a position has no place on it.
  func picture() throws -> MapPicture {
    let language = words.language
    var picture = MapPicture(
      title: words.title ?? language.pick(zh: title.zh, en: title.en), style: style,
      language: language)
    let isTable = layer.kind == .none
    let reference = from ?? layer.crs.map { .system($0) } ?? (isTable ? .datum(.wgs84) : nil)
    var plane = try PicturePlane(
      around: Envelope(layer.places.filter(\.isFinite)), in: reference, stated: layer.crs,
      file: layer.path)
    for number in layer.features.indices {
      if number % 1024 == 0 { try Interruption.check() }
      let geometry = isTable ? place(number) : layer.features[number].geometry
      guard let geometry else { continue }
      picture.append(try plane.place(geometry), value: value(number))
    }
    picture.notes =
      [language.pick(zh: method.zh, en: method.en), words.sourceNote(of: layer.path)]
      + [originNote].compactMap(\.self)
    return picture
  }

  private func place(_ number: Int) -> Geometry? {
    layer.places[number].isFinite ? .point(layer.places[number]) : nil
  }

  /// How many features say of themselves that they are synthetic or derived.
  private var originNote: String? {
    guard let column = layer.fields.firstIndex(where: { $0.name == "source" }) else { return nil }
    let counts = ["synthetic", "derived"].map { origin in
      layer.features.count { $0.values[column] == .text(origin) }
    }
    guard counts != [0, 0] else { return nil }
    return words.language.pick(
      zh: "其中合成边界 \(counts[0]) 个，推导边界 \(counts[1]) 个，均非官方数据。",
      en: "Not official data: the borders of \(counts[0]) features are synthetic, of \(counts[1])"
        + " derived.")
  }
}
