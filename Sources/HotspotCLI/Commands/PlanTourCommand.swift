import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Plans a tour of special action groups.
struct PlanTourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract: "Plan a tour of special action groups over several cities.",
    discussion: """
      Examples:
        hotspot plan tour --cities 石家庄,保定,邢台 --from 2018-12-24 --days 5
        hotspot plan tour --region delta --from 2018-12-03 --days 7 --groups 3 --name delta
        hotspot plan tour --region all --from 2018-12-24 --days 5 --teams 130100-01,410100-02

      Each day a group inspects one city, where the evidence is strongest for the time that the way \
      there leaves, and spends the night there. Groups go by the teams named, else by those that \
      found most for where they went. Writes plans/tour-NAME/: itinerary.csv, targets.csv, \
      tour.json and routes/ (GeoJSON, GPX, KML). A place in the Yangtze delta counts for the city of \
      its county_code.
      """)

  @Option(help: "Cities by name or code, apart by commas.") var cities: String?
  @Option(help: "All cities of a region: delta, fenwei, jingjinji or all.")
  var region: TourChoice.Region?
  @Option(help: "The first day, as in 2018-12-24.") var from: CalendarDate
  @Option(help: "How many days.") var days = 5
  @Option(help: "How many groups (default: as many as --teams, else 1).") var groups: Int?
  @Option(help: "The teams that go, apart by commas (default: the best).") var teams: String?
  @Option(help: "The tour's name (default: its first day).") var name: String?
  @Option(help: "City sequences kept side by side; 1: city by city (default: hotspot.yaml).")
  var beam: Int?
  @Option(help: "Seed of everything random (default: hotspot.yaml).") var seed: UInt64?
  @Option(help: "Search effort of each day (default: hotspot.yaml).") var iterations: Int?
  @Option(help: "Plan with what was known by this moment (default: now).") var asOf: Moment?
  @Flag(help: "Replace a tour of this name.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (cities == nil) != (region == nil) else {
      throw ValidationError("Name --cities or a --region, one of the two.")
    }
    guard (1...28).contains(days) else { throw ValidationError("--days is 1 to 28.") }
    guard (1...50).contains(groups ?? 1) else { throw ValidationError("--groups is 1 to 50.") }
    guard groups == nil || teams == nil || groups == Self.words(teams).count else {
      throw ValidationError("--groups and --teams name different numbers of groups.")
    }
    guard name.map({ !$0.isEmpty && !$0.contains("/") && !$0.hasPrefix(".") }) ?? true else {
      throw ValidationError("--name is part of a folder's name: no / and no dot at its start.")
    }
  }

  func run() throws {
    let console = output.console()
    let choice = try TourChoice(
      cities: Self.words(cities), region: region, from: from, days: days)
    var flags: [String: String] = [:]
    if let seed { flags["seed"] = String(seed) }
    if let iterations { flags["iterations"] = String(iterations) }
    if let beam { flags["tour_beam"] = String(beam) }
    let workspace = try place.open(flags: flags)
    let desk = TourDesk(workspace: workspace, console: console, name: name ?? from.description)
    try desk.checkFree(overwrite: overwrite)
    for warning in choice.warnings(console.language) { console.warn(warning) }
    var stopwatch = Stopwatch()
    let named = Self.words(teams)
    let (tour, snapshot): (Tour, Snapshot)
    do {
      (tour, snapshot) = try desk.plan(
        choice, groups: groups ?? max(1, named.count), teams: named, asOf: asOf ?? .now)
    } catch let error as TourError {
      throw CommandFailure(status: .badData, message: error.description)
    }
    console.step(
      zh: "安排行程，试算 \(tour.solvedDays) 天", en: "tour, \(tour.solvedDays) days tried",
      seconds: stopwatch.seconds())
    let written = try desk.publish(tour, of: snapshot, days: choice.days)
    show(tour, snapshot, written, console)
  }

  /// The itinerary and where its files are; of a sealed one only where they are.
  private func show(_ tour: Tour, _ snapshot: Snapshot, _ written: String, _ console: Console) {
    guard !written.hasSuffix(".sealed") else {
      console.result("\(written)\n", json: .object([.init("sealed", .string(written))]))
      console.say(
        zh: "行程已加密，每天到公布时刻可读：hotspot plan release",
        en: "The tour is sealed; each day can be read from its release on: hotspot plan release")
      return
    }
    let itinerary = TourFiles(tour, name: "", of: snapshot, language: console.language).itinerary
    console.result(
      itinerary.text(console.language),
      json: .object([
        .init("output", .string(written)),
        .init("expected_problems", .decimal(tour.expected, places: 3)),
        .init("bound", .decimal(tour.bound, places: 3)),
        .init("solved_days", .integer(tour.solvedDays)), .init("days", itinerary.json),
      ]))
    let share = tour.bound > 0 ? tour.expected / tour.bound * 100 : 100
    console.say(
      zh: "预计发现 \(Int(share.rounded())) % 于任何行程的上界；清单与路线：\(written)",
      en: "\(Int(share.rounded())) % of what any tour could expect to find. Lists and routes: "
        + written)
  }

  private static func words(_ text: String?) -> [String] {
    (text ?? "").split { $0 == "," || $0 == "，" || $0 == "、" }.map(String.init)
  }
}
