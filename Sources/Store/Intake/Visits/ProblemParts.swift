internal import CampaignData
internal import Geo
internal import Inspection

/// Takes rows apart that name several problems in one field, so that each word is read by its
/// vocabulary: `扬尘；散煤` with `一般；严重` becomes two rows of the same number.
struct ProblemParts {
  private let fields: [Int]
  private let type: Int?
  private let vocabulary = CampaignData.vocabulary(named: "problem_type")

  init(_ match: HeadingMatch) {
    type = match.field(of: "type")
    fields = ["type", "severity", "topic"].compactMap { match.field(of: $0) }
  }

  /// The rows, those with several problems once for each.
  func apart(_ rows: [SourceRow]) -> [SourceRow] {
    guard let type else { return rows }
    var result: [SourceRow] = []
    result.reserveCapacity(rows.count)
    for row in rows {
      let words = parts(row.values[type])
      guard words.count > 1 else {
        result.append(row)
        continue
      }
      for place in words.indices { result.append(part(place, of: words.count, row)) }
    }
    return result
  }

  /// One problem of several.
  ///
  /// A word that stands alone is for all of them; of fields with another
  /// number of words nobody can say which belongs to which, so they stay whole and are refused.
  private func part(_ place: Int, of count: Int, _ row: SourceRow) -> SourceRow {
    var values = row.values
    for field in fields {
      let words = parts(values[field])
      if words.count == count { values[field] = .text(words[place]) }
    }
    return SourceRow(number: row.number, values: values, geometry: row.geometry)
  }

  private func parts(_ value: FieldValue) -> [String] {
    guard case .text(let text) = value,
      text.utf8.contains(where: { $0 > 127 || $0 == 59 || $0 == 124 || $0 == 10 }),
      vocabulary?.key(for: text) == nil
    else { return [] }
    return text.split { ";；|、\n".contains($0) }.map { PlainText.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }
}
