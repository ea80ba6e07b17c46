/// Walks along the borders of regions made of quads.
///
/// Outer rings run counter-clockwise and holes clockwise. Where two quads of a region touch at a
/// corner only, the walk crosses over to the other one, which leaves rings that never touch
/// themselves (a hole may touch its outer ring in one corner, which simple features allow).
struct OutlineTracer {
  /// A region's rings as corner numbers, not closed.
  struct Outline {
    var exteriors: [[Int32]] = []
    var holes: [[Int32]] = []
  }

  let mesh: QuadMesh
  /// For every quad its region, negative for none.
  let owners: [Int32]

  /// The outlines of all regions, by region.
  func outlines(count: Int) -> [Outline] {
    var outlines = [Outline](repeating: Outline(), count: count)
    var walked = [UInt8](repeating: 0, count: owners.count)
    for quad in owners.indices where owners[quad] >= 0 {
      for side in 0..<4 where isBorder(quad, side) && walked[quad] & (1 << side) == 0 {
        let (ring, turns) = walk(from: quad, side, &walked)
        if turns > 0 {
          outlines[Int(owners[quad])].exteriors.append(ring)
        } else {
          outlines[Int(owners[quad])].holes.append(ring)
        }
      }
    }
    return outlines
  }

  private func isBorder(_ quad: Int, _ side: Int) -> Bool {
    guard let next = mesh.neighbour(of: quad, side) else { return true }
    return owners[next] != owners[quad]
  }

  /// Walks once round with the region on the left; sides are 0 south, 1 east, 2 north, 3 west.
  ///
  /// Left turns count +1 and right turns -1: +4 in all on an outer ring, -4 round a hole.
  private func walk(
    from start: Int, _ first: Int, _ walked: inout [UInt8]
  ) -> (ring: [Int32], turns: Int) {
    var ring: [Int32] = []
    var turns = 0
    var quad = start
    var side = first
    repeat {
      walked[quad] |= 1 << side
      ring.append(Int32(mesh.corner(side, of: quad)))
      let ahead = mesh.neighbour(of: quad, (side + 1) % 4)
      let right = ahead.flatMap { mesh.neighbour(of: $0, side) }
      if let right, owners[right] == owners[quad] {
        quad = right
        side = (side + 3) % 4
        turns -= 1
      } else if let ahead, owners[ahead] == owners[quad] {
        quad = ahead
      } else {
        side = (side + 1) % 4
        turns += 1
      }
    } while quad != start || side != first
    return (ring, turns)
  }
}
