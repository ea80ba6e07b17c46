import CampaignData
import Geo
import Inspection

/// Two cities of one county each, a team each, and sites that others than localities told of.
struct TwoCities {
  private(set) var facts = Facts()

  /// `sites` in each of twelve townships a city.
  init(sites: Int = 12) {
    facts = MiniCampaign(sites: sites).facts
    for township in facts.townships {
      var other = township
      other.code = "130202" + township.code.suffix(3)
      (other.countyCode, other.cityCode, other.county) = ("130202", "130200", "路南区")
      let moved = township.area.polygons.map { polygon in
        Polygon(exterior: polygon.exterior.map(Self.east))
      }
      other.area = MultiPolygon(moved)
      facts.townships.append(other)
    }
    for site in facts.sites {
      var other = site
      other.id = "Q" + site.id.dropFirst()
      other.position = Self.east(site.position)
      facts.sites.append(other)
    }
    facts.teams.append(
      Team(
        id: "T2", name: "唐山1组", cityCode: "130200", countyCodes: ["130202"],
        base: Self.east(Coordinate(114.55, 38.05)), knownAt: MiniCampaign.known))
  }

  private static func east(_ place: Coordinate) -> Coordinate { Coordinate(place.x + 2, place.y) }

  /// Complaints near every seventh site of the first city.
  var complaints: [Complaint] {
    stride(from: 0, to: facts.sites.count / 2, by: 7).map { site in
      MiniCampaign().complaint("C\(site)", at: facts.sites[site].position)
    }
  }

  /// Firms that only a locality tells of, beside the others or at one place.
  func invented(_ count: Int, at place: Coordinate? = nil) -> [Site] {
    (0..<count).map { number in
      let near = place ?? facts.sites[number % facts.sites.count].position
      let step = place == nil ? 1e-5 * Double(number / facts.sites.count + 1) : 0
      return Site(
        id: "L\(100_000 + number)", name: "虚\(number)",
        position: Coordinate(near.x + step, near.y + step), ledger: "scattered", origin: "local",
        knownAt: MiniCampaign.known)
    }
  }
}
