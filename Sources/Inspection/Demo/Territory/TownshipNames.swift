/// Invents township names, each once in its county.
struct TownshipNames {
  private static let qualities = [
    "清", "白", "青", "黄", "双", "龙", "凤", "石", "金", "永", "安", "和", "兴", "长", "高", "平", "云",
    "柳", "槐", "桃", "梨", "枣", "松", "马", "古", "新", "东", "西", "南", "北", "大", "小", "上", "下",
    "红", "银", "玉", "广", "丰", "泰",
  ]
  private static let surnames = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "高",
    "林", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭",
  ]
  private static let grounds = [
    "河", "山", "岭", "沟", "庄", "店", "桥", "营", "堡", "屯", "寨", "坡", "湾", "口", "集", "庙", "泉",
    "塘", "窑", "峪", "原", "台", "阳", "冢", "垣", "渡", "坪", "洼", "垴", "圪",
  ]

  private var taken: Set<String> = []

  /// A name that the county does not have yet, ending in the word for its class.
  mutating func next(_ kind: TownshipClass, _ random: inout DemoRandom) -> String {
    while true {
      let stem =
        random.chance(0.3)
        ? random.pick(Self.surnames) + "家" + random.pick(Self.grounds)
        : random.pick(Self.qualities) + random.pick(Self.grounds)
      if taken.insert(stem).inserted { return stem + kind.word }
    }
  }
}

/// What a township is called, and the range of its code's last three digits.
enum TownshipClass: Int, Sendable {
  case street = 1
  case town = 100
  case township = 200

  /// The last character or two of its name.
  var word: String {
    switch self {
    case .street: "街道"
    case .town: "镇"
    case .township: "乡"
    }
  }
}
