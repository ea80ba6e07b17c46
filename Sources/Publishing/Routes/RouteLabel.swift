/// What documents of a route call the parts of a stop.
enum RouteLabel: String, CaseIterable {
  case arrival, kind, basis, why, reasons, township
  case cell = "cell_id"
  case lastVisit = "last_visit"
  case nearby
  case targetID = "target_id"

  /// In Chinese and English.
  var words: (zh: String, en: String) {
    switch self {
    case .arrival: ("预计到达", "Expected at")
    case .kind: ("目标类型", "Kind")
    case .basis: ("选取依据", "Basis")
    case .why: ("选取说明", "Why chosen")
    case .reasons: ("理由", "Reasons")
    case .township: ("乡镇（街道）", "Township")
    case .cell: ("网格编号", "Cell")
    case .lastVisit: ("上次检查", "Last visit")
    case .nearby: ("附近点位", "Sites nearby")
    case .targetID: ("目标编号", "Target")
    }
  }
}
