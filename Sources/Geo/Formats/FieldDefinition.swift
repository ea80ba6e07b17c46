import CGDAL

/// What a field holds.
public enum FieldType: String, Sendable, CaseIterable {
  /// Text; also lists, their items joined by ";", and times of day.
  case text
  /// A whole number of up to 64 bits.
  case integer
  /// A floating-point number.
  case real
  /// True or false, as the integers 1 and 0.
  case boolean
  /// A date, as the text "2018-11-23".
  case date
  /// A date and time, as the text "2018-11-23T08:00:00", with "Z" or "+08:00" if the zone is known.
  case dateTime
}

/// A column of a layer.
public struct FieldDefinition: Sendable, Hashable {
  /// The heading.
  public var name: String
  /// What it holds.
  public var type: FieldType

  /// Makes a column.
  public init(_ name: String, _ type: FieldType) {
    self.name = name
    self.type = type
  }
}

extension FieldType {
  /// The type of GDAL's field.
  init(_ definition: OGRFieldDefnH) {
    switch OGR_Fld_GetType(definition) {
    case OFTInteger:
      self = OGR_Fld_GetSubType(definition) == OFSTBoolean ? .boolean : .integer
    case OFTInteger64: self = .integer
    case OFTReal: self = .real
    case OFTDate: self = .date
    case OFTDateTime: self = .dateTime
    default: self = .text
    }
  }

  /// GDAL's type for a field of this one.
  var ogrType: OGRFieldType {
    switch self {
    case .text: OFTString
    case .integer: OFTInteger64
    case .real: OFTReal
    case .boolean: OFTInteger
    case .date: OFTDate
    case .dateTime: OFTDateTime
    }
  }
}
