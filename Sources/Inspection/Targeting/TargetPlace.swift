import Geo

/// Where a target comes from, before its chance is known.
struct TargetPlace: Sendable {
  /// What made it a target; each an index into `Facts`.
  enum Origin: Sendable {
    /// A known site.
    case site(Int)
    /// The newest of some complaints with no site near.
    case complaint(Int)
    /// An alerted cell in which nothing at all is known.
    case cell
    /// A township without any other target.
    case township(Int)
    /// A place that somebody added by hand.
    case spot(AddedSpot)
  }

  var origin: Origin
  /// Index of the cell, or -1.
  var cell: Int32

  var kind: TargetKind {
    switch origin {
    case .site: .site
    case .complaint, .cell, .spot: .search
    case .township: .patrol
    }
  }
}

/// A place added by hand: what it is called.
struct AddedSpot: Sendable {
  var id: String
  var note: String
}

/// A target that is not a site, with its place.
struct OpenPlace {
  var place: TargetPlace
  var position: Coordinate
  var township: Int32
}
