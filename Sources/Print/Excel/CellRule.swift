import CXLSXWriter
import CampaignData
import Publishing

/// What may be typed into the cells of a column.
enum CellRule {
  /// One of the cells of a named range.
  case word(ofRange: String)
  /// The same, but another word is kept after a warning.
  case wordOrOther(ofRange: String)
  /// A moment from one day to another, the last one included.
  case moment(CalendarDate, CalendarDate)
  /// A whole number.
  case whole(ClosedRange<Int>)
}

extension SheetWriter {
  /// Holds the cells of a column, below its heading, to a rule.
  func hold(_ column: Int, rows: Int, to rule: CellRule, language: Language) {
    var cells = lxw_data_validation()
    cells.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    cells.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    var formula = ""
    var message: String
    switch rule {
    case .word(let range), .wordOrOther(let range):
      cells.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      formula = "=" + range
      message = language.pick(zh: "请从列表中选择", en: "Choose from the list")
      if case .wordOrOther = rule {
        cells.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        message = language.pick(
          zh: "不在列表中；确要保留此写法吗", en: "Not in the list; keep it all the same")
      }
    case .moment(let first, let last):
      cells.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      cells.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      cells.minimum_datetime = Self.midnight(first)
      cells.maximum_datetime = Self.midnight(last + 1)
      message = language.pick(
        zh: "请填日期和时间，如 \(first) 10:30", en: "A day and a time, as in \(first) 10:30")
    case .whole(let range):
      cells.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      cells.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      cells.minimum_number = Double(range.lowerBound)
      cells.maximum_number = Double(range.upperBound)
      message = language.pick(
        zh: "请填 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        en: "A whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    formula.withCString { formula in
      message.withCString { message in
        if cells.validate == UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue) {
          cells.value_formula = UnsafeMutablePointer(mutating: formula)
        }
        cells.error_message = UnsafeMutablePointer(mutating: message)
        _ = worksheet_data_validation_range(
          sheet, 1, UInt16(column), UInt32(max(1, rows)), UInt16(column), &cells)
      }
    }
  }

  private static func midnight(_ date: CalendarDate) -> lxw_datetime {
    let (year, month, day) = date.parts
    return lxw_datetime(
      year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
  }
}
