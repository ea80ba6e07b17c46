import ArgumentParser
import CampaignData
import Foundation
import Publishing
import Store
import Terminal

/// Prints the sheets of a planned day.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Print a planned day's sheets as PDF: a map, the stops, codes to navigate by.",
    discussion: """
      All teams come in one file with a bookmark each, after an overview of their city. With --each,
      every team and overview has a file of its own. The same plan gives the same bytes.

      Examples:
        hotspot sheet 2018-12-24 -o 2018-12-24.pdf --lang zh
        hotspot sheet 2018-12-24 --team 130100-01 --large
        hotspot sheet 2018-12-24 --each -o sheets/
      """)

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @Option(name: .shortAndLong, help: "The team's identifier (default: all teams).")
  var team: String?
  @Option(
    name: .shortAndLong,
    help: "File or folder to write, - for standard output (default: a name by date and team, here)."
  )
  var output: String?
  @Flag(help: "Write a file for each team and each city's overview.") var each = false
  @Flag(help: "Print larger letters and codes.") var large = false
  @Flag(help: "Replace files that are there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard each else { return }
    if output == "-" { throw ValidationError("--each writes files: name a folder with -o.") }
  }

  func run() throws {
    let console = manner.console()
    let workspace = try place.open()
    let planned = PlannedDay(date: date, workspace: workspace.folder)
    let reading = try SheetReading(planned, team: team, in: workspace)
    let ink = SheetInk(
      format: large ? .large : .normal, words: SheetWords(console.language),
      program: "hotspot \(Program.version)")
    let printer = SheetPrinter(
      reading.day, on: reading.ground, ink: ink, with: try Typesetter.chinese())
    let unprintable = printer.unprintable
    if let first = unprintable.first {
      console.warn(
        console.language.pick(
          zh: "\(unprintable.count) 个名称含字体没有的字，将印成方框，如“\(first)”；请另装字体",
          en: "\(unprintable.count) names have letters that no font here has, as in \"\(first)\":"
            + " they are printed as boxes; install another font"))
    }
    if each {
      try writeEach(reading.day, printer, console)
    } else {
      try writeOne(reading.day, printer, console)
    }
  }

  private func writeOne(
    _ day: SheetDay, _ printer: borrowing SheetPrinter, _ console: Console
  ) throws {
    let single = team == nil ? nil : day.sheets.first
    let name = single.map(SheetName.file) ?? SheetName.day(date)
    let path = output.map { SheetFile.isFolder($0) ? "\($0)/\(name)" : $0 } ?? name
    let file = SheetFile(path: path)
    try file.check(overwrite: overwrite)
    if let output, SheetFile.isFolder(output) { try SheetFile.makeFolder(output) }
    var bar = console.progressBar(
      console.language.pick(zh: "任务单", en: "Sheets"), total: day.sheets.count)
    let product = try single.map { try printer.sheet($0) } ?? printer.book { bar.update($0) }
    bar.finish()
    try file.write(product.bytes)
    tell([path], sheets: day.sheets.count, pages: product.pages, console)
  }

  private func writeEach(
    _ day: SheetDay, _ printer: borrowing SheetPrinter, _ console: Console
  ) throws {
    let folder = output ?? "."
    let sheets = day.sheets
    let files = SheetName.files(of: sheets).map { SheetFile(path: "\(folder)/\($0)") }
    let overviews = (team == nil ? day.cities : []).map { city in
      (city, SheetFile(path: "\(folder)/\(SheetName.overview(of: city, date: date))"))
    }
    for file in files + overviews.map(\.1) { try file.check(overwrite: overwrite) }
    try SheetFile.makeFolder(folder)
    var bar = console.progressBar(
      console.language.pick(zh: "任务单", en: "Sheets"), total: sheets.count)
    var pages = 0
    for (city, file) in overviews {
      let product = try printer.overview(city)
      try file.write(product.bytes)
      pages += product.pages
    }
    for (index, sheet) in sheets.enumerated() {
      let product = try printer.sheet(sheet)
      try files[index].write(product.bytes)
      pages += product.pages
      bar.update(index + 1)
    }
    bar.finish()
    tell((overviews.map(\.1) + files).map(\.path), sheets: sheets.count, pages: pages, console)
  }

  private func tell(_ paths: [String], sheets: Int, pages: Int, _ console: Console) {
    guard paths != ["-"] else { return }
    console.say(
      zh: "\(sheets) 份任务单，\(pages) 页", en: "\(sheets) sheets, \(pages) pages")
    console.result(
      paths.map { $0 + "\n" }.joined(),
      json: .object([
        .init("output", .array(paths.map(JSONText.string))), .init("sheets", .integer(sheets)),
        .init("pages", .integer(pages)),
      ]))
  }
}
