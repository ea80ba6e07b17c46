import Geo

/// What density to compute, and where to.
struct DensityPlan {
  /// The points.
  let source: PointSource
  /// The plane asked for.
  let crs: CoordinateSystem?
  /// The file to write.
  let target: TargetFile
  let bandwidth: BandwidthChoice
  /// Side of a cell in metres.
  let cell: Double
  let kernel: DensityKernel
  /// The column of weights.
  let weight: String?
  /// A file of places asked for, instead of a map.
  let at: String?
  /// The days that the points are of.
  let days: Double?
  /// A file of polygons.
  let studyArea: String?
  /// A file of points to divide by.
  let per: String?
  /// The column of their weights.
  let perWeight: String?
  /// What a picture says about itself.
  let words: PictureWords

  /// What the result counts by; ratios have no unit.
  var unit: DensityUnit {
    days.map { .perSquareKilometreAndDay(days: $0) } ?? .perSquareKilometre
  }

  /// How the output is called in the account.
  var unitName: String { per == nil ? unit.name : "ratio" }

  /// How the files of `at` and `per` are read: by their headings.
  func further(_ path: String) -> PointSource { PointSource(path: path) }
}
