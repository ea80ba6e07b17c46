import CampaignData
import Geo

extension ComplaintMaker {
  /// A complaint before it becomes a fact.
  struct Draft: Sendable {
    var receivedAt: Moment
    /// Where it was said to be, in the plane; nil without a place.
    var place: Coordinate?
    var channel: String
    var types: [String]
    var target: String?
    var text: String
    var isWrong: Bool

    /// A complaint of a source on a day: 50 to 400 m off, mostly by day, not always with a name.
    init(_ source: Source, on date: CalendarDate, _ random: inout DemoRandom) {
      receivedAt = Self.moment(on: date, &random)
      let off = Self.direction(&random)
      let metres = random.between(50, 400)
      place =
        random.chance(0.03)
        ? nil : Coordinate(source.place.x + metres * off.x, source.place.y + metres * off.y)
      channel = Self.channel(&random)
      types = [source.type]
      let others: [(String, Double)] = [
        ("air", 0.06), ("noise", 0.09), ("water", 0.05), ("solid_waste", 0.002),
      ]
      for (type, chance) in others where random.chance(chance) && !types.contains(type) {
        types.append(type)
      }
      target = random.chance(0.55) ? source.name : nil
      text = Self.text(types, &random)
      isWrong = source.isWrong
    }

    /// The same matter once more, some days later.
    func again(within days: ClosedRange<CalendarDate>, _ random: inout DemoRandom) -> Draft {
      var draft = self
      let date = min(receivedAt.date + 1 + random.below(12), days.upperBound)
      draft.receivedAt = Self.moment(on: date, &random)
      draft.channel = Self.channel(&random)
      draft.text = "再次反映：" + Self.text(types, &random)
      return draft
    }

    private static func moment(on date: CalendarDate, _ random: inout DemoRandom) -> Moment {
      let second =
        random.chance(0.85)
        ? 7 * 3600 + random.below(15 * 3600) : random.below(86_400)
      return Moment(date, second: second)
    }

    /// A direction by chance, as a vector of length 1.
    private static func direction(_ random: inout DemoRandom) -> Coordinate {
      while true {
        let (x, y) = (random.between(-1, 1), random.between(-1, 1))
        let length = (x * x + y * y).squareRoot()
        if length <= 1, length > 0.1 { return Coordinate(x / length, y / length) }
      }
    }

    /// Shares of the hotline in 2018.
    private static func channel(_ random: inout DemoRandom) -> String {
      let draw = random.unit()
      return draw < 0.515 ? "phone" : draw < 0.867 ? "wechat" : draw < 0.981 ? "web" : "other"
    }

    private static func text(_ types: [String], _ random: inout DemoRandom) -> String {
      let words =
        switch types.first {
        case "air": ["异味刺鼻，夜间更重", "烟囱冒黑烟", "粉尘大，不敢开窗", "喷漆气味扰民", "烧煤烟气呛人"]
        case "noise": ["机器噪声扰民", "夜间施工噪声", "风机昼夜轰鸣"]
        case "water": ["污水直排沟渠", "河水发黑发臭"]
        default: ["垃圾乱堆", "废渣露天堆放"]
        }
      return random.pick(words) + "（示例）"
    }
  }
}
