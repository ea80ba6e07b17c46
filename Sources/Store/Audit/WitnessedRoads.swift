public import Geo
public import Inspection
internal import Synchronization

/// A road network whose answers are hashed, so that a plan's record can say on what times it rests.
public final class WitnessedRoads: RoadNetwork {
  private let network: any RoadNetwork
  private let digests = Mutex<[String: String]>([:])

  /// Listens to a network.
  public init(_ network: any RoadNetwork) { self.network = network }

  /// The network's name.
  public var name: String { network.name }

  /// What the network says.
  public func drivingTimes(team: String, places: [Coordinate]) -> DrivingTimes? {
    let times = network.drivingTimes(team: team, places: places)
    var bytes: [UInt8] = []
    for second in times?.seconds ?? [] {
      withUnsafeBytes(of: second.littleEndian) { bytes.append(contentsOf: $0) }
    }
    let hash = times == nil ? "none" : SHA256.hexadecimal(of: bytes)
    digests.withLock { $0[team] = hash }
    return times
  }

  /// The network's name and the hash of all that it answered, team by team.
  public var summary: String {
    let lines = digests.withLock { $0 }.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value)\n" }
    return "\(name) \(SHA256.hexadecimal(of: Array(lines.joined().utf8)))"
  }
}
