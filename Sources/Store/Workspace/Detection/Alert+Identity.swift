internal import Geo
public import Inspection

extension Alert {
  /// The identifier of an alert that comes without one: that of an imported alert which says the
  /// same of the same cell and period, so that one does not count beside the other.
  public static func identifier(cellID: String, period: String, reason: String) -> String {
    let made = Identity.make("alert-", from: [.text(cellID), .text(period), .text(reason)])
    if case .text(let text) = made { return text }
    return "alert-\(cellID)-\(period)-\(reason)"
  }
}
