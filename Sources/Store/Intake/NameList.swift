/// Names in a sentence.
enum NameList {
  /// The names with commas between them; of many the first, and how many more there are.
  static func text(_ names: [String], limit: Int = 20) -> String {
    guard names.count > limit else { return names.joined(separator: ", ") }
    return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
  }
}
