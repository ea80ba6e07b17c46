import Geo

/// What density to compute, and where to.
struct DensityPlan {
  /// The points.
  let origin: PointOrigin
  /// Which of them count by their day.
  let time: TimeChoice
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
  /// The days that the points are of, if they are given.
  let days: Double?
  /// A file of polygons.
  let studyArea: String?
  /// A file of points to divide by.
  let per: String?
  /// The column of their weights.
  let perWeight: String?
  /// The column of their time.
  let perTime: String?
  /// Contours instead of cells.
  let contours: ContourChoice?
  /// What a picture says about itself.
  let words: PictureWords

  /// The days that a density per day is for: those given, else those of the window.
  func days(of period: PointPeriod?) -> Double? {
    days ?? period.flatMap { $0.isWindow && per == nil ? $0.days : nil }
  }

  /// What the result counts by; ratios have no unit.
  func unit(days: Double?) -> DensityUnit {
    days.map { .perSquareKilometreAndDay(days: $0) } ?? .perSquareKilometre
  }

  /// How the files of `at` and `per` are read: by their headings.
  func further(_ path: String) -> PointSource { PointSource(path: path) }
}
