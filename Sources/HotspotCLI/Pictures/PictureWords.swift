import Publishing

/// What a picture says about itself.
struct PictureWords: Sendable {
  /// The title given.
  var title: String?
  /// Where the data are from, if given.
  var source: String?
  /// The language of all that is not given.
  var language: Language

  /// A length or count, to a tenth and without a needless fraction.
  static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() && tenths.magnitude < 1e15
      ? String(Int64(tenths)) : "\(tenths)"
  }

  /// The sentence that names the data: as given, else the file.
  func sourceNote(of path: String) -> String {
    let name = source ?? path.split(separator: "/").last.map(String.init) ?? path
    return language.pick(zh: "数据来源：\(name)", en: "Source: \(name)")
  }
}
