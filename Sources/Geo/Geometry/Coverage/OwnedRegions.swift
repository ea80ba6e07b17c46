/// The areas that faces make once each has its owner.
struct OwnedRegions {
  private var regions: [Int32: [RegionRings]] = [:]

  /// Follows the borders of the areas that are wanted; O(lines).
  init(_ arrangement: Arrangement, owners: [Int32], of wanted: [Bool]) {
    var joined = DisjointSets(count: owners.count)
    let faces = arrangement.faces
    for half in stride(from: 0, to: faces.count, by: 2) {
      let (left, right) = (faces[half], faces[half + 1])
      if owners[Int(left)] == owners[Int(right)] { joined.join(left, right) }
    }
    func isBorder(_ half: Int32) -> Bool {
      owners[Int(faces[Int(half)])] != owners[Int(faces[Int(half ^ 1)])]
    }
    var isPassed = [Bool](repeating: false, count: faces.count)
    var places: [Int32: Int] = [:]
    for first in faces.indices.lazy.map({ Int32(truncatingIfNeeded: $0) }) {
      let owner = owners[Int(faces[Int(first)])]
      guard owner >= 0, wanted[Int(owner)], !isPassed[Int(first)], isBorder(first) else { continue }
      var ring: [Int32] = []
      var half = first
      repeat {
        isPassed[Int(half)] = true
        ring.append(half)
        half = arrangement.next[Int(half)]
        // Lines within the area are stepped over.
        while !isBorder(half) { half = arrangement.next[Int(half ^ 1)] }
      } while half != first
      let region = joined.root(faces[Int(first)])
      let place = places[region] ?? regions[owner, default: []].count
      if places[region] == nil {
        places[region] = place
        regions[owner, default: []].append(RegionRings(arrangement))
      }
      regions[owner]?[place].add(ring)
    }
  }

  /// An area; its rings run in the direction of those it had, and begin where they began if that
  /// corner is still there.
  func area(_ number: Int32, like before: MultiPolygon) -> MultiPolygon {
    let parts = (regions[number] ?? []).compactMap(\.polygon)
    let isReversed = before.polygons.first.map { RingMoments($0.exterior).area < 0 } ?? false
    let starts = Set(before.polygons.lazy.flatMap(\.rings).compactMap(\.first))
    return MultiPolygon(
      parts.map { part in
        Polygon(
          exterior: part.exterior.directed(isReversed, from: starts),
          holes: part.holes.map { $0.directed(isReversed, from: starts) })
      })
  }
}

extension Ring {
  /// The closed ring, reversed or not, from the first of its corners that is in a set.
  fileprivate func directed(_ isReversed: Bool, from starts: Set<Coordinate>) -> Ring {
    var corners = Array(dropLast())
    if isReversed { corners.reverse() }
    if let start = corners.firstIndex(where: starts.contains), start > 0 {
      corners = Array(corners[start...] + corners[..<start])
    }
    if let first = corners.first { corners.append(first) }
    return corners
  }
}
