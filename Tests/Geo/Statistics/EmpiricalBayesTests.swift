import Testing

@testable import Geo

@Suite struct EmpiricalBayesTests {
  @Test func `small populations are drawn to the mean, large ones hardly`() {
    let events = [0.0, 1, 30, 300, 200, 5]
    let people = [10.0, 10, 1000, 20_000, 10_000, 100]
    let raw = EmpiricalBayes.raw(events: events, population: people)
    let rates = EmpiricalBayes.global(events: events, population: people)
    let mean = events.reduce(0, +) / people.reduce(0, +)
    for feature in rates.indices {
      // Between its own rate and the mean.
      #expect((raw[feature] - rates[feature]) * (rates[feature] - mean) >= 0)
    }
    func kept(_ feature: Int) -> Double { (rates[feature] - mean) / (raw[feature] - mean) }
    #expect(kept(0) < kept(5) && kept(5) < kept(2) && kept(2) < kept(4) && kept(4) < 1)
  }

  @Test func `where chance explains all, every feature gets the mean`() {
    let events = [Double](repeating: 3, count: 40)
    let people = [Double](repeating: 100, count: 40)
    #expect(EmpiricalBayes.global(events: events, population: people).allSatisfy { $0 == 0.03 })
    let none = [Double](repeating: 0, count: 40)
    #expect(EmpiricalBayes.global(events: none, population: people).allSatisfy { $0 == 0 })
    #expect(EmpiricalBayes.standardised(events: none, population: people).allSatisfy { $0 == 0 })
  }

  @Test func `features without a rate count for nothing`() {
    let events = [3.0, 5, 2, 8, 1, 4, 7]
    let people = [100.0, 200, 0, 150, 80, -5, .nan]
    let weights = SpatialWeights(xs: [0, 1, 2, 3, 4, 5, 6], ys: [0, 1, 0, 2, 0, 3, 0], nearest: 3)
    let kept = [0, 1, 3, 4]
    let (e, b) = (kept.map { events[$0] }, kept.map { people[$0] })
    for (all, part) in [
      (
        EmpiricalBayes.global(events: events, population: people),
        EmpiricalBayes.global(events: e, population: b)
      ),
      (
        EmpiricalBayes.standardised(events: events, population: people),
        EmpiricalBayes.standardised(events: e, population: b)
      ),
      (
        EmpiricalBayes.local(events: events, population: people, weights: weights),
        EmpiricalBayes.local(events: e, population: b, weights: weights.among(kept))
      ),
    ] {
      #expect(kept.map { all[$0] } == part)
      #expect([2, 5, 6].allSatisfy { all[$0].isNaN })
    }
    #expect(EmpiricalBayes.raw(events: [-1, .nan], population: [5, 5]).allSatisfy { $0.isNaN })
  }

