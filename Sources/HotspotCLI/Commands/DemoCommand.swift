import ArgumentParser
import CampaignData
import Publishing
import Terminal

/// Makes a synthetic campaign and plans it.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract:
      "Make a synthetic campaign of 39 cities, plan its next round and day, show the table.",
    discussion: """
      Examples:
        hotspot demo                       39 cities in the folder demo
        hotspot demo small --scale 0.05    two cities
        hotspot demo --score               hits against the hidden truth

      Everything in it is invented except the codes and names of cities and counties.
      """)

  @Argument(help: "Folder of the demo.") var folder = "demo"
  @Option(help: "Seed of everything invented (default: 1).") var seed: UInt64?
  @Option(help: "Share of the 39 cities, 0 to 1 (default: 1).") var scale: Double?
  @Flag(help: "Make it anew if it is there.") var overwrite = false
  @Flag(help: "Score the planned day against the hidden truth.") var score = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let scale, !(scale > 0 && scale <= 1) {
      throw ValidationError("--scale is \(scale); give more than 0, up to 1.")
    }
  }

  func run() throws {
    let console = output.console()
    let site = DemoSite(folder: folder)
    let wanted = DemoRecipe(seed: seed ?? 1, scale: scale ?? 1)
    if let recipe = site.finished(), !overwrite {
      try checkRecipe(recipe)
      console.say(
        zh: "演示已在 \(folder)；--overwrite 可重做",
        en: "The demo is in \(folder) already; --overwrite makes it anew.")
    } else {
      var production = DemoProduction(site: site, recipe: wanted, console: console)
      try production.run()
    }
    try show(site, console)
  }

  private func checkRecipe(_ recipe: DemoRecipe) throws {
    guard seed.map({ $0 != recipe.seed }) ?? false || scale.map({ $0 != recipe.scale }) ?? false
    else { return }
    throw CommandFailure(
      status: .cannotCreate,
      message: "a demo with seed \(recipe.seed) and scale \(recipe.scale) is there", file: folder,
      hint: "Add --overwrite to make it anew, or name another folder.")
  }

  private func show(_ site: DemoSite, _ console: Console) throws {
    let score = try score ? DemoScoring(site: site).result() : nil
    guard let table = try site.plannedDay.cityTable() else {
      throw CommandFailure(
        status: .badData, message: "the demo is not complete", file: folder,
        hint: "Make it anew with --overwrite.")
    }
    console.result(
      table.text(console.language) + (score.map { "\n" + $0.text(console.language) } ?? ""),
      json: .object([
        .init("workspace", .string(site.workspace)), .init("inputs", .string(site.inputs)),
        .init("plan", .string(site.planFolder)), .init("table", table.json),
        .init("score", score?.json ?? .null),
      ]))
    console.say(
      zh: """

        第 \(table.round) 轮，\(table.date) 的清单、图层与路线：\(site.planFolder)
        整轮清单与覆盖：\(site.roundFolder)
        输入文件：\(site.inputs)；隐藏真值：\(site.truth)
        全部为虚构数据，仅城市、区县的代码与名称为真。
        下一步：hotspot plan day \(table.date + 1) -w \(site.workspace)
        """,
      en: """

        Lists, layers and routes of \(table.date), round \(table.round): \(site.planFolder)
        Lists and coverage of the round: \(site.roundFolder)
        Inputs: \(site.inputs); hidden truth: \(site.truth)
        Everything is synthetic but the codes and names of cities and counties.
        Next: hotspot plan day \(table.date + 1) -w \(site.workspace)
        """)
  }
}
