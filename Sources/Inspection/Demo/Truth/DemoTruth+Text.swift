import CampaignData
import Geo

extension DemoTruth {
  private static let heading = "kind,id,probability,from,until,findable,lon,lat"

  /// The truth as comma-separated text, one line each for the date, every site and hidden firm.
  ///
  /// To be written outside the workspace.
  public var text: String {
    var lines = [Self.heading, "date,\(date),,,,,,"]
    lines.reserveCapacity(sites.count + hiddenFirms.count + 3)
    for site in sites {
      let chance = Double(Int((site.probability * 1e6).rounded())) / 1e6
      lines.append(
        "site,\(site.id),\(chance),\(Self.text(site.spell)),\(site.isFindable ? 1 : 0),,")
    }
    for firm in hiddenFirms {
      lines.append(
        "hidden,\(firm.id),,\(Self.text(firm.spell)),\(firm.isFindable ? 1 : 0),"
          + "\(firm.position.x),\(firm.position.y)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what `text` wrote; nil if it is something else or was cut off.
  public init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard text.hasSuffix("\n"), lines.count >= 2, lines[0] == Self.heading else { return nil }
    var date: CalendarDate?
    var sites: [SiteTruth] = []
    var firms: [HiddenFirm] = []
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 8 else { return nil }
      switch fields[0] {
      case "date":
        date = CalendarDate(fields[1])
      case "site":
        guard let chance = Double(fields[2]), let spell = Self.spell(fields) else { return nil }
        sites.append(
          SiteTruth(
            id: fields[1], probability: chance, spell: spell, isFindable: fields[5] == "1"))
      case "hidden":
        guard let spell = Self.spell(fields), let x = Double(fields[6]), let y = Double(fields[7])
        else { return nil }
        firms.append(
          HiddenFirm(
            id: fields[1], position: Coordinate(x, y), spell: spell,
            isFindable: fields[5] == "1"))
      default: return nil
      }
    }
    guard let date else { return nil }
    self.init(date: date, sites: sites, hiddenFirms: firms)
  }

  private static func text(_ spell: ViolationSpell) -> String {
    "\(spell.from.daysSince1970),\(spell.until.daysSince1970)"
  }

  private static func spell(_ fields: [String]) -> ViolationSpell? {
    guard let from = Int(fields[3]), let until = Int(fields[4]) else { return nil }
    return ViolationSpell(
      from: CalendarDate(daysSince1970: from), until: CalendarDate(daysSince1970: until))
  }
}
