/// Invents names of sites; every one says 示例, "example".
struct DemoSiteNames {
  private static let brands = [
    "宏", "鑫", "华", "盛", "恒", "达", "兴", "旺", "隆", "泰", "祥", "瑞", "顺", "通", "裕", "丰", "远",
    "诚", "信", "嘉", "润", "博", "凯", "腾", "荣", "昌", "源", "聚", "合", "众", "星", "飞", "宇", "正",
    "佳", "益", "升", "百", "万", "中",
  ]
  private static let forms = ["厂", "有限公司", "加工厂", "有限公司", "厂", "经营部"]
  private static let products: [String: String] = [
    "foundry": "铸造", "metalwork": "金属制品", "machinery": "机械", "building_materials": "建材",
    "chemicals": "化工", "furniture": "家具", "wood": "板材", "coating": "喷涂", "printing": "印刷",
    "plastics": "塑料制品", "rubber": "橡胶", "textile": "纺织", "leather": "皮革", "paper": "纸业",
    "food": "食品", "vehicle_repair": "汽车维修", "steel": "钢铁", "coking": "焦化", "cement": "水泥",
    "glass": "玻璃", "nonferrous": "有色金属", "carbon": "碳素", "power": "热电",
    "petrochemicals": "石化", "waste": "再生资源", "transport": "物流", "mining": "石料",
  ]

  /// How often each combination of words was drawn, by township and positions in the lists.
  private var uses: [Int: Int] = [:]

  /// What names in a township begin with: county and township without their last words.
  static func place(county: String, township: String) -> String {
    stem(county, ["县", "市", "区"]) + stem(township, ["街道", "镇", "乡"])
  }

  /// A name that no earlier site has, beginning with its place.
  mutating func next(
    for site: DemoSite, place: String, random: inout DemoRandom
  ) -> String {
    let first = random.below(Self.brands.count)
    let second = random.below(Self.brands.count)
    let form = random.below(Self.forms.count)
    let brand = Self.brands[first] + Self.brands[second]
    let product = site.industry.flatMap { Self.products[$0] } ?? ""
    let name =
      switch site.kind {
      case .firm: place + brand + product + Self.forms[form]
      case .boiler: place + brand + product + "锅炉房"
      case .kiln: place + brand + product + "炉窑"
      case .mine: place + brand + "石料矿"
      case .buildingSite: place + brand + "项目工地"
      case .port: place + brand + "码头"
      case .village: place + brand + "村"
      case .field: place + brand + "地块"
      }
    // Same brand in a township: numbered, whatever else the names differ in. Comparing numbers
    // instead of names spares the hashing of Chinese text, which took most of the time.
    let key = (site.township * Self.brands.count + first) * Self.brands.count + second
    let count = uses[key, default: 0] + 1
    uses[key] = count
    return name + (count > 1 ? "\(count)号" : "") + "（示例）"
  }

  /// A name without its last word, unless nothing much would be left.
  private static func stem(_ name: String, _ endings: [String]) -> String {
    for ending in endings where name.hasSuffix(ending) && name.count - ending.count >= 2 {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
