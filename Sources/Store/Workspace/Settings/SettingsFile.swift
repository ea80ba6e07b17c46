internal import CampaignData
internal import Foundation
internal import Yams

/// Reads and writes `hotspot.yaml`: one level of keys.
enum SettingsFile {
  /// The entries of a file, in its order.
  static func entries(of path: String) throws(StoreError) -> [SettingEntry] {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw StoreError(
        .inputMissing, "the settings cannot be read: \(error.localizedDescription)", file: path,
        nextStep: "Check that the file is yours to read and in UTF-8.")
    }
    return try entries(in: text, of: path)
  }

  /// The entries of a text.
  static func entries(in text: String, of path: String) throws(StoreError) -> [SettingEntry] {
    let root: Node?
    do {
      root = try compose(yaml: text)
    } catch {
      throw notYAML("\(error)", path)
    }
    guard let root, root.null == nil else { return [] }
    guard let mapping = root.mapping else {
      throw notYAML("the file is no list of keys and values", path)
    }
    var entries: [SettingEntry] = []
    for (key, value) in mapping {
      entries.append(try entry(key, value, path))
    }
    return entries
  }

  private static func entry(
    _ key: Node, _ value: Node, _ path: String
  ) throws(StoreError) -> SettingEntry {
    let name = key.string ?? ""
    let texts: SettingEntry.Texts
    if let items = value.sequence {
      texts = .several(items.compactMap { $0.scalar?.string })
    } else if let scalar = value.scalar {
      texts = .one(scalar.string)
    } else {
      throw StoreError(
        .settings, "keys stand on one level", file: path, row: key.mark?.line, column: name,
        found: "keys below it", expected: "a value",
        nextStep: "Write each setting as key: value at the beginning of a line.")
    }
    return SettingEntry(key: name, texts: texts, file: path, line: key.mark?.line, name: name)
  }

  private static func notYAML(_ reason: String, _ path: String) -> StoreError {
    StoreError(
      .settings, "not readable as YAML: \(reason)", file: path, expected: "lines of key: value",
      nextStep: "Correct the line named, or put a # before it.")
  }
}

extension WorkspaceSettings {
  /// A `hotspot.yaml` that sets nothing and shows every setting with its default.
  static var template: String {
    var lines = [
      "# Settings of this workspace. Remove the # before a key to change it.",
      "# An option of the command line wins over HOTSPOT_KEY in the environment, and that over",
      "# this file: HOTSPOT_DAILY_VISITS=10 for daily_visits.",
    ]
    var group = ""
    for setting in CampaignData.settings.all {
      if setting.group != group {
        group = setting.group
        lines += ["", "# ---- \(group) ----"]
      }
      let unit = setting.unit.isEmpty ? "" : " (\(setting.unit))"
      lines.append("# \(setting.en)\(unit) \(setting.zh)")
      let value = setting.list.map { "[\($0.joined(separator: ", "))]" }
      lines.append("#\(setting.key): \(value ?? setting.value)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
