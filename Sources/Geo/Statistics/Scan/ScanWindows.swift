/// The windows of a scan: around each area and in each shape the other areas by distance, of which
/// every beginning up to the largest size is a window.
///
/// Areas at the same distance enter together. 4 bytes a window.
struct ScanWindows: Sendable {
  /// The areas around a centre in one shape.
  struct List: Sendable {
    /// The area in the middle; -1 where windows hold all areas.
    let centre: Int32
    /// Which of the shapes.
    let shape: Int32
    /// Where its members stand.
    let members: Range<Int>
  }

  let lists: [List]
  /// Areas; `isEnd` marks those that complete a window.
  let members: AlignedColumn<UInt32>

  static let isEnd: UInt32 = 1 << 31
  /// Distances that differ by less, relatively, are the same.
  private static let tie = 1e-9

  /// Finds all windows; nil if there are more than `limit` members of lists.
  ///
  /// O(n² log n) a shape.
  init?(_ areas: ScanAreas, _ settings: ScanSettings, limit: Int) {
    let finder = Finder(areas, settings)
    guard
      areas.count * areas.count * settings.shapes.count <= limit
        || finder.expects(atMost: limit)
    else { return nil }
    let block = max(1, areas.count / 64)
    let blocks = (areas.count + block - 1) / block
    let found = AlignedColumn(repeating: Int(0), count: blocks)
    let results = Results(count: blocks)
    Shares(count: blocks).forEach(threads: settings.threads == 0 ? 8 : settings.threads) { part in
      var made = Part()
      for centre in part * block..<min(areas.count, (part + 1) * block) {
        finder.add(centre, to: &made)
        // Each part alone beyond the limit is enough to give up.
        if made.members.count > limit { break }
      }
      found[part] = made.members.count
      results.parts[part] = made
    }
    var total = (0..<blocks).reduce(0) { $0 + found[$1] }
    let everything = settings.includesTemporal && areas.slices > 1 ? areas.count : 0
    total += everything
    guard total <= limit else { return nil }
    members = AlignedColumn(repeating: 0, count: total)
    var lists: [List] = []
    var at = 0
    for part in results.parts {
      for list in part.lists {
        let range = at + list.members.lowerBound..<at + list.members.upperBound
        lists.append(List(centre: list.centre, shape: list.shape, members: range))
      }
      for (place, member) in part.members.enumerated() { members.base[at + place] = member }
      at += part.members.count
    }
    if everything > 0 {
      for area in 0..<everything { members.base[at + area] = UInt32(area) }
      members.base[total - 1] |= Self.isEnd
      lists.append(List(centre: -1, shape: 0, members: at..<total))
    }
    self.lists = lists
  }

  /// How many windows there are in space.
  var count: Int { (0..<members.count).count { members.base[$0] & Self.isEnd != 0 } }

  /// What one piece of work found.
  private struct Part: Sendable {
    var lists: [List] = []
    var members: [UInt32] = []
  }

  /// Filled by pieces of work, each in its own place.
  private final class Results: @unchecked Sendable {
    let parts: UnsafeMutableBufferPointer<Part>

    init(count: Int) {
      parts = .allocate(capacity: count)
      parts.initialize(repeating: Part())
    }

    deinit {
      parts.deinitialize()
      parts.deallocate()
    }
  }

  /// Orders areas around centres.
  private struct Finder: Sendable {
    let areas: ScanAreas
    let reaches: [ScanShape.Reach]
    let ratios: [Double]
    /// The largest population of a window.
    let most: Double
    let maxRadius: Double

    init(_ areas: ScanAreas, _ settings: ScanSettings) {
      self.areas = areas
      reaches = settings.shapes.map { ScanShape.Reach($0) }
      ratios = settings.shapes.map(\.ratio)
      most = settings.maxShare * areas.populations.reduce(0, +) * (1 + 1e-12)
      maxRadius = settings.maxRadius * (1 + 1e-12)
    }

    /// Whether lists around some of the centres promise not many more members in all than a limit.
    func expects(atMost limit: Int) -> Bool {
      let centres = stride(from: 0, to: areas.count, by: max(1, areas.count / 64))
      var sample = Part()
      var count = 0.0
      for centre in centres {
        add(centre, to: &sample)
        count += 1
      }
      return Double(sample.members.count) / count * Double(areas.count) <= 1.2 * Double(limit)
    }

    func add(_ centre: Int, to part: inout Part) {
      let count = areas.count
      var distances = [Double](repeating: 0, count: count)
      for shape in reaches.indices {
        let reach = reaches[shape]
        var farthest = 0.0
        for area in 0..<count {
          let squared = reach.squared(
            areas.xs[area] - areas.xs[centre], areas.ys[area] - areas.ys[centre])
          distances[area] = squared
          farthest = max(farthest, squared)
        }
        let first = part.members.count
        append(Self.ordered(distances, farthest), distances, ratios[shape], to: &part.members)
        guard part.members.count > first else { continue }
        part.lists.append(
          List(
            centre: Int32(centre), shape: Int32(shape), members: first..<part.members.count))
      }
    }

    /// Areas by distance, then by number: sorted by the distance's leading bits, then put right.
    private static func ordered(_ distances: [Double], _ farthest: Double) -> [UInt64] {
      let scale = farthest > 0 ? 4_294_967_295 / farthest : 0
      var keys = distances.indices.map { area in
        UInt64(distances[area] * scale) << 32 | UInt64(area)
      }
      keys.sort()
      for place in keys.indices.dropFirst() {
        let key = keys[place]
        let distance = distances[Int(key & 0xFFFF_FFFF)]
        var at = place
        while at > 0, distances[Int(keys[at - 1] & 0xFFFF_FFFF)] > distance {
          keys[at] = keys[at - 1]
          at -= 1
        }
        keys[at] = key
      }
      return keys
    }

    /// The areas that fit into windows, each last one of a distance marked.
    private func append(
      _ order: [UInt64], _ distances: [Double], _ ratio: Double, to members: inout [UInt32]
    ) {
      let first = members.count
      var kept = first
      var population = 0.0
      for place in order.indices {
        let area = Int(order[place] & 0xFFFF_FFFF)
        population += areas.populations[area]
        guard population <= most, distances[area].squareRoot() * ratio <= maxRadius else { break }
        let next =
          place + 1 < order.count ? distances[Int(order[place + 1] & 0xFFFF_FFFF)] : .infinity
        let isLast = next - distances[area] > ScanWindows.tie * next || next == .infinity
        members.append(UInt32(area) | (isLast ? ScanWindows.isEnd : 0))
        if isLast { kept = members.count }
      }
      members.removeLast(members.count - kept)
    }
  }
}
