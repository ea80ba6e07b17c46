import Foundation
import Geo
import Testing

@testable import Publishing

@Suite struct AmapLinkTests {
  /// Published vectors of GCJ-02, as in the tests of `Datum`, rounded to six decimals by hand.
  private static let published: [(wgs84: Coordinate, link: String)] = [
    (Coordinate(116.377817, 39.911954), "116.384047,39.913345"),
    (Coordinate(114.5149, 38.0428), "114.520874,38.043419"),
    (Coordinate(108.9398, 34.3416), "108.944456,34.340044"),
    (Coordinate(113.6254, 34.7466), "113.631447,34.745417"),
    (Coordinate(117.1201, 36.6512), "117.126228,36.651630"),
  ]

  @Test(arguments: 0..<5) func `a stop's link is in GCJ-02`(index: Int) {
    let (position, written) = Self.published[index]
    #expect(
      AmapLink.navigation(to: .init(name: "A-1", position: position))
        == "https://uri.amap.com/navigation?to=\(written),A-1&mode=car&src=hotspot&callnative=1")
  }

  @Test func `outside China nothing is shifted`() {
    let link = AmapLink.navigation(to: .init(name: "", position: Coordinate(2.35, 48.86)))
    #expect(link.contains("?to=2.350000,48.860000,&mode"))
  }

  @Test func `names are encoded, cut, and do not divide`() throws {
    let position = Self.published[0].wgs84
    let odd = AmapLink.navigation(to: .init(name: "甲,厂|&<a b>\"#%", position: position))
    #expect(
      odd.contains(
        ",%E7%94%B2%EF%BC%8C%E5%8E%82%EF%BD%9C%26%3Ca%20b%3E%22%23%25&mode=car"))
    let items = try #require(URLComponents(string: odd)?.queryItems)
    #expect(items.map(\.name) == ["to", "mode", "src", "callnative"])
    #expect(items[0].value == "116.384047,39.913345,甲，厂｜&<a b>\"#%")

    let long = AmapLink.navigation(
      to: .init(name: String(repeating: "厂", count: 21), position: position))
    let value = try #require(URLComponents(string: long)?.queryItems?.first?.value)
    #expect(value.hasSuffix("," + String(repeating: "厂", count: 19) + "…"))
    // Version 12 of a QR code with error correction M holds 287 bytes.
    #expect(long.utf8.count <= 287)
  }

  @Test func `a day is one link of the app's scheme`() {
    let places = zip(Self.published, ["甲", "乙", "丙"]).map {
      AmapLink.Place(name: $1, position: $0.wgs84)
    }
    let ways =
      "dlat=34.340044&dlon=108.944456&dname=%E4%B8%99&dev=0&t=0&vian=2"
      + "&vialons=116.384047%7C114.520874&vialats=39.913345%7C38.043419"
      + "&vianames=%E7%94%B2%7C%E4%B9%99"
    #expect(
      AmapLink.ways(over: places, on: .android)
        == ["amapuri://route/plan/?sourceApplication=hotspot&" + ways])
    #expect(
      AmapLink.ways(over: places, on: .ios)
        == ["iosamap://path?sourceApplication=hotspot&" + ways])
    #expect(AmapLink.ways(over: [places[0]], on: .ios).allSatisfy { !$0.contains("via") })
    #expect(AmapLink.ways(over: [], on: .android).isEmpty)
  }

  @Test(arguments: [
    (17, [16]), (18, [16, 0]), (34, [16, 16]), (35, [16, 16, 0]), (40, [16, 16, 5]),
  ])
  func `a long day is split, no stop lost`(count: Int, onTheWay: [Int]) throws {
    let places = (0..<count).map {
      AmapLink.Place(name: "s\($0)", position: Coordinate(2 + Double($0), 48))
    }
    let links = AmapLink.ways(over: places, on: .android)
    var names: [String] = []
    for (link, expected) in zip(links, onTheWay) {
      let items = try #require(URLComponents(string: link)?.queryItems)
      let values = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
      let vias = values["vianames"].map { $0.components(separatedBy: "|") } ?? []
      #expect(Int(values["vian"] ?? "0") == expected && vias.count == expected)
      #expect((values["vialons"] ?? "").components(separatedBy: "|").count == max(1, expected))
      names += vias + [try #require(values["dname"])]
    }
    #expect(links.count == onTheWay.count)
    #expect(names == places.map(\.name))
  }
}
