package import Publishing

/// Why a command ended without a result, as people and programs are told.
package struct CommandFailure: Error, Sendable, Hashable {
  /// How the program ends.
  package var status: SysExit
  /// What went wrong, with what was found and expected.
  package var message: String
  /// The file or folder it is about.
  package var file: String?
  /// The row of that file, from 1, headings not counted.
  package var row: Int?
  /// The next step.
  package var hint: String?

  package init(
    status: SysExit, message: String, file: String? = nil, row: Int? = nil, hint: String? = nil
  ) {
    self.status = status
    self.message = message
    self.file = file
    self.row = row
    self.hint = hint
  }

  /// All of it in one line; what the message says already is not said twice.
  package var sentence: String {
    let place = [file, row.map { "row \($0)" }].compactMap(\.self).joined(separator: ", ")
    let isPlaced = place.isEmpty || message.contains(place)
    let lead = isPlaced ? message : "\(place): \(message)"
    guard let hint, !message.contains(hint) else { return lead }
    return lead + (lead.hasSuffix(".") ? " " : ". ") + hint
  }

  /// `{"error":{"code","message","file","row","hint"}}`, the members always present.
  package var json: JSONText {
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
