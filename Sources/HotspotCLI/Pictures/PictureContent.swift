import Publishing

/// What a picture of classed features says: how they are shown and how their classes were found.
struct PictureContent {
  let style: MapStyle
  /// What stands above it unless a title is given.
  let title: (zh: String, en: String)
  /// How classes were found, a sentence.
  let method: (zh: String, en: String)
  let words: PictureWords
}
