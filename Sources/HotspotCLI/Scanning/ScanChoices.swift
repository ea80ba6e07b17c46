public import ArgumentParser
public import Geo

extension ScanModel: ExpressibleByArgument {}

extension ScanDirection: ExpressibleByArgument {}

/// Which outlines of windows to try.
enum ScanShapeChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
  case circle
  case ellipse

  var shapes: [ScanShape] { self == .circle ? [.circle] : ScanShape.ellipses }
}
