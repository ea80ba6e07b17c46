/// How a report's page looks: by day, at night and on paper.
enum ReportStyle {
  /// The style sheet.
  static var sheet: String {
    """
    :root{color-scheme:light dark;--paper:#fff;--soft:#f6f8fa;--line:#d8dee4;--link:#0b5cad;\
    --warn:#fff4d6;\(inks(\.onPaper))}
    @media (prefers-color-scheme:dark){:root{--paper:#12161a;--soft:#1a2026;--line:#323a43;\
    --link:#6db1f2;--warn:#3a2f10;\(inks(\.onScreenAtNight))}}
    @media print{:root{--paper:#fff;--soft:#fff;--line:#b8c0c8;--link:#1b1f23;--warn:#fff;\
    \(inks(\.onPaper))}}
    \(shapes)
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--text);font:15px/1.6 system-ui,-apple-system,\
    "Segoe UI",Roboto,"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",\
    sans-serif}
    main{max-width:860px;margin:0 auto;padding:28px 20px 48px}
    h1{font-size:27px;line-height:1.25;margin:0 0 6px}
    h2{font-size:20px;margin:44px 0 10px;padding-top:14px;border-top:1px solid var(--line)}
    h3{font-size:16px;margin:20px 0 4px}
    p{margin:8px 0;max-width:72ch}
    .subtitle,.note,figcaption span,footer{color:var(--muted)}
    .note{font-size:13.5px}
    .warning{background:var(--warn);border-left:4px solid var(--second);padding:8px 12px}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:10px;\
    margin:20px 0}
    .figures div{background:var(--soft);border:1px solid var(--line);border-radius:6px;\
    padding:10px 14px}
    .figures dt{font-size:13px;color:var(--muted)}
    .figures dd{margin:0}
    .figures .value{font-size:27px;line-height:1.25;font-weight:600;\
    font-variant-numeric:tabular-nums}
    .figures .detail{font-size:12.5px;color:var(--muted)}
    nav{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:14px}
    a{color:var(--link)}
    .wide{overflow-x:auto;margin:14px 0}
    table{border-collapse:collapse;font-size:13.5px;min-width:min(100%,420px)}
    caption{text-align:left;font-weight:600;padding:4px 0}
    th,td{padding:3px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    th{font-weight:600;border-bottom:2px solid var(--axis);vertical-align:bottom}
    td{white-space:nowrap}
    .n{text-align:right;font-variant-numeric:tabular-nums}
    tbody tr:nth-child(even){background:var(--soft)}
    figure{margin:22px 0}
    figcaption{font-weight:600;margin-bottom:6px}
    figcaption span{display:block;font-weight:400;font-size:13px}
    svg{display:block;max-width:100%;height:auto}
    svg polyline{fill:none;stroke-linejoin:round}
    details{font-size:13px;margin-top:4px}
    summary{cursor:pointer;color:var(--link)}
    footer{margin-top:40px;font-size:13px}
    @page{size:A4;margin:16mm 15mm}
    @media print{body{font-size:10.5pt}main{padding:0;max-width:none}nav,details{display:none}\
    h2,h3{break-after:avoid}\
    article{break-before:page}h3{margin-top:10px}figure,.figures div,tr{break-inside:avoid}thead{display:table-header-group}\
    .figures{grid-template-columns:repeat(4,1fr)}.wide{overflow:visible}\
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """
  }

  /// The style of a chart that stands alone, by day and at night; its colours stand as they are, since
  /// not every program that shows pictures knows variables.
  static var chartSheet: String {
    """
    .paper{fill:#fff}
    polyline{fill:none;stroke-linejoin:round}
    \(colours(\.onPaper))
    @media (prefers-color-scheme:dark){.paper{fill:#12161a}
    \(colours(\.onScreenAtNight))}
    """
  }

  private static func colours(_ colour: (ChartInk) -> UInt32) -> String {
    ChartInk.allCases.map { ink in
      let value = MapColour(colour(ink)).hexadecimal
      return ".f-\(ink.rawValue){fill:\(value)}.s-\(ink.rawValue){stroke:\(value)}"
    }.joined(separator: "\n")
  }

  private static func inks(_ colour: (ChartInk) -> UInt32) -> String {
    ChartInk.allCases.map { "--\($0.rawValue):\(MapColour(colour($0)).hexadecimal)" }
      .joined(separator: ";")
  }

  private static var shapes: String {
    ChartInk.allCases.map { ink in
      ".f-\(ink.rawValue){fill:var(--\(ink.rawValue))}.s-\(ink.rawValue){stroke:var(--\(ink.rawValue))}"
    }.joined(separator: "\n")
  }
}
