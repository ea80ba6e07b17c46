import Atomics
import CampaignData

/// Everything that is served, as of a moment: read once, never changed, replaced as a whole.
final class LayerCatalogue: Sendable, AtomicReference {
  /// What was known by this moment is in it.
  let asOf: Moment
  /// The layers, in the order in which they are listed.
  let layers: [ServedLayer]
  /// The days with released stops, ascending: where a slider goes.
  let days: [CalendarDate]
  /// The rounds with released stops or visits, ascending.
  let rounds: [Int]
  /// The round that coverage is of.
  let round: Int?
  /// When the next sealed day is released; nil: none waits.
  let nextRelease: Moment?
  /// Whether some township's border is synthetic, which pages say.
  let isSynthetic: Bool

  private let places: [String: Int]

  init(
    asOf: Moment, layers: [ServedLayer], days: [CalendarDate] = [], rounds: [Int] = [],
    round: Int? = nil, nextRelease: Moment? = nil, isSynthetic: Bool = false
  ) {
    self.asOf = asOf
    self.layers = layers
    self.days = days
    self.rounds = rounds
    self.round = round
    self.nextRelease = nextRelease
    self.isSynthetic = isSynthetic
    places = Dictionary(
      layers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The layer of an identifier.
  subscript(id: String) -> ServedLayer? { places[id].map { layers[$0] } }

  /// A layer as a viewer may see it; nil if there is none, or none for them, which looks the same.
  func view(_ id: String, for viewer: Viewer, today: CalendarDate) -> LayerView? {
    self[id].flatMap { LayerView($0, for: viewer, today: today) }
  }

  /// The layers that a viewer may see.
  func views(for viewer: Viewer, today: CalendarDate) -> [LayerView] {
    layers.compactMap { LayerView($0, for: viewer, today: today) }
  }
}
