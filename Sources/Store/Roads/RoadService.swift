import CampaignData
import Foundation
public import Geo
public import Inspection
import Synchronization

/// Driving times and ways from a routing engine, kept by team in the workspace's folder `roads`.
///
/// An engine that answers late, wrongly or not at all does not stop a plan: the team's times are
/// then straight lines, and ``troubles`` tells. After a second silence it is not asked any more.
public final class RoadService: RoadNetwork {
  private let engine: any RoadEngine
  private let matrix: RoadMatrix
  private let folder: String
  private let origin: String
  private let state = Mutex(State())

  private struct State {
    var faults: [String: RoadFault] = [:]
    var pathFaults: [String: RoadFault] = [:]
    var silences = 0
    var lastSilence: RoadFault?
    var asked = 0
    var kept = 0
  }

  /// Silences after which an engine counts as dead.
  private static let patience = 2
  /// Stops of one request for a way (Valhalla takes twenty).
  private static let pathLength = 20

  init(engine: any RoadEngine, matrix: RoadMatrix, folder: String, origin: String) {
    self.engine = engine
    self.matrix = matrix
    self.folder = folder
    self.origin = origin
  }

  /// The engine's name.
  public var name: String { engine.name }

  /// Times between places, from the team's file as far as they are there; may be called from any
  /// thread, for a team from one at a time.
  public func drivingTimes(team: String, places: [Coordinate]) -> DrivingTimes? {
    let cache = RoadCache(path: "\(folder)/\(Self.fileName(team))", origin: origin)
    let old = cache.read()
    let wanted = places.map { RoadPlace($0) }
    let distinct = Array(Set(wanted)).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    var rows: [RoadPlace: Int] = [:]
    for (row, place) in old.places.enumerated() { rows[place] = row }
    let known = distinct.map { rows[$0] }
    var content = old
    if known.contains(nil) {
      guard !isDead else {
        state.withLock { $0.faults[team] = $0.lastSilence }
        return nil
      }
      do {
        let times = try matrix.times(distinct.map(\.coordinate), known: known, in: old.times)
        try Self.checkBase(distinct.firstIndex(of: wanted[wanted.count - 1]) ?? 0, times)
        content = RoadCache.Content(places: distinct, times: times)
        note(team, nil, asked: true)
      } catch {
        note(team, error, asked: true)
        return nil
      }
      // A plan does not depend on whether its times could be kept.
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try? cache.write(content)
    } else {
      note(team, nil, asked: false)
    }
    return Self.select(wanted, from: content)
  }

  /// The way over places in order; nil if it cannot be had.
  public func path(team: String, over places: [Coordinate]) -> RoadPath? {
    guard places.count > 1, !isDead else { return nil }
    var whole: RoadPath?
    var first = 0
    do throws(RoadFault) {
      while first < places.count - 1 {
        let last = min(first + Self.pathLength, places.count) - 1
        let part = try ask(Array(places[first...last]))
        if whole == nil { whole = part } else { whole?.append(part) }
        first = last
      }
    } catch {
      state.withLock { $0.pathFaults[team] = error }
      return nil
    }
    return whole
  }

  private func ask(_ places: [Coordinate]) throws(RoadFault) -> RoadPath {
    let answer: WebAnswer
    do { answer = try engine.pathRequest(places).send() } catch { throw .silent(error) }
    return try engine.path(answer)
  }

  /// How many teams' times were asked for and how many were all kept from before.
  public var counts: (asked: Int, kept: Int) { state.withLock { ($0.asked, $0.kept) } }

  /// What went wrong, a sentence a kind of fault, with how many teams it concerns.
  public var troubles: [(zh: String, en: String)] {
    state.withLock { state in
      Self.sentences(
        state.faults, zh: "用直线估算行车时间", en: "their driving times are straight lines")
        + Self.sentences(
          state.pathFaults, zh: "路线画为直线", en: "their routes are drawn straight")
    }
  }

  private var isDead: Bool { state.withLock { $0.silences >= Self.patience } }

  private func note(_ team: String, _ fault: RoadFault?, asked: Bool) {
    state.withLock { state in
      if asked { state.asked += 1 } else { state.kept += 1 }
      state.faults[team] = fault
      if let fault, fault.isDead {
        state.silences += 1
        state.lastSilence = fault
      }
      if fault == nil, asked { state.silences = 0 }
    }
  }

  private static func sentences(
    _ faults: [String: RoadFault], zh: String, en: String
  ) -> [(zh: String, en: String)] {
    guard let first = faults.min(by: { $0.key < $1.key }) else { return [] }
    let text = first.value.text
    return [
      (
        "\(text.zh)（督查组 \(first.key) 等 \(faults.count) 个组）：\(zh)",
        "\(text.en) (team \(first.key), \(faults.count) in all): \(en)"
      )
    ]
  }

  /// A team whose base no road reaches would stay at home: its base is marked wrongly, or the
  /// network is of another place.
  private static func checkBase(_ base: Int, _ times: DrivingTimes) throws(RoadFault) {
    let others = (0..<times.count).filter { $0 != base }
    guard !others.isEmpty,
      others.allSatisfy({ times.seconds(from: base, to: $0) == DrivingTimes.noWay })
    else { return }
    throw .baseOffRoad
  }

  static func select(_ wanted: [RoadPlace], from content: RoadCache.Content)
    -> DrivingTimes
  {
    var rows: [RoadPlace: Int] = [:]
    for (row, place) in content.places.enumerated() { rows[place] = row }
    let places = wanted.map { rows[$0] ?? 0 }
    var seconds: [Int32] = []
    seconds.reserveCapacity(places.count * places.count)
    for from in places {
      for to in places { seconds.append(content.times.seconds(from: from, to: to)) }
    }
    return DrivingTimes(count: places.count, seconds: seconds)
  }

  static func fileName(_ team: String) -> String {
    var name = ""
    for byte in team.utf8 {
      let isPlain =
        byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
        || (0x41...0x5A).contains(byte)
      name += isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
    }
    return name + ".roads"
  }
}
