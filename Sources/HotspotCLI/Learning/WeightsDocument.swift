import CampaignData
import Inspection
import Publishing

/// A file of evidence weights that people read and planning uses.
struct WeightsDocument {
  let calibration: WeightCalibration
  let defaults: EvidenceWeights
  /// The day as of which visits were looked at.
  let day: CalendarDate

  /// Comma-separated values with the columns of the default table, and those of the evidence.
  var text: String {
    let estimates = Dictionary(
      uniqueKeysWithValues: calibration.estimates.map { ($0.key, $0) })
    let headings =
      "key,unit,value,half_life_days,decay_metres,zh,en,source,default,standard_error,visits,problems"
    let rows = defaults.all.map { weight -> String in
      let estimate = estimates[weight.key]
      let isFitted = estimate.map { $0.standardError.isFinite } ?? false
      let value = isFitted ? estimate?.new ?? weight.value : weight.value
      let source =
        isFitted
        ? "calibrated \(day): \(calibration.counts.visits) visits, "
          + "\(calibration.counts.problems) problems"
        : weight.source
      let fields = [
        weight.key, weight.unit.rawValue, number(value), optional(weight.halfLifeDays),
        optional(weight.decayMetres), weight.zh, weight.en, source, number(weight.value),
        isFitted ? number(estimate?.standardError ?? .nan) : "",
        estimate.map { String($0.visits) } ?? "", estimate.map { String($0.problems) } ?? "",
      ]
      return fields.map(quoted).joined(separator: ",")
    }
    return ([headings] + rows).joined(separator: "\n") + "\n"
  }

  private func number(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  private func optional(_ value: Double?) -> String { value.map(number) ?? "" }

  private func quoted(_ field: String) -> String {
    guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