  @Test func `a neighbourhood of all is the whole layer`() {
    let events = RandomField.counts(20, seed: 3)
    let people = RandomField.points(20, seed: 4).xs.map { 1 + $0.rounded() }
    let all = SpatialWeights(rows: (0..<20).map { _ in Array(0..<20) })
    let local = EmpiricalBayes.local(events: events, population: people, weights: all)
    let global = EmpiricalBayes.global(events: events, population: people)
    for feature in local.indices { #expect(agree(local[feature], global[feature], 1e-12)) }
  }

  /// esda 2.9.0 of sids2, e = SID74 or SID79, b = BIR74 or BIR79, w = sids2_SIDR79_queen.gal:
  /// `Empirical_Bayes(e, b).r`, `Spatial_Empirical_Bayes(e, b, w).r` with `w.transform = 'b'`,
  /// `assuncao_rate(e, b)`; their sums and sums of squares, then numbers 0, 1, 2, 49 and 99.
  static let sids: [(year: String, global: [Double], local: [Double], standardised: [Double])] = [
    (
      "74",
      [
        0.20684533445542433, 0.0004650014360902492, 0.001697297330855623, 0.0017053776808421805,
        0.0017730870220701838, 0.0011490275658738193, 0.0021443955707693865,
      ],
      [
        0.2090183594311512, 0.0005521235684062001, 0.000992227550851662, 0.0012639029322548028,
        0.000974025974025974, 0.001165098817640459, 0.0029116981412509006,
      ],
      [
        6.476580245242037, 114.1033149911967, -0.6823041890045876, -0.9113281135629153,
        -0.38244816040311114, -1.2465095794507377, 0.20814667136631057,
      ]
    ),
    (
      // Of county 44, where no neighbour has a case, esda has NaN: 0 / 0. It is left out of the sums.
      "79",
      [
        0.20056712619471057, 0.0004127283415357275, 0.0016249245831466222, 0.002262706949986792,
        0.001862024833921629, 0.001607027244629601, 0.0020628319460746715,
      ],
      [
        0.1993534716155197, 0.00043379615426412065, 0.0007436019149737767, 0.0022916665194939144,
        0.0015341657082221947, 0.0014041754059542799, 0.0022732339635570557,
      ],
      [
        7.662370248112033, 101.65323537400909, -1.4887569080988317, 1.7850726830252441,
        -0.34422805765461834, -0.9295288535593936, 0.27238845926781174,
      ]
    ),
  ]

  @Test(ReferenceDataTests.whenThere, arguments: [0, 1])
  func `rates are those of esda`(which: Int) throws {
    let (year, global, local, standardised) = Self.sids[which]
    let (events, people) = try Self.counts("sids2.shp", "SID" + year, "BIR" + year)
    let weights = try ExpectedStatistics.weights("sids2_SIDR79_queen")
    for (found, wanted) in [
      (EmpiricalBayes.global(events: events, population: people), global),
      (EmpiricalBayes.local(events: events, population: people, weights: weights), local),
      (EmpiricalBayes.standardised(events: events, population: people), standardised),
    ] {
      let sums = [found.reduce(0, +), found.reduce(0) { $0 + $1 * $1 }]
      for (mine, theirs) in zip(sums + [0, 1, 2, 49, 99].map { found[$0] }, wanted) {
        #expect(abs(mine - theirs) <= 1e-12 * abs(theirs), "\(year): \(mine), \(theirs)")
      }
    }
    if year == "79" {
      #expect(
        EmpiricalBayes.local(events: events, population: people, weights: weights)[44] == 0)
    }
  }

  /// esda 2.9.0: `Moran_Rate(e, b, w, permutations=0)`, its I and z_rand, of the same.
  @Test(ReferenceDataTests.whenThere)
  func `Moran's I of standardised rates is that of esda`() throws {
    let weights = try ExpectedStatistics.weights("sids2_SIDR79_queen").standardised(.row)
    for (year, i, z) in [
      ("74", 0.24874621426351118, 4.066151835271524), ("79", 0.1387882270465307, 2.299586243119015),
    ] {
      let (events, people) = try Self.counts("sids2.shp", "SID" + year, "BIR" + year)
      let rates = EmpiricalBayes.standardised(events: events, population: people)
      let found = Moran.statistic(rates.span, weights: weights)
      #expect(agree(found.statistic, i, 1e-12) && agree(found.z, z, 1e-12))
    }
  }

  /// esda 2.9.0: `Empirical_Bayes(Cases, POP8).r` and `assuncao_rate(Cases, POP8)` of NY8.
  ///
  /// Sum, sum of squares, numbers 0, 100 and 280. Cases are fractional.
  @Test(ReferenceDataTests.whenThere)
  func `rates of fractional cases are those of esda`() throws {
    let (events, people) = try Self.counts("NY8_utm18.gpkg", "Cases", "POP8")
    for (found, wanted) in [
      (
        EmpiricalBayes.global(events: events, population: people),
        [
          0.15804824059540862, 9.59315008446012e-05, 0.0006634298325718745, 0.0004710667178968676,
          0.0006571617544876209,
        ]
      ),
      (
        EmpiricalBayes.standardised(events: events, population: people),
        [
          9.474637280885254, 290.45915491251515, 0.6388941329643405, -0.5131316854752017,
          0.7343259362967942,
        ]
      ),
    ] {
      let sums = [found.reduce(0, +), found.reduce(0) { $0 + $1 * $1 }]
      for (mine, theirs) in zip(sums + [0, 100, 280].map { found[$0] }, wanted) {
        #expect(abs(mine - theirs) <= 1e-11 * abs(theirs), "\(mine), \(theirs)")
      }
    }
  }

  private static func counts(
    _ file: String, _ events: String, _ population: String
  ) throws -> (events: [Double], population: [Double]) {
    var reader = try VectorReader(path: ExpectedStatistics.path("inputs/" + file))
    let columns = try [events, population].map { name in
      try #require(reader.fields.firstIndex { $0.name == name })
    }
    var rows: [[Double]] = []
    while let feature = try reader.next() {
      rows.append(
        columns.map { column in
          switch feature.values[column] {
          case .real(let number): number
          case .integer(let number): Double(number)
          default: .nan
          }
        })
    }
    return (rows.map { $0[0] }, rows.map { $0[1] })
  }
}
