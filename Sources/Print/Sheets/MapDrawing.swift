import Geo
import Publishing

/// Draws a map of teams' days in a box of a page.
struct MapDrawing {
  let map: SheetMap
  /// Where the map lies; as large as the map.
  let box: PageBox
  let ink: SheetInk
  /// The radius of a stop's disc.
  let radius: Double
  /// True if the ways follow no roads: they are drawn in dashes.
  let isStraight: Bool

  private static let land = MapColour(0xF7F6F2)
  private static let border = Stroke(MapColour(0x8F8F8F), width: 0.4)
  static let hot = MapColour(0x8A4B08)

  /// Draws everything.
  func draw(on page: borrowing Page, with typesetter: borrowing Typesetter) {
    page.clipped(to: box) { page in
      page.rectangle(box, fill: Fill(MapColour(0xECEFF1)))
      drawGround(on: page)
      for track in map.tracks { drawWay(track, on: page) }
      drawLabels(on: page, with: typesetter)
      // Below bases and stops, so that it hides none.
      MapScale(metresPerPoint: map.metresPerPoint, box: box, ink: ink)
        .draw(on: page, with: typesetter)
      for track in map.tracks { drawBase(track, on: page, with: typesetter) }
      for track in map.tracks { drawMarks(track, on: page, with: typesetter) }
    }
    page.rectangle(box, stroke: Stroke(MapColour(0x555555), width: 0.8))
  }

  private func point(_ place: Coordinate) -> PagePoint {
    PagePoint(box.x + place.x, box.y + place.y)
  }

  private func drawGround(on page: borrowing Page) {
    let tint = map.tracks.count == 1 ? map.tracks.first?.colour : nil
    for area in map.townships {
      let rings = area.rings.map { $0.map(point) }
      page.polygon(rings, fill: Fill(Self.land), stroke: Self.border)
      if area.isMarked {
        page.polygon(rings, fill: Fill(tint ?? MapColour(0x808080), opacity: 0.13))
      }
    }
    for cell in map.cells {
      let rings = cell.rings.map { $0.map(point) }
      if cell.isMarked {
        page.polygon(
          rings, fill: Fill(Self.hot, opacity: 0.14),
          stroke: Stroke(Self.hot, width: 0.7, opacity: 0.8))
      } else {
        page.polygon(rings, stroke: Stroke(MapColour(0x666666), width: 0.5, dashes: [1.5, 2]))
      }
    }
  }

  private func drawWay(_ track: SheetMap.Track, on page: borrowing Page) {
    let way = track.way.map(point)
    guard way.count > 1 else { return }
    page.line(way, Stroke(MapColour(0xFFFFFF), width: radius * 0.42, opacity: 0.8))
    page.line(
      way,
      Stroke(
        track.colour, width: radius * 0.22, dashes: isStraight ? [radius * 0.8, radius * 0.5] : []))
  }

  private func drawLabels(on page: borrowing Page, with typesetter: borrowing Typesetter) {
    let rim = Stroke(MapColour(0xFFFFFF), width: 1.6, opacity: 0.85)
    for label in map.labels {
      let style = ink.format.small.coloured(
        label.isMarked ? MapColour(0x222222) : MapColour(0x6A6A6A))
      ink.centre(
        label.text, style.sized(6.5), on: page, at: point(label.middle), with: typesetter,
        rim: rim)
    }
  }

  private func drawMarks(
    _ track: SheetMap.Track, on page: borrowing Page, with typesetter: borrowing Typesetter
  ) {
    for mark in track.marks where mark.disc != mark.place {
      page.line(
        [point(mark.place), point(mark.disc)], Stroke(track.colour, width: 0.8))
      page.circle(
        point(mark.place), radius: 1.8, fill: Fill(track.colour),
        stroke: Stroke(MapColour(0xFFFFFF), width: 0.5))
    }
    let style = ink.format.name.sized(radius * 1.2).coloured(track.colour.ink)
    for mark in track.marks {
      page.circle(
        point(mark.disc), radius: radius, fill: Fill(track.colour),
        stroke: Stroke(MapColour(0xFFFFFF), width: 1))
      ink.centre(
        String(mark.number), style, on: page, at: point(mark.disc), with: typesetter)
    }
  }

  private func drawBase(
    _ track: SheetMap.Track, on page: borrowing Page, with typesetter: borrowing Typesetter
  ) {
    guard track.base.isFinite else { return }
    let place = point(track.base)
    let white = Stroke(MapColour(0xFFFFFF), width: 1)
    let inner = box.inset(by: 6)
    let shown = PagePoint(
      min(max(place.x, inner.x), inner.right), min(max(place.y, inner.y), inner.bottom))
    let half = radius * 0.62
    page.rectangle(
      PageBox(x: shown.x - half, y: shown.y - half, width: 2 * half, height: 2 * half),
      fill: Fill(map.tracks.count == 1 ? MapColour(0x222222) : track.colour), stroke: white)
    guard map.tracks.count == 1 else { return }
    let (x, y) = (place.x - shown.x, place.y - shown.y)
    let beyond = (x * x + y * y).squareRoot() * map.metresPerPoint
    let text = beyond > 0 ? ink.words.base(beyond: beyond) : ink.words.base
    let layout = typesetter.layout(text, ink.format.small.bold)
    let corner = corner(of: layout, beside: shown, half)
    page.draw(layout, rim: Stroke(MapColour(0xFFFFFF), width: 1.6), at: corner)
  }

  /// Where the base's name stands: below, above or beside it, where no stop hides it.
  private func corner(
    of layout: borrowing TextLayout, beside place: PagePoint, _ half: Double
  ) -> PagePoint {
    let (width, height) = (layout.width, layout.height)
    let left = min(max(place.x - width / 2, box.x + 4), box.right - width - 4)
    let places = [
      PagePoint(left, place.y + half + 1), PagePoint(left, place.y - half - 1 - height),
      PagePoint(place.x + half + 3, place.y - height / 2),
      PagePoint(place.x - half - 3 - width, place.y - height / 2),
    ]
    let discs = map.tracks.flatMap(\.marks).map { mark in
      let middle = point(mark.disc)
      return PageBox(
        x: middle.x - radius, y: middle.y - radius, width: 2 * radius, height: 2 * radius)
    }
    let free = places.first { place in
      let name = PageBox(x: place.x, y: place.y, width: width, height: height)
      return box.contains(name) && !discs.contains(where: name.overlaps)
    }
    return free ?? places[0]
  }
}
