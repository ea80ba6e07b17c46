import Inspection

extension MapStyle {
  /// Stops by what they were chosen for.
  static func targets(column: String) -> MapStyle {
    categories(
      zh: "选点依据", en: "Stops by basis", column: column,
      names: Basis.allCases.map { basis in
        let name = name(of: basis)
        return (basis.rawValue, name.zh, name.en)
      })
  }

  private static func name(of basis: Basis) -> (zh: String, en: String) {
    switch basis {
    case .risk: ("风险", "Risk")
    case .coverage: ("覆盖", "Coverage")
    case .random: ("抽签", "Drawn by lot")
    case .recheck: ("复查", "Recheck")
    case .manual: ("人工", "By hand")
    }
  }
}
