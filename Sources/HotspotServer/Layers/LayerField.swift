import Geo

/// A property of a layer's features.
struct LayerField: Sendable, Hashable {
  /// Its name in files, filters and tiles.
  let key: String
  /// What people read.
  let heading: Wording
  /// What it holds.
  let type: FieldType
  /// What of it those see who may not see everything.
  let privacy: Privacy

  /// What a property may tell.
  enum Privacy: Sendable, Hashable {
    /// Nothing about a person.
    case open
    /// It may hold telephone numbers, which are masked.
    case numbers
    /// It is what a citizen wrote: masked as a whole.
    case words
    /// It tells what is planned: a count is left out, `planned` becomes `missing`.
    case plans
  }

  init(_ key: String, _ heading: Wording, _ type: FieldType, privacy: Privacy = .open) {
    self.key = key
    self.heading = heading
    self.type = type
    self.privacy = privacy
  }
}
