/// How latent factors make a site violate: several causes, any of which suffices (noisy or).
///
/// The form, 1 - (1 - h1)(1 - h2)(1 - h3) with polynomial hazards, and all its numbers are its own.
/// Targeting adds weights of evidence to log-odds; it sees neither these factors nor these numbers,
/// so a good score has to be earned from evidence.
struct ViolationModel: Sendable {
  /// Multiplies every hazard; set so that past visits meet the known hit rate.
  var scale: Double

  /// The chance that a site violates during the campaign.
  func probability(_ factors: LatentFactors) -> Double {
    let neglect = 1 - factors.diligence
    let wilful = 1.87 * neglect * neglect * neglect * (1 - 0.56 * factors.watch)
    let technical = 0.83 * factors.wear * factors.wear
    let nightly = factors.runsAtNight ? 0.24 * (1 - factors.watch) : 0
    let spared = [wilful, technical, nightly].reduce(1.0) { spared, hazard in
      spared * (1 - min(0.97, scale * hazard * factors.exposure))
    }
    return 1 - spared
  }

  /// The model under which the mean chance over some sites is a given rate (by bisection).
  static func calibrated(to rate: Double, over sites: [LatentFactors]) -> ViolationModel {
    var low = 0.0
    var high = 8.0
    for _ in 0..<40 {
      let model = ViolationModel(scale: (low + high) / 2)
      let sum = sites.reduce(0) { $0 + model.probability($1) }
      if sum < rate * Double(sites.count) { low = model.scale } else { high = model.scale }
    }
    return ViolationModel(scale: (low + high) / 2)
  }
}
