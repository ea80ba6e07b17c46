import Geo
import Publishing

/// The clusters of points by either method, as columns and as an account.
struct FoundClusters {
  /// The cluster of each point; -1 is noise.
  let labels: [Int32]
  /// The second column: whether each is a core point, or how deep it is in its cluster.
  let second: [FieldValue]
  private let method: ClusterCommand.Method
  private let settings: [JSONText.Member]
  private let count: Int

  /// The columns that points get.
  static func fields(_ method: ClusterCommand.Method) -> [FieldDefinition] {
    [FieldDefinition("cluster", .integer)]
      + (method == .dbscan
        ? [FieldDefinition("core", .integer)] : [FieldDefinition("membership", .real)])
  }

  /// Finds them.
  init(
    in points: WeightedPoints, method: ClusterCommand.Method, radius: Double?, minPoints: Int,
    minSize: Int, file: String
  ) throws {
    self.method = method
    let common = JSONText.Member("min_points", .integer(minPoints))
    if let radius {
      let result = try Self.found(points, DBSCAN(radius: radius, minPoints: minPoints), file)
      labels = result.labels
      second = result.isCore.map { .integer($0 ? 1 : 0) }
      settings = [.init("eps", .decimal(radius, places: 3)), common]
      count = result.clusterCount
    } else {
      let method = HDBSCAN(minPoints: minPoints, minSize: minSize)
      let result = method.clusters(xs: points.xs, ys: points.ys)
      labels = result.labels
      second = result.memberships.map { .real($0) }
      settings = [common, .init("min_size", .integer(method.minSize))]
      count = result.clusterCount
    }
  }

  private static func found(
    _ points: WeightedPoints, _ method: DBSCAN, _ file: String
  ) throws -> DBSCAN.Result {
    do {
      return try method.clusters(xs: points.xs, ys: points.ys)
    } catch {
      throw CommandFailure(
        status: .badData,
        message: error == .tooMany
          ? "more than 2,147,483,646 points" : "the points spread over more than 2^28 radii",
        file: file, hint: "Give a larger --eps, or leave far points out.")
    }
  }

  /// Settings and counts; `used` points have a place.
  func members(used: Int) -> [JSONText.Member] {
    let inClusters = labels.count { $0 >= 0 }
    var members = [JSONText.Member("method", .string(method.rawValue))] + settings
    members.append(.init("clusters", .integer(count)))
    if method == .dbscan {
      members.append(.init("core_points", .integer(second.count { $0 == .integer(1) })))
    }
    return members + [.init("noise", .integer(used - inClusters))]
  }
}
