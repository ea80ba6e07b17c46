import CampaignData

/// The words of layers that no table of the campaign has: titles and headings, in one place.
enum LayerWords {
  /// A layer's title: that of its table, else one of here.
  static func title(of layer: String) -> Wording {
    if let own = titles[layer] { return own }
    let table = Schema.table(named: layer)
    return Wording(zh: table?.zh ?? layer, en: table?.en ?? layer)
  }

  /// What a layer holds, in a sentence.
  static func about(_ layer: String) -> Wording {
    if let own = descriptions[layer] { return own }
    let table = Schema.table(named: layer)
    return Wording(zh: table?.zh ?? layer, en: table?.description ?? layer)
  }

  /// The heading of a property of a list: that of `list_columns.csv`, else one of here.
  static func heading(_ key: String, ofList list: String) -> Wording {
    if let own = headings[key] { return own }
    if let column = listColumns[list]?[key] {
      return Wording(zh: column.headingZH, en: column.headingEN)
    }
    return Wording(zh: key, en: key)
  }

  private static let listColumns: [String: [String: ListColumn]] = Dictionary(
    uniqueKeysWithValues: ["targets", "coverage", "cities"].map { list in
      let columns = CampaignData.columns(ofList: list).map { ($0.key, $0) }
      return (list, Dictionary(columns, uniquingKeysWith: { first, _ in first }))
    })

  private static let titles: [String: Wording] = [
    "targets": Wording(zh: "检查目标", en: "Targets"),
    "routes": Wording(zh: "检查路线", en: "Routes"),
    "areas": Wording(zh: "督查组责任区", en: "Teams' areas"),
    "coverage": Wording(zh: "乡镇覆盖", en: "Coverage"),
    "density": Wording(zh: "投诉密度", en: "Density of complaints"),
    "hotspots": Wording(zh: "投诉热点", en: "Hot spots of complaints"),
  ]

  private static let descriptions: [String: Wording] = [
    "targets": Wording(
      zh: "各督查组已公布的检查目标，按日期和顺序", en: "Released stops by team, day and order"),
    "routes": Wording(zh: "各督查组已公布的每日路线", en: "Released routes by team and day"),
    "areas": Wording(zh: "各乡镇由哪个督查组负责", en: "Which team has which township"),
    "coverage": Wording(
      zh: "本轮次各乡镇：已查、已安排、未查",
      en: "Townships in the round: visited, planned, missing"),
    "density": Wording(
      zh: "每平方公里投诉数（核密度）",
      en: "Complaints per square kilometre by kernel density"),
    "hotspots": Wording(
      zh: "投诉数的Getis-Ord Gi*冷热点网格", en: "Cells hot or cold in complaints by Getis-Ord Gi*"),
  ]

  private static let headings: [String: Wording] = [
    "round": Wording(zh: "轮次", en: "Round"),
    "stops": Wording(zh: "检查点数", en: "Stops"),
    "departure": Wording(zh: "出发时间", en: "Departure"),
    "return": Wording(zh: "返回时间", en: "Return"),
    "distance_m": Wording(zh: "里程(米)", en: "Distance (m)"),
    "duration_s": Wording(zh: "用时(秒)", en: "Duration (s)"),
    "times_source": Wording(zh: "行车时间来源", en: "Source of driving times"),
    "geometry_source": Wording(zh: "路线来源", en: "Source of the line"),
    "standing": Wording(zh: "覆盖情况", en: "Standing"),
    "complaints": Wording(zh: "投诉数", en: "Complaints"),
    "density": Wording(zh: "投诉密度(件/平方公里)", en: "Complaints per km²"),
    "z": Wording(zh: "Gi* z值", en: "z of Gi*"),
    "p": Wording(zh: "p值", en: "p"),
    "class": Wording(zh: "冷热点类别", en: "Class"),
    "plan_id": Wording(zh: "计划编号", en: "Plan ID"),
    "stop_id": Wording(zh: "检查点编号", en: "Stop ID"),
  ]
}
