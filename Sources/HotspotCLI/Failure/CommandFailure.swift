import Publishing

/// Why a command ended without a result, as people and programs are told.
struct CommandFailure: Error, Sendable, Hashable {
  /// How the program ends.
  var status: SysExit
  /// What went wrong, with what was found and expected.
  var message: String
  /// The file or folder it is about.
  var file: String?
  /// The row of that file, from 1, headings not counted.
  var row: Int?
  /// The next step.
  var hint: String?

  /// All of it in one line; what the message says already is not said twice.
  var sentence: String {
    let place = [file, row.map { "row \($0)" }].compactMap(\.self).joined(separator: ", ")
    let isPlaced = place.isEmpty || message.contains(place)
    let lead = isPlaced ? message : "\(place): \(message)"
    guard let hint, !message.contains(hint) else { return lead }
    return lead + (lead.hasSuffix(".") ? " " : ". ") + hint
  }

  /// `{"error":{"code","message","file","row","hint"}}`, the members always present.
  var json: JSONText {
    .object([
      .init(
        "error",
        .object([
          .init("code", .integer(Int(status.rawValue))),
          .init("message", .string(message)),
          .init("file", .optional(file)),
          .init("row", .optional(row)),
          .init("hint", .optional(hint)),
        ]))
    ])
  }
}
