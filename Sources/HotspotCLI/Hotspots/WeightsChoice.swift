import ArgumentParser
import Geo

/// What makes features neighbours, as named on the command line.
enum WeightsChoice: Sendable, Hashable, ExpressibleByArgument {
  case shared(SpatialWeights.Contiguity)
  case band(metres: Double)
  case nearest(Int)
  case kernel(SpatialWeights.Kernel, metres: Double)
  case file(String, WeightsText.Format)

  /// Reads `queen`, `rook`, `band:3000`, `knn:8`, `kernel:3000`, `kernel:3000:gaussian` or the path
  /// of a .gal or .gwt file.
  init?(argument: String) {
    if let contiguity = SpatialWeights.Contiguity(rawValue: argument.lowercased()) {
      self = .shared(contiguity)
      return
    }
    if let format = WeightsText.Format(path: argument) {
      self = .file(argument, format)
      return
    }
    let words = argument.lowercased().split(separator: ":").map(String.init)
    guard words.count >= 2, let size = Double(words[1]), size > 0, size.isFinite else {
      return nil
    }
    switch (words[0], words.count) {
    case ("band", 2): self = .band(metres: size)
    case ("knn", 2):
      guard let k = Int(words[1]) else { return nil }
      self = .nearest(k)
    case ("kernel", 2): self = .kernel(.quartic, metres: size)
    case ("kernel", 3):
      guard let kernel = SpatialWeights.Kernel(rawValue: words[2]) else { return nil }
      self = .kernel(kernel, metres: size)
    default: return nil
    }
  }

  static let allValueStrings = [
    "queen", "rook", "band:METRES", "knn:COUNT", "kernel:METRES", "FILE.gal", "FILE.gwt",
  ]
}

extension WeightsText.Format {
  /// The format that a file's ending names; nil for another.
  init?(path: String) {
    guard path.contains("."), let ending = path.split(separator: ".").last else { return nil }
    self.init(rawValue: ending.lowercased())
  }
}
