import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct PhonePageTests {
  private func page(_ name: String = "钢铁\"一\"厂", language: Language = .zh) throws -> String {
    var township = Fixture.facts.townships[0]
    let ring = [(114.5, 38.0), (114.7, 38.0), (114.7, 38.2), (114.5, 38.2), (114.5, 38.0)]
    township.area = MultiPolygon([Polygon(exterior: ring.map { Coordinate($0.0, $0.1) })])
    return PhonePage(
      of: try PlannedRouteTests.route(name: name), plan: "R14-x", townships: [township],
      colours: PlannedRouteTests.colours, language: language
    ).text
  }

  @Test(arguments: Language.allCases)
  func `a page asks nobody for anything`(language: Language) throws {
    let page = try page(language: language)
    let addresses = page.ranges(of: try Regex("(?i)(https?:)?//")).map { page[$0.lowerBound...] }
    #expect(addresses.count == 4)
    for address in addresses {
      let isLink =
        address.hasPrefix("https://uri.amap.com/navigation?to=")
        || address.hasPrefix("//route/plan/?") || address.hasPrefix("//path?")
      #expect(isLink, "\(address.prefix(60))")
    }
    for asked in ["src=\"", "<link", "@import", "url(", "<img", "<iframe", "fetch(", "XMLHttp"] {
      #expect(!page.contains(asked), "\(asked)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `the policy allows the page's own style and script, and no other`() throws {
    let page = try page()
    for (element, source) in [("style", "style-src"), ("script", "script-src")] {
      let parts = page.components(separatedBy: "<\(element)>")
      try #require(parts.count == 2)
      let content = try #require(parts[1].components(separatedBy: "</\(element)>").first)
      let digest = Base64.text(SHA256.digest(of: Array(content.utf8)))
      #expect(page.contains("\(source) 'sha256-\(digest)'"))
    }
    #expect(!page.contains(" style=\"") && !page.contains(" onclick"))
  }

  @Test func `a hostile name is text`() throws {
    let page = try page("<script>alert(1)</script>\"><img src=x onerror=alert(1)>")
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("<img") && page.contains("&lt;script&gt;alert(1)"))
    #expect(page.contains("data-name=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;"))
  }

  @Test func `every field has a label and every stop a number, a link and a place on the map`()
    throws
  {
    let page = try page(language: .en)
    let chinese = try self.page()
    #expect(page.contains("<html lang=\"en\">") && chinese.contains("<html lang=\"zh-CN\">"))
    #expect(page.contains("role=\"img\" aria-labelledby=\"map-title map-about\""))
    for name in ["done", "visited", "outcome", "note"] {
      let fields = page.components(separatedBy: "data-field=\"\(name)\"").dropLast()
      #expect(fields.count == 2)
      for before in fields {
        let label = try #require(before.range(of: "<label", options: .backwards))
        #expect(!before[label.lowerBound...].contains("</label>"))
      }
    }
    for order in [1, 2] {
      #expect(page.contains("id=\"stop-\(order)\"") && page.contains("href=\"#stop-\(order)\""))
    }
    #expect(page.contains("class=\"township\"") && page.contains(">建北街道</text>"))
    #expect(page.contains("@media (prefers-color-scheme:dark)"))
  }

  @Test func `the table of results has headings that an import knows`() throws {
    let kind = try #require(Schema.kind(named: "visits"))
    for language in Language.allCases {
      let headings = PhoneWords(language: language).headings
      let columns = headings.map { kind.column(forHeading: $0)?.name }
      #expect(
        columns == [
          "site_id", "name", "team_id", "stop_id", "round", "visited_at", "outcome", "note",
        ])
    }
    let outcomes = PhoneWords(language: .zh).outcomes.map(\.key)
    #expect(outcomes == ["problem", "none", "closed", "not_found", "refused"])
  }

  @Test func `colours of text stand out by WCAG's 4.5, light and dark`() {
    let light = (back: 0xFFFFFF, pale: 0xF2F2F2, ink: 0x1A1A1A, soft: 0x555555)
    let dark = (back: 0x121212, pale: 0x242424, ink: 0xEEEEEE, soft: 0xBBBBBB)
    let style = PhoneStyle.text(colour: TeamColours.palette[0])
    for scheme in [light, dark] {
      for back in [scheme.back, scheme.pale] {
        for ink in [scheme.ink, scheme.soft] {
          let (a, b) = (MapColour(UInt32(ink)), MapColour(UInt32(back)))
          #expect(a.contrast(to: b) >= 4.5)
        }
      }
    }
    for (name, value) in [
      ("back", "#fff"), ("pale", "#f2f2f2"), ("ink", "#1a1a1a"), ("soft", "#555"),
    ] {
      #expect(style.contains("--\(name):\(value)"))
    }
    for (name, value) in [
      ("back", "#121212"), ("pale", "#242424"), ("ink", "#eee"), ("soft", "#bbb"),
    ] {
      #expect(style.contains("--\(name):\(value)"))
    }
  }
}
