import ArgumentParser

/// What a list of problems can be given as.
package enum ProblemFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, json, text, html, pdf, xlsx

  /// True for what `hotspot-print` makes.
  package var isPrinted: Bool { self == .pdf || self == .xlsx }

  /// The format asked for, else that of a file's name, else another one.
  package static func chosen(
    _ named: ProblemFormat?, output: String?, otherwise: ProblemFormat
  ) -> ProblemFormat {
    if let named { return named }
    let ending = output.flatMap { $0.split(separator: ".").last }.map(String.init)
    return ending.flatMap { ProblemFormat(rawValue: $0.lowercased()) } ?? otherwise
  }
}
