import CampaignData
import Foundation
import Inspection
import Terminal

/// Invented readings as files: `readings.csv`, `ledger.csv`, `orders.csv`, `truth.csv`.
struct TrialFiles {
  private let meters: DemoMeters
  private let isByTime: Bool
  private static let circuits: [(PowerCircuit, String)] = [
    (.main, ",main,"), (.production, ",production,"), (.treatment, ",treatment,"),
  ]

  init(_ meters: DemoMeters, isByTime: Bool) {
    self.meters = meters
    self.isByTime = isByTime
  }

  /// Writes all to a folder; to - the readings alone, to standard output.
  func write(to folder: String) throws {
    let times = (0..<meters.perDay * meters.days).map {
      Moment(meters.firstDay).adding(seconds: $0 * 900).description + ","
    }
    guard folder != "-" else { return writeReadings(times) { Stream.output.write($0) } }
    let url = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let path = url.appendingPathComponent("readings.csv")
    try Data().write(to: path)
    let handle = try FileHandle(forWritingTo: path)
    writeReadings(times) { handle.write(Data($0.utf8)) }
    try handle.close()
    for (name, text) in tables() {
      try Data(text.utf8).write(to: url.appendingPathComponent(name))
    }
  }

  private func writeReadings(_ times: [String], _ put: (String) -> Void) {
    put("site_id,circuit,time,energy\n")
    if isByTime {
      let sites = (0..<meters.count).map { meters.site($0) }
      for (index, time) in times.enumerated() {
        var text = ""
        for site in sites { append(site, index, time, to: &text) }
        put(text)
      }
    } else {
      for number in 0..<meters.count {
        let site = meters.site(number)
        var text = ""
        for (index, time) in times.enumerated() { append(site, index, time, to: &text) }
        put(text)
      }
    }
  }

  private func append(
    _ site: MeteredDemoSite, _ index: Int, _ time: String, to text: inout String
  ) {
    for (circuit, word) in Self.circuits {
      let load = site.readings[circuit][index]
      guard load == load else { continue }
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
      let site = demo.site
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
    return [("ledger.csv", ledger), ("orders.csv", orders), ("truth.csv", truth)]
  }
}
