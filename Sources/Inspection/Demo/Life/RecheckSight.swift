/// What a verification sees.
enum RecheckSight: Sendable, Hashable {
  /// It was put right.
  case done
  /// It is being put right.
  case underWay
  /// Nothing was done.
  case notDone
  /// It was put right and came back.
  case recurred

  /// The same as a word of the vocabulary `recheck_result`.
  var result: String {
    switch self {
    case .done: "done"
    case .underWay: "partly"
    case .notDone: "not_done"
    case .recurred: "recurred"
    }
  }
}
