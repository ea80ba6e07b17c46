public import Geo
import Inspection

/// A team's day as GPX 1.1: a waypoint a stop, a route over them in order, and the way by road as a
/// track where it is known.
///
/// GPX is WGS-84. In another datum the document says so in its name and description, and nothing else
/// can: only for programs that are known to expect it.
public enum GPXDocument {
  /// The document as text; the same route gives the same bytes.
  public static func text(
    of route: PlannedRoute, language: Language, datum: Datum = .wgs84
  ) -> String {
    let words = RouteWords(language: language)
    let label = datum.fileLabel.map { " (\($0))" } ?? ""
    let title = MarkupText.escaped(words.title(route) + label)
    let about = MarkupText.escaped(
      [words.summary(route), words.way(route), words.datum(datum)].joined(separator: "\n"))
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<gpx version=\"1.1\" creator=\"hotspot\" xmlns=\"http://www.topografix.com/GPX/1/1\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation="
        + "\"http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd\">",
      "  <metadata>", "    <name>\(title)</name>", "    <desc>\(about)</desc>",
      "    <time>\(route.planAsOf.universal)</time>", "  </metadata>",
    ]
    for stop in route.stops { lines += point("wpt", stop, words, datum, indent: "  ") }
    if !route.stops.isEmpty {
      lines += ["  <rte>", "    <name>\(title)</name>", "    <desc>\(about)</desc>"]
      lines += base(route, words, datum)
      for stop in route.stops { lines += point("rtept", stop, words, datum, indent: "    ") }
      lines += base(route, words, datum) + ["  </rte>"]
    }
    if route.isByRoad, !route.way.isEmpty {
      lines += ["  <trk>", "    <name>\(title)</name>", "    <trkseg>"]
      lines += route.way.map { "      " + tag("trkpt", $0, datum, isEmpty: true) }
      lines += ["    </trkseg>", "  </trk>"]
    }
    return (lines + ["</gpx>", ""]).joined(separator: "\n")
  }

  private static func base(
    _ route: PlannedRoute, _ words: RouteWords, _ datum: Datum
  ) -> [String] {
    [
      "    " + tag("rtept", route.base, datum),
      "      <name>\(MarkupText.escaped(words.base))</name>", "    </rtept>",
    ]
  }

  private static func point(
    _ element: String, _ stop: PlannedStop, _ words: RouteWords, _ datum: Datum, indent: String
  ) -> [String] {
    let about = words.lines(stop).map { "\(words.label($0.label)): \($0.text)" }
    return [
      tag(element, stop.position, datum),
      "  <name>\(MarkupText.escaped(words.title(stop)))</name>",
      "  <cmt>\(MarkupText.escaped(words.time(stop.arrival) + " " + words.why(stop)))</cmt>",
      "  <desc>\(MarkupText.escaped(about.joined(separator: "\n")))</desc>",
      "  <sym>Flag</sym>", "  <type>\(MarkupText.escaped(stop.kind.rawValue))</type>",
      "</\(element)>",
    ].map { indent + $0 }
  }

  private static func tag(
    _ name: String, _ position: Coordinate, _ datum: Datum, isEmpty: Bool = false
  ) -> String {
    let shown = datum.fromWGS84(position)
    return MarkupText.tag(
      name,
      [("lat", Decimal.text(shown.y, places: 7)), ("lon", Decimal.text(shown.x, places: 7))],
      isEmpty: isEmpty)
  }
}
