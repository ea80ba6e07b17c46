import CampaignData
import Testing

@Suite struct SettingTableTests {
  private let settings = CampaignData.settings

  @Test func `the defaults of a plan are those that users were promised`() {
    #expect(settings.integer("round_days") == 14)
    #expect(settings.integer("daily_visits") == 12)
    #expect(settings.integer("handover_visits") == 8)
    #expect(settings.integer("service_minutes") == 30)
    #expect(settings.real("day_hours") == 10)
    #expect(settings.secondOfDay("day_start") == 8 * 3600)
    #expect(settings.real("speed_kmh") == 45)
    #expect(settings.real("detour") == 1.3)
    #expect(settings.real("cell_size_m") == 3_000)
  }

  @Test func `every default is of its kind`() {
    for setting in settings.all {
      switch setting.kind {
      case .integer: #expect(setting.integer != nil, "\(setting.key)")
      case .real: #expect(setting.real != nil && setting.integer == nil, "\(setting.key)")
      case .time: #expect(setting.secondOfDay != nil, "\(setting.key)")
      case .list: #expect(setting.list?.isEmpty == false, "\(setting.key)")
      case .text: #expect(!setting.value.isEmpty, "\(setting.key)")
      }
      #expect(!setting.zh.isEmpty && !setting.en.isEmpty, "\(setting.key)")
    }
    for setting in settings.all {
      guard let value = setting.real else { continue }
      #expect(value >= setting.minimum ?? value, "\(setting.key)")
      #expect(value <= setting.maximum ?? value, "\(setting.key)")
    }
    #expect(Set(settings.all.map(\.key)).count == settings.all.count)
  }

  @Test(arguments: ["", "8", "24:00", "08:60", "8:000", "-8:00", "+8:00", "08:00:00", "08:"])
  func `what is no time of day is refused`(text: String) {
    #expect(Setting.secondOfDay(text) == nil)
  }

  @Test func `an unknown setting has no default`() {
    #expect(settings["nonsense"] == nil)
    #expect(settings.integer("day_start") == nil)
    #expect(settings.secondOfDay("daily_visits") == nil)
  }

  @Test func `nine provinces and the Corps send nobody`() {
    #expect(settings.list("barred_provinces")?.count == 10)
  }
}
