/// How far a layer is from covering its ground exactly once.
public enum CoverageCheck {
  /// A place that two areas both claim.
  public struct Overlap: Sendable, Hashable {
    /// The lower of the two areas' numbers.
    public var first: Int
    /// The higher number.
    public var second: Int
    /// The size of what they share, in squared units.
    public var area: Double
    /// A rectangle around it.
    public var envelope: Envelope
  }

  /// A connected place that no area claims.
  public struct Gap: Sendable, Hashable {
    /// Its size in squared units.
    public var area: Double
    /// A rectangle around it.
    public var envelope: Envelope
  }

  /// Every pair of areas that share more than `tolerance` squared units, in order.
  ///
  /// Borders that run together give at most rounding, about 1e-16 of extent times border length;
  /// the tolerance should be above that. Time by the pairs whose rectangles meet.
  public static func overlaps(
    of areas: [MultiPolygon], tolerance: Double = 0
  ) -> [Overlap] {
    let boxes = areas.map(\.envelope)
    let order = areas.indices.filter { !boxes[$0].isEmpty }.sorted {
      (boxes[$0].minX, $0) < (boxes[$1].minX, $1)
    }
    var found: [Overlap] = []
    for (place, one) in order.enumerated() {
      for other in order[(place + 1)...] {
        if boxes[other].minX >= boxes[one].maxX { break }
        guard boxes[other].minY < boxes[one].maxY, boxes[one].minY < boxes[other].maxY else {
          continue
        }
        let first = min(one, other)
        let second = max(one, other)
        let shared = shared(areas[first], areas[second])
        if shared.area > tolerance {
          found.append(
            Overlap(first: first, second: second, area: shared.area, envelope: shared.envelope))
        }
      }
    }
    return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// What two areas share: its size and the rectangle around it.
  public static func shared(
    _ one: MultiPolygon, _ other: MultiPolygon
  ) -> (area: Double, envelope: Envelope) {
    let (a, b) = (one.envelope, other.envelope)
    var result = (area: 0.0, envelope: Envelope.empty)
    guard a.intersects(b) else { return result }
    let sweep = SlabSweep(
      [(0, one), (1, other)], from: max(a.minY, b.minY), to: min(a.maxY, b.maxY))
    sweep.forEachSlab { low, high, crossings in
      forEachStretch(crossings) { held, west, east in
        guard held == [0, 1] else { return }
        result.area += (east.middle - west.middle) * (high - low)
        result.envelope.include(trapezoid(low, high, west, east))
      }
    }
    return result
  }

  /// The connected places of a parent area, such as a county, that none of the areas covers, the
  /// largest first, without those of at most `tolerance` squared units.
  public static func gaps(
    in parent: MultiPolygon, coveredBy areas: [MultiPolygon], tolerance: Double = 0
  ) -> [Gap] {
    let box = parent.envelope
    guard !box.isEmpty else { return [] }
    let near = areas.filter { box.intersects($0.envelope) }
    let sweep = SlabSweep(
      [(0, parent)] + near.enumerated().map { ($0.offset + 1, $0.element) }, from: box.minY,
      to: box.maxY)
    var components = GapComponents()
    sweep.forEachSlab { low, high, crossings in
      components.beginSlab()
      forEachStretch(crossings) { held, west, east in
        guard held == [0] else { return }
        components.add(
          Gap(
            area: (east.middle - west.middle) * (high - low),
            envelope: trapezoid(low, high, west, east)),
          bottom: west.bottom...max(west.bottom, east.bottom),
          top: west.top...max(west.top, east.top))
      }
    }
    return components.joined().filter { $0.area > tolerance }
  }

  /// Calls back with every stretch of a slab that someone holds, with its holders, rising.
  private static func forEachStretch(
    _ crossings: [SlabSweep.Crossing],
    _ body: (_ held: [Int], _ west: SlabSweep.Crossing, _ east: SlabSweep.Crossing) -> Void
  ) {
    var held: [Int32] = []
    for (west, east) in zip(crossings, crossings.dropFirst()) {
      held.toggle(Int32(truncatingIfNeeded: west.owner))
      if !held.isEmpty, east.middle > west.middle { body(held.map(Int.init), west, east) }
    }
  }

  private static func trapezoid(
    _ low: Double, _ high: Double, _ west: SlabSweep.Crossing, _ east: SlabSweep.Crossing
  ) -> Envelope {
    Envelope(
      minX: min(west.bottom, west.top), minY: low, maxX: max(east.bottom, east.top), maxY: high)
  }
}

/// Trapezoids of neighbouring slabs joined where they touch.
private struct GapComponents {
  private var gaps: [CoverageCheck.Gap] = []
  private var parents: [Int] = []
  private var below: [(gap: Int, top: ClosedRange<Double>)] = []
  private var current: [(gap: Int, top: ClosedRange<Double>)] = []

  mutating func beginSlab() {
    below = current
    current = []
  }

  mutating func add(
    _ gap: CoverageCheck.Gap, bottom: ClosedRange<Double>, top: ClosedRange<Double>
  ) {
    let number = gaps.count
    gaps.append(gap)
    parents.append(number)
    for other in below where other.top.overlaps(bottom) { join(number, other.gap) }
    current.append((number, top))
  }

  private func root(_ gap: Int) -> Int {
    var gap = gap
    while parents[gap] != gap { gap = parents[gap] }
    return gap
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let first = root(one)
    let second = root(other)
    parents[max(first, second)] = min(first, second)
  }

  /// The joined gaps, largest first.
  func joined() -> [CoverageCheck.Gap] {
    var joined: [Int: CoverageCheck.Gap] = [:]
    for number in gaps.indices {
      let root = root(number)
      if var gap = joined[root], root != number {
        gap.area += gaps[number].area
        gap.envelope.include(gaps[number].envelope)
        joined[root] = gap
      } else {
        joined[root] = gaps[number]
      }
    }
    return joined.keys.sorted().compactMap { joined[$0] }.sorted { $0.area > $1.area }
  }
}
