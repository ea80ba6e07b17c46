/// A region whose cities have standing teams.
public enum Region: String, Sendable, Hashable, CaseIterable {
  /// Beijing, Tianjin, Hebei and the cities around them, known as 2+26.
  case jingJinJi = "2+26"
  /// The Fenwei Plain.
  case fenwei
}
