import CampaignData
import Foundation
import Inspection
import Terminal

/// Invented readings as files: `readings.csv`, `ledger.csv`, `orders.csv`, `truth.csv`.
struct TrialFiles {
  private let meters: DemoMeters
  private let isByTime: Bool
  private let copies: Int
  private static let circuits: [(PowerCircuit, String)] = [
    (.main, ",main,"), (.production, ",production,"), (.treatment, ",treatment,"),
  ]

  /// - Parameter copies: How often every site stands there, each time under another identifier.
  init(_ meters: DemoMeters, isByTime: Bool, copies: Int) {
    self.meters = meters
    self.isByTime = isByTime
    self.copies = copies
  }

  /// Writes all to a folder; to - the readings alone, to standard output.
  func write(to folder: String) throws {
    let times = (0..<meters.perDay * meters.days).map {
      Moment(meters.firstDay).adding(seconds: $0 * 900).description + ","
    }
    guard folder != "-" else { return writeReadings(times) { Stream.output.write($0) } }
    try writeTables(to: folder)
    let path = URL(fileURLWithPath: folder).appendingPathComponent("readings.csv")
    try Data().write(to: path)
    let handle = try FileHandle(forWritingTo: path)
    writeReadings(times) { handle.write(Data($0)) }
    try handle.close()
  }

  /// Writes ledger, orders and truth to a folder.
  func writeTables(to folder: String) throws {
    let url = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in tables() {
      try Data(text.utf8).write(to: url.appendingPathComponent(name))
    }
  }

  private func writeReadings(_ times: [String], _ put: ([UInt8]) -> Void) {
    put(Array("site_id,circuit,time,energy\n".utf8))
    let sites = isByTime ? (0..<meters.count).map { meters.site($0) } : []
    for piece in 0..<(isByTime ? times.count : meters.count) {
      var lines = TrialLines()
      var text = ""
      if isByTime {
        for site in sites { append(site, piece, times[piece], to: &text, &lines) }
      } else {
        let site = meters.site(piece)
        for (index, time) in times.enumerated() { append(site, index, time, to: &text, &lines) }
      }
      lines.text = Array(text.utf8)
      for copy in 0..<copies {
        if copy > 0 { lines.renumber(by: meters.count) }
        put(lines.text)
      }
    }
  }

  private func append(
    _ site: MeteredDemoSite, _ index: Int, _ time: String, to text: inout String,
    _ lines: inout TrialLines
  ) {
    for (circuit, word) in Self.circuits {
      let load = site.readings[circuit][index]
      guard load == load else { continue }
      lines.starts.append(text.utf8.count)
      text += site.site.id
      text += word
      text += time
      // kWh of a quarter of an hour, to a quarter of a watt-hour.
      let parts = Int((Double(load) * 2500).rounded())
      text += "\(parts / 10_000)."
      let rest = String(parts % 10_000)
      for _ in rest.utf8.count..<4 { text += "0" }
      text += rest
      text += "\n"
    }
  }

  private func tables() -> [(String, String)] {
    var ledger = "site_id,ledger,status,tariff,feeder,own_generation\n"
    var orders = "site_id,kind,share,started_at,ended_at\n"
    var truth = "site_id,scenario,rule,explained_by,started_at,ended_at\n"
    for number in 0..<meters.count {
      let demo = meters.site(number)
      for copy in 0..<copies {
        var site = demo.site
        site.id = DemoMeters.id(copy * meters.count + number)
        ledger += "\(site.id),\(site.isListed ? "staggered" : ""),\(site.isBanned ? "banned" : ""),"
        ledger += "\(site.tariff == .industrial ? "industrial" : "residential"),\(site.feeder),\n"
        for order in site.orders {
          let share = order.isStop ? "" : String(order.share)
          orders += "\(site.id),\(order.isStop ? "stop" : "limit"),\(share),\(order.start),\n"
        }
        for entry in demo.truth {
          let begin = Moment(meters.firstDay)
          truth += "\(site.id),\(demo.scenario),\(entry.rule?.key ?? ""),"
          truth += "\(entry.explanation?.key ?? ""),"
          truth += "\(begin.adding(seconds: entry.intervals.lowerBound * 900)),"
          truth += "\(begin.adding(seconds: entry.intervals.upperBound * 900))\n"
        }
      }
    }
    return [("ledger.csv", ledger), ("orders.csv", orders), ("truth.csv", truth)]
  }
}
