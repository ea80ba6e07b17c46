import Geo

/// Why a routing engine's answer cannot be used.
enum RoadFault: Error, Hashable {
  /// There was no answer.
  case silent(WebError)
  /// The engine refuses some place of the request: no road is near it.
  case placeRefused
  /// The engine refuses the request for another reason, in its words.
  case refused(status: Int, words: String)
  /// The answer is not what the engine's interface says; what is wrong with it.
  case unreadable(String)
  /// The base is not reached by road.
  case baseOffRoad
  /// A time that no car can keep.
  case implausible(seconds: Double, kilometres: Double)

  /// What happened, in both languages.
  var text: (zh: String, en: String) {
    switch self {
    case .silent(let error): ("路径引擎没有应答：\(error)", "the routing engine did not answer: \(error)")
    case .placeRefused: ("附近没有道路", "no road is near a place")
    case .refused(let status, let words):
      (
        "路径引擎拒绝请求（\(status)）：\(words)",
        "the routing engine refused the request (\(status)): \(words)"
      )
    case .unreadable(let what): ("路径引擎的应答无法使用：\(what)", "the engine's answer is unusable: \(what)")
    case .baseOffRoad: ("驻地附近没有可通行的道路", "no road leads from the base to any place")
    case .implausible(let seconds, let kilometres):
      (
        "路径引擎给出 \(Self.rounded(kilometres)) 公里只需 \(Self.rounded(seconds)) 秒",
        "the engine says \(Self.rounded(seconds)) s for \(Self.rounded(kilometres)) km in a "
          + "straight line"
      )
    }
  }

  /// Whether asking again for other places is pointless.
  var isDead: Bool {
    if case .silent = self { return true }
    return false
  }

  private static func rounded(_ value: Double) -> String {
    String((value * 10).rounded() / 10)
  }
}
