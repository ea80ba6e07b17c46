import Foundation
import Publishing

/// What a demo is made from: the same recipe gives the same demo.
struct DemoRecipe: Sendable, Hashable, Codable {
  /// Seed of everything invented.
  var seed: UInt64
  /// Share of the 39 cities.
  var scale: Double
}
