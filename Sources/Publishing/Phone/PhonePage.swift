import CampaignData
import Geo
public import Inspection

/// A team's day as one file of HTML for a phone: map, list, results, without any network.
///
/// The page asks nobody for anything: its policy (CSP) forbids it, and its only addresses are links
/// that open Amap. What the team ticks and writes stays in the browser, under plan and stop, until it
/// is given out as a table that `hotspot import visits` reads.
public struct PhonePage: Sendable {
  let route: PlannedRoute
  let plan: String
  let townships: [Township]
  let colour: MapColour
  let words: PhoneWords

  /// Makes a page.
  /// - Parameters:
  ///   - route: the team's day.
  ///   - plan: the plan's identifier, under which the browser keeps what is written.
  ///   - townships: whose borders are drawn where they touch the map.
  ///   - colours: the teams' colours.
  public init(
    of route: PlannedRoute, plan: String, townships: [Township], colours: TeamColours,
    language: Language
  ) {
    self.route = route
    self.plan = plan
    self.townships = townships
    colour = colours.colour(of: route.teamID)
    words = PhoneWords(language: language)
  }

  /// The document; the same day gives the same bytes.
  public var text: String {
    let style = PhoneStyle.text(colour: colour)
    let policy = [
      "default-src 'none'", "style-src 'sha256-\(Self.digest(style))'",
      "script-src 'sha256-\(Self.digest(PhoneScript.text))'", "base-uri 'none'",
      "form-action 'none'",
    ]
    let head = [
      "<!DOCTYPE html>", "<html lang=\"\(words.languageTag)\">", "<head>",
      "<meta charset=\"utf-8\">",
      MarkupText.tag(
        "meta",
        [("http-equiv", "Content-Security-Policy"), ("content", policy.joined(separator: "; "))]),
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"referrer\" content=\"no-referrer\">",
      "<meta name=\"color-scheme\" content=\"light dark\">",
      "<meta name=\"format-detection\" content=\"telephone=no\">",
      "<title>\(Self.escaped(words.route.title(route)))</title>", "<style>\(style)</style>",
      "</head>",
    ]
    let tail = ["<script>\(PhoneScript.text)</script>", "</body>", "</html>", ""]
    return (head + ["<body>"] + header + [mainTag] + content + ["</main>"] + tail)
      .joined(separator: "\n")
  }

  // MARK: Parts

  private var header: [String] {
    [
      "<header>", "<h1>\(Self.escaped(words.route.title(route)))</h1>",
      "<p>\(Self.escaped(words.route.summary(route)))</p>",
      "<p id=\"progress\" role=\"status\" aria-live=\"polite\"></p>", "</header>",
    ]
  }

  private var mainTag: String {
    MarkupText.tag(
      "main",
      [
        ("data-plan", plan), ("data-team", route.teamID), ("data-round", "\(route.round)"),
        ("data-date", route.date.description),
        ("data-headings", words.headings.joined(separator: "\t")),
      ] + words.messages.map { ("data-\($0.name)", $0.text) })
  }

  private var content: [String] {
    guard !route.stops.isEmpty else { return ["<p>\(Self.escaped(words.noStops))</p>"] }
    let places = route.stops.map(\.place)
    let ways = AmapLink.System.allCases.flatMap { system in
      AmapLink.ways(over: places, on: system).enumerated().map { number, link in
        Self.link(link, words.allStops(system, part: number, of: places.count))
      }
    }
    let notes = [words.route.way(route), words.route.borders(route), words.wechat, words.kept]
    return PhoneMap(route: route, townships: townships, words: words).lines
      + ["<nav aria-label=\"\(Self.escaped(words.allStopsLabel))\">"] + ways + ["</nav>", "<ol>"]
      + route.stops.flatMap { PhoneStop(stop: $0, words: words).lines } + ["</ol>"] + export
      + notes.compactMap(\.self).map { "<p class=\"note\">\(Self.escaped($0))</p>" }
  }

  private var export: [String] {
    [
      "<section id=\"results\">",
      "<button type=\"button\" id=\"export\">\(Self.escaped(words.export))</button>",
      "<p id=\"message\" role=\"status\" aria-live=\"polite\"></p>",
      "<label id=\"copy\" hidden>\(Self.escaped(words.copy))",
      "<textarea id=\"table\" readonly rows=\"5\"></textarea></label>", "</section>",
    ]
  }

  // MARK: Markup

  static func escaped(_ text: String) -> String { MarkupText.escaped(text) }

  static func link(_ address: String, _ text: String) -> String {
    MarkupText.tag("a", [("class", "button"), ("href", address)]) + escaped(text) + "</a>"
  }

  /// The hash of an element's content as a policy writes it: SHA-256 in base 64.
  private static func digest(_ text: String) -> String {
    Base64.text(SHA256.digest(of: Array(text.utf8)))
  }
}
