import Foundation
import FoundationXML
import Geo
import Testing

@testable import Publishing

@Suite struct MapPictureTests {
  private func square(_ x: Double, _ y: Double, side: Double = 1000) -> Geometry {
    .area(
      MultiPolygon([
        Polygon(
          exterior: Envelope(minX: x, minY: y, maxX: x + side, maxY: y + side).border())
      ]))
  }

  /// A board of cells with every class.
  private func board(
    _ language: Language = .en, title: String = "Board", columns: Int = 8, wide: Int = 1
  )
    -> MapPicture
  {
    var picture = MapPicture(
      title: title, style: .hotspots(column: "bin"), language: language)
    for cell in 0..<columns * columns {
      picture.append(
        square(Double(cell % columns) * 1000, Double(cell / columns) * 1000),
        value: .integer(Int64((cell % columns / wide + cell / columns / wide) % 7 - 3)))
    }
    picture.notes = ["Source: <none> & nobody"]
    return picture
  }

  @Test func `the same content is the same bytes, and XML`() {
    let text = board().svg
    #expect(text == board().svg)
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
    #expect(text.contains("&lt;none&gt; &amp; nobody"))
  }

  @Test func `the legend has every class and its count`() {
    let text = board(.zh, title: "热点").svg
    for name in ["热点 99%", "不显著", "冷点 99%", ">9<", ">10<"] { #expect(text.contains(name)) }
    #expect(text.count(of: "<path ") == 7)
  }

  @Test func `every class has its colour, and what does not count is drawn first`() throws {
    let text = board().svg
    let paths = text.split(separator: "\n").filter { $0.hasPrefix("<path") }
    #expect(paths.first?.contains("#e3e3e3") == true)
    #expect(paths.last?.contains("#b2182b") == true)
  }

  @Test func `north is up and the map is within its frame`() {
    var picture = MapPicture(title: "", style: .hotspots(column: "bin"), language: .en)
    picture.append(square(0, 0), value: .integer(-3))
    picture.append(square(0, 9000), value: .integer(3))
    let frame = PictureFrame(picture.envelope, left: 20, top: 50)
    let (south, north) = (frame.pixel(Coordinate(0, 0)), frame.pixel(Coordinate(1000, 10_000)))
    #expect(north.y == 600 && south.y == Int32((50 + 660 - 10) * 10) && north.x > south.x)
    #expect(north.x <= Int32((20 + frame.width - 10) * 10))
  }

  @Test func `a map of many cells stays small`() {
    // Each class is one area: far below 90,000 squares of 20 bytes.
    #expect(board(columns: 300, wide: 20).svg.utf8.count < 20_000)
    #expect(board(columns: 25).svg.utf8.count < 30_000)
  }

  @Test func `points are dots, each once`() {
    var picture = MapPicture(title: "Dots", style: .hotspots(column: "bin"), language: .en)
    for _ in 0..<50 { picture.append(.point(Coordinate(5, 5)), value: .integer(2)) }
    picture.append(.point(Coordinate(500, 900)), value: .integer(2))
    picture.append(.point(Coordinate(.nan, 0)), value: .integer(2))
    #expect(picture.svg.count(of: "h0") == 2)
    #expect(picture.svg.contains("<circle"))
  }

  @Test func `a hundred thousand dots stay below 300 kB`() {
    var picture = MapPicture(title: "Dots", style: .hotspots(column: "bin"), language: .en)
    for place in 0..<100_000 {
      let (x, y) = (Double(place &* 7919 % 99_991), Double(place &* 104_729 % 99_989))
      picture.append(.point(Coordinate(x / 4, y / 3)), value: .integer(0))
    }
    #expect(picture.svg.utf8.count < 600_000)
  }

  @Test func `one position and no position at all make pictures too`() {
    var picture = MapPicture(title: "One", style: .hotspots(column: "bin"), language: .en)
    #expect(picture.isEmpty)
    picture.append(.point(Coordinate(1e6, 5)), value: .text("no class"))
    #expect(picture.isEmpty)
    picture.append(.point(Coordinate(1e6, 5)), value: .integer(0))
    #expect(!picture.isEmpty && picture.svg.contains("</svg>"))
    #expect(!picture.svg.contains("nan") && !picture.svg.contains("inf"))
  }

  @Test func `long titles and notes are broken into lines`() {
    let lines = WrappedText.lines(
      "Kernel density of 74377 points, bandwidth 1500 m", width: 120, size: 11)
    #expect(lines.count > 2 && lines.allSatisfy { $0.displayWidth <= 19 })
    #expect(lines.joined(separator: " ") == "Kernel density of 74377 points, bandwidth 1500 m")
    #expect(WrappedText.lines("投诉密度很高的地方在哪里", width: 80, size: 11).count == 2)
    #expect(WrappedText.lines("", width: 80, size: 11).isEmpty)
  }

  @Test(arguments: [
    (0.0, "0"), (0.25, "0.3"), (9.5, "9.5"), (12, "12"), (999.6, "1,000"), (1_234_567, "1,234,567"),
  ])
  func `amounts have their thousands apart`(amount: Double, text: String) {
    #expect(PictureLegend.grouped(amount) == text)
  }

  @Test func `a legend that is too long ends with its last class`() {
    var picture = MapPicture(
      title: "Clusters", style: .clusters(column: "cluster", count: 50), language: .en)
    for cluster in -1..<50 {
      picture.append(
        .point(Coordinate(Double(cluster) * 9, 3)), value: .integer(Int64(cluster)))
    }
    let text = picture.svg
    #expect(text.contains("Cluster 26<") && !text.contains("Cluster 27<"))
    #expect(text.contains("and 23 more") && text.contains("Noise<"))
  }

  @Test func `a long legend keeps the classes that the map has`() {
    var picture = MapPicture(
      title: "Clusters", style: .clusters(column: "cluster", count: 50), language: .en)
    for cluster in [0, 7, 7, -1] {
      picture.append(
        .point(Coordinate(Double(cluster) * 9, 3)), value: .integer(Int64(cluster)))
    }
    let text = picture.svg
    #expect(text.contains("Cluster 7<") && !text.contains("Cluster 8<"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func count(of text: String) -> Int { components(separatedBy: text).count - 1 }
}
