import Geo
import Publishing

/// What a reader of a result should know before believing it.
struct AnalysisRemark: Sendable, Hashable {
  /// A name for programs.
  let code: String
  /// The sentence for people.
  let message: String

  init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }

  /// `{"code","message"}`.
  var json: JSONText {
    .object([.init("code", .string(code)), .init("message", .string(message))])
  }

  /// Too few points to tell a pattern from chance.
  static func few(_ count: Int) -> AnalysisRemark? {
    guard count < 30 else { return nil }
    return AnalysisRemark(
      "few_points", "only \(count) points: fewer than 30 hardly show a pattern")
  }

  /// Positions that repeat, and a distance (bandwidth or radius) below what they can resolve.
  static func repeated(
    _ points: WeightedPoints, distance: Double, named name: String
  ) -> [AnalysisRemark] {
    let repeated = RepeatedPositions(xs: points.xs, ys: points.ys)
    guard repeated.share > 0.2 else { return [] }
    let percent = Int((repeated.share * 100).rounded())
    var remarks = [
      AnalysisRemark(
        "repeated_positions",
        "\(percent) % of the points share their position with others, \(repeated.places) positions"
          + " in all: were they geocoded to the centre of a street, a village or a county?")
    ]
    // A few complaints at one address are no sign of centres; five and more at each are.
    let perPlace = repeated.share * Double(points.count) / Double(repeated.places)
    if let spacing = repeated.spacing, perPlace >= 5, distance < spacing {
      remarks.append(
        AnalysisRemark(
          "below_accuracy",
          "the \(name) of \(metres(distance)) m is below the \(metres(spacing)) m that such"
            + " positions are apart: the result shows those positions, not density"))
    }
    return remarks
  }

  /// Points that are spread too wide for the plane chosen.
  static func tooWide(_ box: Envelope, _ plane: AnalysisPlane) -> AnalysisRemark? {
    guard let system = plane.system,
      ["UTM", "Gauss"].contains(where: { system.name.contains($0) }),
      max(box.width, box.height) > 1e6
    else {
      return nil
    }
    return AnalysisRemark(
      "too_wide",
      "the points spread over \(metres(max(box.width, box.height) / 1000)) km: distances in"
        + " \(system) may be wrong by percents at the edge; name an equal-area system with --crs")
  }

  /// A length in whole metres, or with decimals below 100.
  static func metres(_ length: Double) -> String {
    guard length < 1e15 else { return String(length) }
    return length >= 100 ? String(Int(length.rounded())) : String((length * 100).rounded() / 100)
  }
}
