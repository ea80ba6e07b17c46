import Publishing

/// What an examination found about one thing.
struct Finding: Sendable, Hashable {
  /// How it stands.
  enum State: String, Sendable, Hashable {
    /// As it should be.
    case ok
    /// Not needed for the main job, and not here.
    case absent
    /// Needed, and not here.
    case missing
    /// Here, and not to be used as it is.
    case broken
  }

  /// What was looked at.
  var name: String
  /// How it stands.
  var state: State
  /// What was found.
  var found: String
  /// What to do; nil if nothing need be done.
  var remedy: String?

  /// The finding as JSON.
  var json: JSONText {
    .object([
      .init("name", .string(name)), .init("state", .string(state.rawValue)),
      .init("found", .string(found)), .init("remedy", .optional(remedy)),
    ])
  }
}
