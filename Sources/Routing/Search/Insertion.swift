/// Where a site can be put into a shift, and what that adds to the driving.
struct Insertion {
  var extra: Int32
  var gap: Int32

  /// No place.
  static let none = Insertion(extra: .max, gap: -1)
}

extension Schedule {
  /// The cheapest gap of a shift that takes the site, without regard to the number of visits.
  @inline(__always) func cheapestGap(_ site: Int32, _ shift: Int) -> Insertion {
    let allowance = slack(shift) - model.service[Int(site)]
    return cheapestGap(site, shift, allowance: allowance)
  }

  /// The cheapest gap that adds at most `allowance` seconds of driving and keeps the windows,
  /// unless they are not asked for.
  @inline(__always) func cheapestGap(
    _ site: Int32, _ shift: Int, allowance: Int32, keepingWindows: Bool = true
  ) -> Insertion {
    guard allowance >= 0 else { return .none }
    let base = shift * model.stride
    let row = stops + base
    let legs = legs + base
    let outOf = model.outOf + Int(site) * model.nodeCount
    let into = model.into + Int(site) * model.nodeCount
    var best = Insertion.none
    var most = allowance == .max ? allowance : allowance + 1
    for gap in 0..<(Int(count[shift]) &+ 1) {
      let extra = into[Int(row[gap])] &+ outOf[Int(row[gap &+ 1])] &- legs[gap]
      if extra < most, !model.hasWindows || !keepingWindows || keepsWindows(site, base, gap) {
        most = extra
        best = Insertion(extra: extra, gap: Int32(gap))
      }
    }
    return best
  }

  /// What a site adds to the driving in a gap.
  @inline(__always) func extra(_ site: Int32, _ shift: Int, gap: Int) -> Int32 {
    let base = shift * model.stride + gap
    let row = Int(site) * model.nodeCount
    return model.into[row + Int(stops[base])] &+ model.outOf[row + Int(stops[base + 1])]
      &- legs[base]
  }

  /// Whether a gap of a shift takes the site, without regard to the number of visits.
  func fits(_ site: Int32, _ shift: Int, gap: Int) -> Bool {
    extra(site, shift, gap: gap) <= slack(shift) - model.service[Int(site)]
      && (!model.hasWindows || keepsWindows(site, shift * model.stride, gap))
  }

  /// Whether the site's window and those after it can be kept with the site in a gap.
  func keepsWindows(_ site: Int32, _ base: Int, _ gap: Int) -> Bool {
    let before = stops[base + gap]
    let after = stops[base + gap + 1]
    let service = gap > 0 ? model.service[Int(before)] : 0
    let arrival = earliest[base + gap] + service + model.time(before, site)
    let begin = max(arrival, model.opens[Int(site)])
    return begin <= model.closes[Int(site)]
      && begin + model.service[Int(site)] + model.time(site, after) <= latest[base + gap + 1]
  }

  /// What leaving out the stop at a position saves of the driving.
  @inline(__always) func saving(_ shift: Int, position: Int) -> Int32 {
    guard count[shift] > 1 else { return drive[shift] }
    let base = shift * model.stride + position
    return legs[base - 1] + legs[base] - model.time(stops[base - 1], stops[base + 1])
  }

  /// Whether the sites in this order can be done in a shift, and the driving if so.
  func driving(_ shift: Int, _ order: UnsafePointer<Int32>, _ orderCount: Int) -> Int32? {
    var driven: Int32 = 0
    var clock: Int32 = 0
    var previous = model.start[shift]
    for index in 0..<orderCount {
      let site = Int(order[index])
      let leg = model.time(previous, order[index])
      driven += leg
      clock += leg
      if clock < model.opens[site] { clock = model.opens[site] }
      guard clock <= model.closes[site] else { return nil }
      clock += model.service[site]
      guard clock <= model.limit[shift] else { return nil }
      previous = order[index]
    }
    let leg = model.time(previous, model.end[shift])
    return clock + leg <= model.limit[shift] ? driven + leg : nil
  }
}
