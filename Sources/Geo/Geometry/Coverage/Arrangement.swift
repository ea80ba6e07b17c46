/// The faces into which the lines of areas divide the plane, and who holds each.
///
/// Half-edge `2k` runs along line `k` from its lower node to its higher, `2k + 1` back; a half-edge
/// belongs to the face on its left. Everything is decided by exact predicates, so who holds a face
/// follows by crossing lines from the outside, which nobody holds: no point is ever located.
struct Arrangement {
  /// The face around everything.
  static let outside: Int32 = 0

  /// The nodes' positions.
  let positions: [Coordinate]
  /// The lines, none of which cross.
  let edges: [EdgeTable.Edge]
  /// For each half-edge the next one around its face.
  let next: [Int32]
  /// For each half-edge the face on its left.
  private(set) var faces: [Int32]
  /// One half-edge for each ring of each face.
  private(set) var rings: [[Int32]]
  /// For each face the number of the set of areas that hold it.
  private(set) var holders: [Int32]
  /// The sets of areas.
  private(set) var sets: AreaSets

  /// Divides the plane by lines that meet at nodes only; O(n log n).
  init(positions: [Coordinate], table: EdgeTable) {
    self.positions = positions
    edges = table.edges
    sets = table.sets
    let stars = NodeStars(positions: positions, edges: edges)
    next = stars.next
    let nesting = FaceNesting(positions: positions, edges: edges, stars: stars)
    faces = nesting.faces
    rings = nesting.rings
    holders = []
    holders = heldFromOutside()
  }

  /// How many faces there are, the outside included.
  var faceCount: Int { rings.count }

  /// The areas that hold a face, rising.
  func holders(of face: Int32) -> [Int32] { sets.members[Int(holders[Int(face)])] }

  /// The node at which a half-edge begins.
  func origin(_ half: Int32) -> Int32 {
    half & 1 == 0 ? edges[Int(half >> 1)].low : edges[Int(half >> 1)].high
  }

  /// The position at which a half-edge begins.
  func start(_ half: Int32) -> Coordinate { positions[Int(origin(half))] }

  /// Calls back with each half-edge around a face.
  func forEachHalf(of face: Int32, _ body: (Int32) -> Void) {
    for first in rings[Int(face)] { forEachHalf(ringFrom: first, body) }
  }

  /// Calls back with each half-edge of a ring.
  func forEachHalf(ringFrom first: Int32, _ body: (Int32) -> Void) {
    var half = first
    repeat {
      body(half)
      half = next[Int(half)]
    } while half != first
  }

  /// Who holds each face, found by crossing lines from face to face.
  private mutating func heldFromOutside() -> [Int32] {
    var holders = [Int32](repeating: -1, count: faceCount)
    guard faceCount > 0 else { return [] }
    holders[0] = 0
    var waiting: [Int32] = [Self.outside]
    while let face = waiting.popLast() {
      var crossed: [Int32] = []
      forEachHalf(of: face) { half in
        if holders[Int(faces[Int(half ^ 1)])] < 0 { crossed.append(half) }
      }
      for half in crossed where holders[Int(faces[Int(half ^ 1)])] < 0 {
        let other = faces[Int(half ^ 1)]
        holders[Int(other)] = sets.difference(
          holders[Int(face)], edges[Int(half >> 1)].areas)
        waiting.append(other)
      }
    }
    return holders
  }
}
