import CampaignData
import Geo
import Publishing

/// The map as one picture, drawn by the server, for where the map library is not installed.
struct DrawnMap {
  let catalogue: LayerCatalogue
  let viewer: Viewer
  let today: CalendarDate

  /// A page with the picture and how to get the map that moves.
  func page(_ language: Language) -> String {
    let hint = language.pick(
      zh: "运行 hotspot assets install 后，此处为可缩放的地图。",
      en: "Run `hotspot assets install` to have a map here that moves and zooms.")
    let title = language.pick(zh: "热点网格督查地图", en: "Hotspot map")
    return """
      <!doctype html>
      <html lang="\(language == .zh ? "zh-CN" : "en")"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title><link rel="icon" href="/page/icon.svg">
      <link rel="stylesheet" href="/page/page.css"></head>
      <body class="drawn"><header><h1>\(title)</h1></header>
      <p class="hint">\(hint)</p><main><img src="/map.svg" alt="\(title)"></main></body></html>

      """
  }

  /// Hot cells within counties, with the stops of the last released day that the viewer may see.
  func picture(_ language: Language) throws -> String {
    let style = MapStyle.served("cells") ?? MapStyle.hotspots(column: "class")
    var picture = MapPicture(
      title: language.pick(zh: "热点网格", en: "Hot cells"), style: style, language: language)
    var plane = try Transformer(from: .wgs84, to: .albersChina)
    if let view = catalogue.view("cells", for: viewer, today: today),
      let hot = view.layer.field("hot")
    {
      for row in 0..<view.layer.count where view.shows(row) {
        guard let geometry = view.layer.geometries[row] else { continue }
        picture.append(try plane.transform(geometry), value: view.value(row, hot))
      }
    }
    return picture.svg
  }
}
