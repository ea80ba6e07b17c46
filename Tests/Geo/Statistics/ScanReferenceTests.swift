import Testing

@testable import Geo

/// Leukaemia in 281 tracts of New York State, 1978 to 1982.
@Suite struct ScanReferenceTests {
  private struct Tracts {
    var places: [Coordinate] = []
    var degrees: [Coordinate] = []
    var cases: [Double] = []
    var population: [Double] = []

    init() throws {
      var reader = try VectorReader(path: ExpectedStatistics.path("inputs/NY8_utm18.gpkg"))
      let names = reader.fields.map(\.name)
      let columns = try ["Cases", "POP8"].map { try #require(names.firstIndex(of: $0)) }
      let system = reader.crs
      var transformer = try Transformer(from: #require(system), to: .wgs84)
      while let feature = try reader.next() {
        guard case .area(let area)? = feature.geometry,
          case .real(let cases) = feature.values[columns[0]],
          case .real(let population) = feature.values[columns[1]]
        else { continue }
        let place = try #require(area.centroid)
        places.append(place)
        degrees.append(place)
        self.cases.append(cases)
        self.population.append(population)
      }
      let lost = transformer.transform(&degrees)
      #expect(lost == 0)
    }

    /// The areas with cases rounded down, as SaTScan was given them, or as they are.
    func areas(roundedDown: Bool) throws -> ScanAreas {
      try ScanAreas(
        xs: places.map(\.x), ys: places.map(\.y),
        cases: roundedDown ? cases.map { $0.rounded(.down) } : cases, sizes: population,
        model: .poisson)
    }
  }

  /// SaTScan 9.3.1 on rounded-down cases and distances on the ground, as kept with the R package
  /// smerc; its first cluster has two tracts more, since its centroids were others.
  @Test(ReferenceDataTests.whenThere)
  func `circles are those of SaTScan`() throws {
    let areas = try Tracts().areas(roundedDown: true)
    #expect(areas.count == 281 && areas.totalCases == 552 && areas.totalSize == 1_057_673)
    var settings = ScanSettings()
    settings.replications = 199
    let clusters = try ScanStatistic(settings).clusters(areas).clusters
    #expect(clusters[0].centre == 51 && clusters[0].cases == 101)
    let first = Set(
      [
        52, 50, 53, 38, 49, 48, 15, 39, 37, 1, 16, 44, 47, 40, 14, 2, 51, 13, 43, 45, 17, 55, 11,
        3, 12, 46, 36, 35, 54, 10, 5,
      ].map { $0 - 1 })
    #expect(first.subtracting(clusters[0].areas) == [34, 9])
    #expect(Set(clusters[0].areas).isSubset(of: first))
    let published: [(cases: Double, expected: Double, risk: Double, ratio: Double, p: Double)] = [
      (42, 21.24, 2.06, 8.287056, 0.033), (44, 23.83, 1.92, 7.199672, 0.105),
      (25, 12.82, 1.99, 4.651839, 0.653), (10, 3.65, 2.78, 3.773422, 0.901),
      (11, 4.61, 2.41, 3.209485, 0.982),
    ]
    for (cluster, other) in zip(clusters.dropFirst(), published) {
      #expect(cluster.cases == other.cases)
      #expect(abs(cluster.expected - other.expected) < 0.006)
      #expect(abs(cluster.relativeRisk - other.risk) < 0.006)
      #expect(abs(cluster.logLikelihoodRatio - other.ratio) < 6e-7)
      // 999 replications there, 199 here.
      #expect(abs(cluster.p - other.p) < 0.005 + 5 * (other.p * (1 - other.p) / 166).squareRoot())
    }
  }

  /// SaTScan 9.6: ellipses, medium penalty, at most 10 %, degrees as planar with x the latitude.
  @Test(ReferenceDataTests.whenThere)
  func `ellipses are those of SaTScan`() throws {
    let tracts = try Tracts()
    let areas = try ScanAreas(
      xs: tracts.degrees.map(\.y), ys: tracts.degrees.map(\.x),
      cases: tracts.cases.map { $0.rounded(.down) }, sizes: tracts.population, model: .poisson)
    var settings = ScanSettings()
    settings.shapes = ScanShape.ellipses
    settings.penalty = 0.5
    settings.maxShare = 0.1
    settings.replications = 99
    let clusters = try ScanStatistic(settings).clusters(areas).clusters
    let published: [(ratio: Double, statistic: Double, shape: Double, angle: Double, p: Double)] = [
      (14.772705, 14.474236, 1.5, 90, 0.00019), (9.860447, 9.296518, 2, 120, 0.024),
      (9.347892, 8.095512, 3, 80, 0.080), (6.154083, 4.923266, 4, 120, 0.768),
      (4.651839, 4.651839, 1, 0, 0.845), (5.369233, 4.295386, 4, 135, 0.922),
    ]
    for (cluster, other) in zip(clusters, published) {
      #expect(abs(cluster.logLikelihoodRatio - other.ratio) < 6e-7)
      #expect(abs(cluster.statistic - other.statistic) < 6e-7)
      #expect(cluster.shape == ScanShape(ratio: other.shape, angle: other.angle))
      #expect(abs(cluster.p - other.p) < 0.005 + 5 * (other.p * (1 - other.p) / 166).squareRoot())
    }
    #expect(clusters[0].areas.count == 25 && clusters[0].cases == 93)
    #expect(abs(clusters[0].radius - 0.058) < 6e-4 && abs(clusters[0].longRadius - 0.087) < 6e-4)
  }

  /// By numpy: sums along `argsort` of the distances between GEOS's centroids, all windows.
  @Test(ReferenceDataTests.whenThere)
  func `cases in fractions count as they are`() throws {
    let areas = try Tracts().areas(roundedDown: false)
    #expect(abs(areas.totalCases - 591.999789) < 1e-6)
    var settings = ScanSettings()
    settings.replications = 0
    let clusters = try ScanStatistic(settings).clusters(areas).clusters
    let wanted: [(ratio: Double, cases: Double, count: Int)] = [
      (12.568981413, 103.632949, 29), (8.499444171, 44.500770, 9), (6.164879984, 44.689060, 16),
      (5.334777229, 27.305640, 4), (3.433332632, 10.105400, 6), (2.876888935, 11.133360, 3),
    ]
    for (cluster, other) in zip(clusters, wanted) {
      #expect(abs(cluster.logLikelihoodRatio - other.ratio) < 1e-8)
      #expect(abs(cluster.cases - other.cases) < 1e-6 && cluster.areas.count == other.count)
    }
    settings.direction = .low
    let low = try ScanStatistic(settings).clusters(areas).clusters
    for (cluster, other) in zip(low, [10.868585787, 8.010036992, 4.496628254, 3.146698303]) {
      #expect(abs(cluster.logLikelihoodRatio - other) < 1e-8 && !cluster.isHigh)
    }
    settings.direction = .high
    settings.shapes = ScanShape.ellipses
    let long = try ScanStatistic(settings).clusters(areas).clusters
    for (cluster, other) in zip(long, [17.209805375, 8.554900353, 4.453868701]) {
      #expect(abs(cluster.logLikelihoodRatio - other) < 1e-8)
    }
  }
}
