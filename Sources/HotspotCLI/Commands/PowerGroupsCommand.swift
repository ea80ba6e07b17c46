import ArgumentParser
import Geo
import Store
import Terminal

/// Says which sites have to go through one process; for programs that deal readings out.
struct PowerGroupsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power-groups",
    abstract: "Say which sites detect power has to see together.",
    discussion: """
      Example:
        hotspot detect power-groups --ledger firms.csv > groups.csv

      Sites of one feeder, whose outage is told by all of them falling silent; every other site is a \
      group by itself and not listed. See Lines in docs/formats.md.
      """,
    shouldDisplay: false)

  @Option(help: "Metered sites: ledger, status, tariff, feeder, own generation.")
  var ledger: String
  @Option(help: "Encoding of text (default: UTF-8 and GB18030 are told apart).")
  var encoding: String?
  @OptionGroup var manner: OutputOptions

  func run() throws {
    var register = MeterRegister()
    var tables = ImportOptions()
    tables.encoding = encoding
    try register.readLedger(ledger, options: tables)
    var writer = try DelimitedWriter(
      creating: "-", headings: ["site_id", "group"], dialect: DelimitedDialect(), overwrite: false)
    for (site, group) in register.groups { try writer.append([site, group]) }
    try writer.close()
  }
}
