/// A wording of a post and whether it is of division rank 处级 or above.
struct RankedPosition: Sendable {
  /// What the post's title holds, as in 处长.
  let position: String
  /// What the employer's name must hold; empty: any.
  let employer: String
  /// Whether it is of division rank or above.
  let isDivision: Bool

  init?(_ row: EmbeddedRow) {
    guard !row.text("position").isEmpty, let isDivision = row.flag("division") else { return nil }
    position = row.text("position")
    employer = row.text("employer")
    self.isDivision = isDivision
  }
}
