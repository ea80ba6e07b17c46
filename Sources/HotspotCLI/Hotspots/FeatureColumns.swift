import Geo

/// Columns that the features of a layer get.
protocol FeatureColumns: Sendable {
  /// Their headings and types.
  var fields: [FieldDefinition] { get }

  /// The values of a feature.
  func values(_ feature: Int) -> [FieldValue]
}

extension HotspotsColumns: FeatureColumns {}

extension FeatureColumns {
  /// Columns renamed so that none is there already, whatever the case of letters.
  static func distinct(
    _ made: [FieldDefinition], besides taken: [FieldDefinition]
  ) -> [FieldDefinition] {
    var used = Set(taken.map { $0.name.lowercased() })
    return made.map { definition in
      var field = definition
      var number = 2
      while !used.insert(field.name.lowercased()).inserted {
        field.name = "\(definition.name)_\(number)"
        number += 1
      }
      return field
    }
  }
}
