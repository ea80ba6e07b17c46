internal import Geo

/// Tells whether the positions of a file fit visibly better in another datum than in the one it
/// was said to be in.
///
/// Nothing is ever converted on a guess: the reader is told.
struct DatumFit {
  /// The datum that fits better.
  let likely: Datum
  /// What shows it, for the reader.
  let evidence: String

  private static let hypotheses: [Datum] = [.wgs84, .gcj02, .bd09]
  private static let fewest = 20

  /// Compares the three datums by two measures; nil if none fits visibly better.
  ///
  /// - By distance: how near the positions come to known ones. The median must fall by three
  ///   tenths and by 50 m at least.
  /// - By county: how many lie in the county that their record names or, without names, in any.
  ///   Positions that only one datum puts right are counted; the difference must exceed three
  ///   standard errors (McNemar 1947), ten positions and three quarters of the disagreements.
  init?(
    _ sample: DatumSample, declared: Datum, references: ReferencePoints?, counties: CountyLocator?
  ) {
    guard sample.points.count >= Self.fewest else { return nil }
    if let references, let found = Self.byDistance(sample, declared, references) {
      self = found
    } else if let counties, let found = Self.byCounty(sample, declared, counties) {
      self = found
    } else {
      return nil
    }
  }

  private init(likely: Datum, evidence: String) {
    self.likely = likely
    self.evidence = evidence
  }

  private static func byDistance(
    _ sample: DatumSample, _ declared: Datum, _ references: ReferencePoints
  ) -> DatumFit? {
    let given = sample.points.map(\.given)
    let now = references.medianDistance(from: given.map(declared.toWGS84))
    var best: (datum: Datum, distance: Double)?
    for datum in hypotheses where !isSame(datum, declared) {
      let distance = references.medianDistance(from: given.map(datum.toWGS84))
      if distance < best?.distance ?? .infinity { best = (datum, distance) }
    }
    guard let best, best.distance <= 0.7 * now, now - best.distance >= 50 else { return nil }
    return DatumFit(
      likely: best.datum,
      evidence: "the median distance to \(references.name) falls from \(Int(now.rounded())) m to "
        + "\(Int(best.distance.rounded())) m")
  }

  private static func byCounty(
    _ sample: DatumSample, _ declared: Datum, _ counties: CountyLocator
  ) -> DatumFit? {
    let named = sample.points.filter { $0.county != nil }
    let points = named.count >= fewest ? named : sample.points
    let now = isRight(points, declared, counties)
    var best: (datum: Datum, gained: Int, lost: Int)?
    for datum in hypotheses where !isSame(datum, declared) {
      let then = isRight(points, datum, counties)
      let gained = zip(now, then).count { !$0 && $1 }
      let lost = zip(now, then).count { $0 && !$1 }
      if gained - lost > (best.map { $0.gained - $0.lost } ?? 0) { best = (datum, gained, lost) }
    }
    guard let best else { return nil }
    let difference = Double(best.gained - best.lost)
    guard difference > 3 * Double(best.gained + best.lost).squareRoot(), difference >= 10,
      best.gained >= 3 * best.lost
    else { return nil }
    let before = now.count(where: \.self)
    return DatumFit(
      likely: best.datum,
      evidence: "of \(points.count) positions \(before + best.gained - best.lost) instead of "
        + "\(before) lie in \(named.count >= fewest ? "the county that their record names" : "a county")"
    )
  }

  private static func isRight(
    _ points: [DatumSample.Point], _ datum: Datum, _ counties: CountyLocator
  ) -> [Bool] {
    let located = counties.locate(points.map { datum.toWGS84($0.given) })
    return zip(points, located).map { point, found in
      point.county.map { $0 == found } ?? (found >= 0)
    }
  }

  private static func isSame(_ one: Datum, _ other: Datum) -> Bool {
    one == other || (one == .wgs84 && other == .cgcs2000)
  }
}

extension DatumFit {
  /// The warning for the reader, with what to do.
  func sentence(declared: Datum) -> String {
    "The positions fit visibly better as \(likely.rawValue) than as \(declared.rawValue): "
      + "\(evidence). If so, import again with --datum \(likely.rawValue)."
  }
}
