internal import CampaignData

/// A key and its value as somebody wrote them, and where.
struct SettingEntry {
  /// What stands after the key.
  enum Texts {
    /// One text.
    case one(String)
    /// A list.
    case several([String])
  }

  /// The key.
  var key: String
  /// What it is set to.
  var texts: Texts
  /// Where it stands.
  var file: String
  /// The line, from 1.
  var line: Int?
  /// What the key is called there.
  var name: String

  /// The value, checked for type and range.
  func value(of setting: Setting) throws(StoreError) -> SettingValue {
    switch (setting.kind, texts) {
    case (.list, .several(let texts)): return .list(texts)
    case (.list, .one(let text)):
      return .list(text.split(separator: ",").map { String($0).trimmed })
    case (.text, .one(let text)): return .text(text.trimmed)
    case (_, .several(let texts)): throw mismatch(setting, found: texts.joined(separator: ", "))
    case (.integer, .one(let text)):
      guard let number = Int(text.trimmed), setting.allows(Double(number)) else {
        throw mismatch(setting, found: text)
      }
      return .integer(number)
    case (.real, .one(let text)):
      guard let number = Double(text.trimmed), number.isFinite, setting.allows(number) else {
        throw mismatch(setting, found: text)
      }
      return .real(number)
    case (.time, .one(let text)):
      guard let seconds = Setting.secondOfDay(text.trimmed) else {
        throw mismatch(setting, found: text)
      }
      return .time(seconds)
    }
  }

  /// The error for a key that there is not.
  func unknownKey() -> StoreError {
    let near = Spelling.nearest(to: key, in: CampaignData.settings.all.map(\.key))
    let advice = near.map { "Did you mean \($0)?" } ?? "Delete it."
    return StoreError(
      .settings, "there is no such setting", file: file, row: line, column: name,
      nextStep: advice + " A new hotspot.yaml of `hotspot init` lists all settings.")
  }

  private func mismatch(_ setting: Setting, found: String) -> StoreError {
    StoreError(
      .settings, "not a value for this setting", file: file, row: line, column: name,
      found: found, expected: setting.expectation,
      nextStep: "Correct it, or leave it out for the default \(setting.value).")
  }
}

extension Setting {
  /// True if a number is within the setting's range.
  fileprivate func allows(_ number: Double) -> Bool {
    number >= minimum ?? -.infinity && number <= maximum ?? .infinity
  }

  /// What a value must be, in words.
  fileprivate var expectation: String {
    switch kind {
    case .integer: "a whole number" + range { String(Int($0)) }
    case .real: "a number" + range { String($0) }
    case .time: "a time of day such as 08:00"
    case .list: "a list such as [a, b]"
    case .text: "a text"
    }
  }

  private func range(_ text: (Double) -> String) -> String {
    switch (minimum, maximum) {
    case (let low?, let high?): " from \(text(low)) to \(text(high))"
    case (let low?, nil): " from \(text(low)) up"
    case (nil, let high?): " up to \(text(high))"
    case (nil, nil): ""
    }
  }
}

extension String {
  /// Without blanks around it.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
