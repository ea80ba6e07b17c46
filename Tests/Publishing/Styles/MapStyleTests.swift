import Geo
import Testing

@testable import Publishing

@Suite struct MapStyleTests {
  @Test func `a hot spot is of the class of its bin, whatever the type of its column`() {
    let style = MapStyle.hotspots(column: "bin")
    let names = (-3...3).map { bin in
      [FieldValue.integer(Int64(bin)), .real(Double(bin))].map { style.place(of: $0) }
    }
    #expect(names == (0...6).reversed().map { [$0, $0] })
    #expect(style.classes.first?.en == "Hot spot, 99 %")
    #expect(style.classes.first?.colour == MapColour(0xB2182B))
    #expect(style.classes.last?.zh == "冷点 99%")
    for value in [FieldValue.null, .text("hot"), .integer(4), .real(0.5)] {
      #expect(style.place(of: value) == nil)
    }
  }

  @Test func `a number belongs to one class, a break to the one above`() {
    let style = MapStyle.density(
      column: "density", breaks: [1, 2, 5], unit: .perSquareKilometreAndDay(days: 7))
    let places = [0, 0.5, 1, 1.999, 2, 5, 1e9].map { style.place(of: .real($0)) }
    #expect(places == [3, 3, 2, 2, 1, 0, 0])
    #expect(style.place(of: .real(-1)) == nil && style.place(of: .real(.nan)) == nil)
    #expect(style.classes.map(\.en) == ["5 and more", "2–5", "1–2", "below 1"])
    #expect(style.name(.zh) == "密度（每平方千米每天）")
  }

  @Test func `one class has no breaks, and ten have colours too`() {
    #expect(MapStyle.density(column: "d", breaks: [], unit: nil).classes.map(\.en) == ["above 0"])
    let many = MapStyle.density(column: "d", breaks: (1...9).map(Double.init), unit: nil)
    #expect(many.classes.count == 10)
    #expect(many.classes.first?.colour == MapColour(0xB10026))
    #expect(many.classes.last?.colour == MapColour(0xFFFFB2))
  }

  @Test func `more clusters than colours can tell share a class`() {
    let few = MapStyle.clusters(column: "cluster", count: 3)
    #expect(few.classes.count == 4 && few.place(of: .integer(-1)) == 3)
    #expect(few.place(of: .integer(3)) == nil)
    let many = MapStyle.clusters(column: "cluster", count: 1000)
    #expect(many.place(of: .integer(59)) == 59)
    #expect(many.place(of: .integer(999)) == 60 && many.place(of: .integer(-1)) == 61)
    #expect(MapStyle.clusters(column: "cluster", count: 0).classes.count == 1)
  }

  @Test func `clusters of a scan say their p`() {
    let style = MapStyle.scan(column: "cluster", clusters: [(1, 0.00002), (2, 0.25)])
    #expect(
      style.classes.map(\.en) == [
        "Cluster 1, p < 0.0001", "Cluster 2, p = 0.2500", "In no cluster",
      ])
    #expect(style.place(of: .null) == 2 && style.place(of: .integer(0)) == 2)
  }

  @Test func `bands are classes by number, the highest on top of the legend`() {
    let style = MapStyle.bands(
      column: "class", labels: ["1 – 2", "2 – 4", "≥ 4"], unit: .perSquareKilometre)
    #expect(style.classes.map(\.en) == ["≥ 4", "2 – 4", "1 – 2"])
    #expect(style.place(of: .integer(3)) == 0 && style.place(of: .integer(1)) == 2)
    #expect(style.place(of: .integer(0)) == nil)
  }

  @Test func `there are 17 classes of emerging hot spots, all apart`() {
    let style = MapStyle.emerging(column: "class")
    #expect(style.classes.count == 17)
    #expect(Set(style.classes.map(\.values)).count == 17)
    #expect(Set(style.classes.map(\.colour)).count == 17)
    #expect(style.place(of: .text("new hot spot")) == 0)
    #expect(style.place(of: .text("no pattern")) == 16)
    #expect(style.place(of: .text("historical cold spot")) == 15)
    #expect(style.classes.first?.en == "New hot spot")
  }

  @Test(arguments: [
    (457.0, [20.0, 30, 50, 100, 200, 300]), (0.33, [0.02, 0.03, 0.05, 0.1, 0.2, 0.3]),
    (10.0, [0.5, 1, 2, 3, 5]), (1.0, [0.05, 0.1, 0.2, 0.3, 0.5]),
  ])
  func `breaks are round and below the largest value`(largest: Double, expected: [Double]) {
    let breaks = ClassBreaks.round(below: largest)
    #expect(breaks.suffix(expected.count) == expected[...])
    #expect(breaks.count == 6 && breaks == breaks.sorted())
  }

  @Test(arguments: [0.0, -1, .nan, .infinity])
  func `nothing has no breaks`(largest: Double) {
    #expect(ClassBreaks.round(below: largest).isEmpty)
  }

  @Test func `very small and very large numbers have breaks`() {
    for largest in [1e-200, 3e200] {
      let breaks = ClassBreaks.round(below: largest)
      #expect(breaks.count == 6)
      #expect(breaks.allSatisfy { $0 > 0 && $0 < largest })
    }
  }
}
