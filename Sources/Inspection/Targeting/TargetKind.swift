/// What a target 检查目标 points to.
public enum TargetKind: String, Sendable, Hashable, CaseIterable {
  /// A known site.
  case site
  /// Evidence near no known site: look for a firm on no list 清单外.
  case search
  /// A township without any site: its most suspect cell is patrolled.
  case patrol
}
