import Geo
import Publishing

/// Points in the plane of an analysis, each with a class, as a picture.
struct PointsPicture {
  let points: WeightedPoints
  let plane: AnalysisPlane
  /// The points' file.
  let path: String
  let style: MapStyle
  /// What stands above it unless a title is given.
  let title: (zh: String, en: String)
  /// How classes were found, a sentence.
  let method: (zh: String, en: String)
  let words: PictureWords
  /// The value of a point in the style's column.
  let value: (Int) -> FieldValue

  /// The picture.
  func picture() throws -> MapPicture {
    let language = words.language
    var picture = MapPicture(
      title: words.title ?? language.pick(zh: title.zh, en: title.en), style: style,
      language: language)
    var drawing = try PicturePlane(
      around: points.envelope, in: plane.system.map { .system($0) }, stated: plane.system,
      file: path)
    for place in points.xs.indices {
      if place % 1024 == 0 { try Interruption.check() }
      let position = Coordinate(points.xs[place], points.ys[place])
      guard position.isFinite else { continue }
      picture.append(try drawing.place(.point(position)), value: value(place))
    }
    picture.notes = [
      language.pick(zh: method.zh, en: method.en), words.sourceNote(of: path),
    ]
    return picture
  }
}
