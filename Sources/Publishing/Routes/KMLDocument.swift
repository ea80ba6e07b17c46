import CampaignData
public import Geo

/// Teams' days as KML 2.2 (OGC 07-147r2): a folder a team with its way and its stops, each team in its
/// colour.
///
/// KML is WGS-84. In another datum the document says so in its name and description, and nothing else
/// can: only for programs that are known to expect it.
public enum KMLDocument {
  /// The document as text; the same routes give the same bytes.
  public static func text(
    of routes: [PlannedRoute], colours: TeamColours, language: Language, datum: Datum = .wgs84
  ) -> String {
    let words = RouteWords(language: language)
    let label = datum.fileLabel.map { " (\($0))" } ?? ""
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\">", "<Document>",
      element("name", title(routes, words) + label), "<open>1</open>",
      description(words.datum(datum)),
    ]
    for (place, route) in routes.enumerated() {
      lines += style(place, colours.colour(of: route.teamID))
    }
    for (place, route) in routes.enumerated() {
      lines += folder(route, place, words, datum, label)
    }
    return (lines + ["</Document>", "</kml>", ""]).joined(separator: "\n")
  }

  private static func title(_ routes: [PlannedRoute], _ words: RouteWords) -> String {
    routes.count == 1
      ? words.title(routes[0]) : "hotspot \(routes.first?.date.description ?? "")"
  }

  private static func style(_ place: Int, _ colour: MapColour) -> [String] {
    [
      "<Style id=\"team\(place)\">",
      "<IconStyle><color>\(colour.kml)</color><scale>1.1</scale></IconStyle>",
      "<LabelStyle><color>\(colour.kml)</color></LabelStyle>",
      "<LineStyle><color>\(colour.kml)</color><width>3</width></LineStyle>", "</Style>",
    ]
  }

  private static func folder(
    _ route: PlannedRoute, _ place: Int, _ words: RouteWords, _ datum: Datum, _ label: String
  ) -> [String] {
    let about = [words.summary(route), words.way(route), words.borders(route)].compactMap(\.self)
    var lines = [
      "<Folder>", element("name", words.title(route) + label),
      description(about.joined(separator: "\n")),
    ]
    if !route.way.isEmpty {
      lines += [
        "<Placemark>", element("name", words.title(route)), "<styleUrl>#team\(place)</styleUrl>",
        "<LineString><tessellate>1</tessellate><coordinates>"
          + route.way.map { position($0, datum) }.joined(separator: " ")
          + "</coordinates></LineString>", "</Placemark>",
      ]
    }
    for stop in route.stops { lines += placemark(stop, route, place, words, datum) }
    return lines + ["</Folder>"]
  }

  private static func placemark(
    _ stop: PlannedStop, _ route: PlannedRoute, _ place: Int, _ words: RouteWords, _ datum: Datum
  ) -> [String] {
    let parts = words.lines(stop)
    let about = parts.map { "\(words.label($0.label)): \($0.text)" }.joined(separator: "\n")
    let fields =
      [("team_id", words.team, route.teamID), ("order", words.order, "\(stop.order)")]
      + parts.map { ($0.label.rawValue, words.label($0.label), $0.text) }
    return [
      "<Placemark id=\"stop-\(place)-\(stop.order)\">", element("name", words.title(stop)),
      description(about), "<styleUrl>#team\(place)</styleUrl>", "<ExtendedData>",
    ]
      + fields.map { name, shown, value in
        MarkupText.tag("Data", [("name", name)]) + element("displayName", shown)
          + element("value", value) + "</Data>"
      } + [
        "</ExtendedData>",
        "<Point><coordinates>\(position(stop.position, datum))</coordinates></Point>",
        "</Placemark>",
      ]
  }

  /// Viewers take a description for HTML: what people wrote is escaped for it, then for XML.
  private static func description(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return element(
      "description", lines.map { MarkupText.escaped(String($0)) }.joined(separator: "\n"))
  }

  private static func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(MarkupText.escaped(text))</\(name)>"
  }

  private static func position(_ position: Coordinate, _ datum: Datum) -> String {
    let shown = datum.fromWGS84(position)
    return "\(Decimal.text(shown.x, places: 7)),\(Decimal.text(shown.y, places: 7))"
  }
}
