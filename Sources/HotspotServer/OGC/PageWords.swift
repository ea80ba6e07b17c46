/// The words of the pages that people read in a browser, in one place.
enum PageWords {
  static let title = Wording(zh: "热点网格督查数据", en: "Hotspot inspection data")
  static let about = Wording(
    zh: "本工作区的各图层，遵循 OGC API - Features；GIS 无需插件即可连接。",
    en: "The layers of this workspace by OGC API - Features: a GIS connects with no plug-in.")
  static let synthetic = Wording(
    zh: "乡镇边界和数据为合成示例。", en: "Borders and data here are synthetic.")
  static let collections = Wording(zh: "图层", en: "Layers")
  static let conformance = Wording(zh: "符合的规范类", en: "Conformance")
  static let api = Wording(zh: "接口说明", en: "API definition")
  static let items = Wording(zh: "要素", en: "Features")
  static let home = Wording(zh: "首页", en: "Home")
  static let map = Wording(zh: "地图", en: "Map")
  static let next = Wording(zh: "下一页", en: "Next page")
  static let previous = Wording(zh: "上一页", en: "Previous page")
  static let number = Wording(zh: "编号", en: "ID")
  static let count = Wording(zh: "要素数", en: "Features")
  static let geometry = Wording(zh: "几何", en: "Geometry")
  static let shown = Wording(zh: "显示", en: "Shown")
  static let of = Wording(zh: "共", en: "of")
  static let parameters = Wording(zh: "参数", en: "Parameters")
  static let address = Wording(zh: "地址", en: "Address")
  static let thisDocument = Wording(zh: "本文档", en: "This document")
  static let asHTML = Wording(zh: "网页形式", en: "This document as a page")
  static let asJSON = Wording(zh: "JSON 形式", en: "This document as JSON")
}
