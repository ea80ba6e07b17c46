import Publishing

/// What became of the points of a join.
struct JoinCount: Sendable, Hashable {
  /// Points in a polygon.
  var inside = 0
  /// Points in none.
  var outside = 0
  /// Of those, points that got the nearest polygon.
  var near = 0
  /// Rows without a position.
  var blank = 0
  /// Rows whose position cannot be read.
  var unreadable = 0
  /// Rows that could not be kept.
  var rejected = 0

  /// All of them.
  var read: Int { inside + outside + blank + unreadable + rejected }

  /// The account in words.
  func account(_ language: Language) -> String {
    language.pick(
      zh:
        "读取 \(read) = 区内 \(inside) + 区外 \(outside)\(nearest(.zh)) + 无坐标 \(blank) + 坐标无法识别 \(unreadable)"
        + " + 退回 \(rejected)",
      en:
        "read \(read) = inside \(inside) + outside \(outside)\(nearest(.en)) + no position \(blank)"
        + " + unreadable position \(unreadable) + rejected \(rejected)")
  }

  private func nearest(_ language: Language) -> String {
    guard near > 0 else { return "" }
    return language.pick(zh: "（其中 \(near) 归最近）", en: " (\(near) of them near one)")
  }

  /// The account for programs.
  var members: [JSONText.Member] {
    [
      .init("read", .integer(read)), .init("inside", .integer(inside)),
      .init("outside", .integer(outside)), .init("near", .integer(near)),
      .init("blank", .integer(blank)),
      .init("unreadable", .integer(unreadable)), .init("rejected", .integer(rejected)),
    ]
  }
}
