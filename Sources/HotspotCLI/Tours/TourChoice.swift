import ArgumentParser
import CampaignData
import Geo
import Inspection
import Publishing
import Terminal

/// Which cities and days a tour is of, read from words.
struct TourChoice {
  /// Groups of cities that can be named at once.
  enum Region: String, CaseIterable, ExpressibleByArgument {
    case delta, fenwei, jingjinji, all
  }

  let cities: [TourCity]
  let days: ClosedRange<CalendarDate>

  init(cities names: [String], region: Region?, from: CalendarDate, days count: Int) throws {
    cities = try names.isEmpty ? Self.cities(of: region ?? .all) : names.map(Self.city(named:))
    days = from...(from + (count - 1))
    try Self.check(days)
  }

  /// What is out of the ordinary: cities whose phase has not begun.
  func warnings(_ language: Language) -> [String] {
    guard let phase = CampaignData.rounds.phase(containing: days.lowerBound) else { return [] }
    var warnings: [String] = []
    if phase.number < 3, cities.contains(where: \.isDelta) {
      warnings.append(
        language.pick(
          zh: "方案自第三阶段起才列入长三角地区，\(days.lowerBound) 在\(phase.nameZH)",
          en: "the plan names the Yangtze delta from phase 3 on; \(days.lowerBound) is in "
            + "\(phase.nameEN.lowercased())"))
    }
    let early = cities.compactMap { CampaignData.city(code: $0.code) }
      .filter { !phase.regions.contains($0.region) }
    if !early.isEmpty {
      warnings.append(
        language.pick(
          zh: "\(phase.nameZH)不含 \(early.map(\.nameZH).joined(separator: "、"))",
          en: "\(phase.nameEN.lowercased()) does not include "
            + early.map(\.nameEN).joined(separator: ", ")))
    }
    return warnings
  }

  private static func cities(of region: Region) -> [TourCity] {
    let inspected = CampaignData.cities.filter { city in
      switch region {
      case .all: true
      case .delta: false
      case .fenwei: city.region == .fenwei
      case .jingjinji: city.region == .jingJinJi
      }
    }.map(tourCity)
    let delta = [Region.all, .delta].contains(region) ? CampaignData.deltaCities.map(tourCity) : []
    return inspected + delta
  }

  private static func tourCity(_ city: City) -> TourCity {
    TourCity(code: city.code, centre: Coordinate(city.longitude, city.latitude))
  }

  private static func tourCity(_ city: DeltaCity) -> TourCity {
    TourCity(code: city.code, centre: Coordinate(city.longitude, city.latitude), isDelta: true)
  }

  private static func city(named name: String) throws -> TourCity {
    func isNamed(_ code: String, _ zh: String, _ en: String) -> Bool {
      [code, zh, zh.replacing("市", with: "")].contains(name) || en.lowercased() == name.lowercased()
    }
    if let city = CampaignData.cities.first(where: { isNamed($0.code, $0.nameZH, $0.nameEN) }) {
      return tourCity(city)
    }
    if let city = CampaignData.deltaCities.first(where: { isNamed($0.code, $0.nameZH, $0.nameEN) })
    {
      return tourCity(city)
    }
    let names =
      CampaignData.cities.flatMap { [$0.nameEN, $0.nameZH] }
      + CampaignData.deltaCities.flatMap { [$0.nameEN, $0.nameZH] }
    let guess = Suggestion.nearest(to: name, in: names).map { "Did you mean \($0)? " } ?? ""
    throw CommandFailure(
      status: .usage, message: "no city of the campaign is called \"\(name)\"",
      hint: guess + "Name some of the 39 cities or the 41 of the Yangtze delta, as in 石家庄, Nanjing."
    )
  }

  private static func check(_ days: ClosedRange<CalendarDate>) throws {
    let calendar = CampaignData.rounds
    guard let first = calendar.phases.first?.firstDay, let last = calendar.phases.last?.lastDay,
      days.lowerBound >= first, days.upperBound <= last
    else {
      throw CommandFailure(
        status: .usage,
        message: "\(days.lowerBound) to \(days.upperBound) is not within the campaign",
        hint: "It runs from 2018-06-11 to 2019-04-28: `hotspot campaign show`.")
    }
    if let pause = calendar.pauses.first(where: {
      $0.firstDay...$0.lastDay ~= days.lowerBound || days ~= $0.firstDay
    }) {
      throw CommandFailure(
        status: .usage,
        message: "nobody inspects from \(pause.firstDay) to \(pause.lastDay)",
        hint: "End the tour before it, or begin after it.")
    }
  }
}
