import CampaignData

/// The name of a firm, brought to one spelling so that records of the same firm meet.
public enum FirmName {
  /// Legal forms that one list writes and another leaves out, longer ones before their parts.
  private static let legalForms = [
    "股份有限责任公司", "有限责任公司", "股份有限公司", "有限公司", "股份公司", "总公司", "公司",
  ]

  /// The key of a name: folded (`FoldedText`), without the legal form at its end.
  ///
  /// Empty if nothing is left. `石家庄（华新）水泥 有限责任公司` and `石家庄华新水泥有限公司` share the key
  /// `石家庄华新水泥`.
  public static func key(_ name: String) -> String {
    let folded = FoldedText(name).text
    guard let form = legalForms.first(where: { folded.hasSuffix($0) }), form != folded else {
      return folded
    }
    return String(folded.dropLast(form.count))
  }
}
