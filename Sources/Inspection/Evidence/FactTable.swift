/// The table of a workspace that a piece of evidence stands in.
public enum FactTable: String, Sendable, Hashable, CaseIterable {
  /// What a site's own record says.
  case sites
  /// Cells 网格.
  case cells
  /// Alerts 预警.
  case alerts
  /// Complaints 投诉.
  case complaints
  /// Electricity anomalies 用电异常.
  case anomalies = "power_anomalies"
  /// Visits 检查.
  case visits
  /// Verifications 核查.
  case rechecks
  /// Heavy-pollution warnings 重污染天气预警.
  case warnings
}
