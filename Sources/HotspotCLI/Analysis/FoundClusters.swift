import Geo
import Publishing
import Terminal

/// The clusters of points by either method, as columns and as an account.
struct FoundClusters {
  /// The cluster of each point; -1 is noise.
  let labels: [Int32]
  /// The second column: whether each is a core point, or how deep it is in its cluster.
  let second: [FieldValue]
  let method: ClusterCommand.Method
  /// The radius of dbscan; the sizes of either method.
  let radius: Double?
  let minPoints: Int
  let minSize: Int
  private let settings: [JSONText.Member]
  /// How many clusters there are.
  let count: Int

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
    (self.radius, self.minPoints, self.minSize) = (radius, minPoints, minSize)
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

extension AnalysisRecord {
  /// How clusters were found.
  mutating func note(_ found: FoundClusters) {
    let noise = "-1"
    if let radius = found.radius {
      note(
        "method",
        zh:
          "DBSCAN：半径 \(Self.metres(radius)) 米（含边界）内至少 \(found.minPoints) 个点（含自身）为核心点；噪声为 \(noise)。",
        en: "DBSCAN: at least \(found.minPoints) points, itself included, within"
          + " \(Self.metres(radius)) m, the border included, make a core point; noise is \(noise).")
    } else {
      note(
        "method",
        zh: "HDBSCAN：第 \(found.minPoints) 近点的距离定密度，类至少 \(found.minSize) 个点；噪声为 \(noise)。",
        en: "HDBSCAN: density by the distance to the point numbered \(found.minPoints) by nearness,"
          + " itself counted; clusters of at least \(found.minSize) points; noise is \(noise).")
    }
    if found.count == 0 {
      warn(
        "no_cluster", zh: "没有发现类：半径可能太小，或要求的点数太多。",
        en: "No cluster was found: the radius may be too small, or so many points too many.")
    }
  }
}
