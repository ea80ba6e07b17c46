import Publishing

/// What a picture says about itself.
struct PictureWords: Sendable {
  /// The title given.
  var title: String?
  /// Where the data are from, if given.
  var source: String?
  /// The language of all that is not given.
  var language: Language

  /// The sentence that names the data: as given, else the file.
  func sourceNote(of path: String) -> String {
    let name = source ?? path.split(separator: "/").last.map(String.init) ?? path
    return language.pick(zh: "数据来源：\(name)", en: "Source: \(name)")
  }
}
