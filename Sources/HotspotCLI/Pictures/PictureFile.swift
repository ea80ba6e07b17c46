import Publishing
import Terminal

/// A picture as a file.
struct PictureFile {
  let path: String
  let overwrites: Bool

  /// The file of a target that is to be a picture, as its ending says; nil if it is to be data.
  init?(_ path: String, format: String?, overwrites: Bool) {
    let isNamed = format.map { $0.uppercased() == "SVG" }
    guard isNamed ?? (TargetFile.ending(of: path) == "svg"), path != "-" else { return nil }
    self.path = path
    self.overwrites = overwrites
  }

  /// Writes a picture, or throws if nothing is on it; returns what was odd: nothing.
  func write(_ picture: MapPicture, of input: String) throws -> [String] {
    guard !picture.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "there is nothing to draw: no feature has a place", file: input,
        hint: "Check its geometry, or its columns of longitude and latitude.")
    }
    try TextDocument(picture.svg).save(to: path, overwrite: overwrites)
    return []
  }
}
