import CXLSXWriter
import CampaignData

/// How cells look; the formats belong to their workbook and live as long.
struct CellFormats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  private let headings: [WorkbookColumn.Role: Format]
  private let cells: [WorkbookColumn.Format: Format]

  /// Makes the formats of a workbook.
  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    func make(_ shape: (Format) -> Void) -> Format? {
      guard let format = workbook_add_format(workbook) else { return nil }
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      shape(format)
      return format
    }
    var headings: [WorkbookColumn.Role: Format] = [:]
    for (role, colour) in Self.colours {
      headings[role] = make { format in
        format_set_bold(format)
        format_set_text_wrap(format)
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_bg_color(format, colour)
      }
    }
    var cells: [WorkbookColumn.Format: Format] = [:]
    for (kind, pattern) in Self.patterns {
      cells[kind] = make { format in
        if let pattern { format_set_num_format(format, pattern) }
        if kind == .long { format_set_text_wrap(format) }
        guard kind == .link else { return }
        format_set_font_color(format, 0x05_63C1)
        format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      }
    }
    self.headings = headings
    self.cells = cells
  }

  /// The look of a heading; columns to fill in are told by their colour.
  func heading(_ role: WorkbookColumn.Role) -> Format? { headings[role] }

  /// The look of a value.
  func cell(_ format: WorkbookColumn.Format) -> Format? { cells[format] }

  private static let colours: [(WorkbookColumn.Role, lxw_color_t)] = [
    (.plan, 0xDD_EBF7), (.result, 0xFF_F2CC), (.edit, 0xE2_EFDA), (.id, 0xED_EDED),
  ]

  /// Text has the format of text, so that codes typed in keep their zeros.
  private static let patterns: [(WorkbookColumn.Format, String?)] = [
    (.text, "@"), (.long, "@"), (.integer, "0"), (.decimal, "0.0"), (.chance, "0.00"),
    (.date, "yyyy-mm-dd"), (.moment, "yyyy-mm-dd hh:mm"), (.link, nil),
  ]
}
