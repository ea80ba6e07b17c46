import Geo
import Inspection
import Terminal

/// A table of past inspections, read whole: dated rows with an outcome, in order of time.
struct InspectionTable {
  let table: OutcomeTable
  /// Which rows are test rows, by index in the table.
  let isTest: [Bool]
  /// How many rows the file has.
  let rowsRead: Int
  /// The row of the file, from 1, of each row of the table.
  let fileRows: [Int]

  /// What was read in one pass over the file.
  private struct Pass {
    var rows = 0
    var dates = InspectionDates()
    var outcomes: InspectionOutcomes
    var tests = InspectionOutcomes(hit: nil)
    var features: [PredictorColumn]
    var inspector: PredictorColumn?
  }

  init(
    reading path: String, layer: String?, encoding: String?, names: InspectionColumns.Names,
    hit: String?, record: inout AnalysisRecord
  ) throws {
    var categories = Set(names.categories)
    var reader = try VectorReader(path: path, layer: layer, encoding: encoding)
    let columns = try InspectionColumns(names, in: reader.fields, file: path)
    var pass = try Self.read(&reader, columns, categories, hit)
    let texts = pass.features.filter(\.mustBeCategory).map(\.name)
    if !texts.isEmpty {
      categories.formUnion(texts)
      reader.rewind()
      pass = try Self.read(&reader, columns, categories, hit)
    }
    guard pass.rows > 0 else {
      throw CommandFailure(
        status: .badData, message: "the table has no rows", file: path,
        hint: "Name another layer with -l.")
    }
    try pass.outcomes.check(column: names.outcome, file: path)
    let (days, guess) = try pass.dates.days(column: names.date, file: path)
    record.add(guess, of: names.date)
    let outcomes = pass.outcomes.values
    var kept = (0..<pass.rows).filter { !days[$0].isNaN && !outcomes[$0].isNaN }
    if zip(kept, kept.dropFirst()).contains(where: { days[$0] > days[$1] }) {
      kept.sort { (days[$0], $0) < (days[$1], $1) }
      record.note(
        "order-of-rows", zh: "行不按日期先后：已排序。",
        en: "Rows are not in order of date in the file: sorted by date.")
    }
    rowsRead = pass.rows
    fileRows = kept.map { $0 + 1 }
    table = OutcomeTable(
      predictors: pass.features.map { $0.predictor(keeping: kept) }, times: kept.map { days[$0] },
      outcomes: kept.map { outcomes[$0] }, inspector: pass.inspector?.predictor(keeping: kept))
    let split = TestSplit(columns: columns, file: path)
    isTest = try split.marks(
      pass.tests, kept: kept, days: table.times, record: &record)
    Self.tell(pass, kept: kept.count, names: names, &record)
  }

  private static func read(
    _ reader: inout VectorReader, _ columns: InspectionColumns, _ categories: Set<String>,
    _ hit: String?
  ) throws -> Pass {
    var pass = Pass(
      outcomes: InspectionOutcomes(hit: hit),
      features: columns.names.features.map {
        PredictorColumn(name: $0, isCategory: categories.contains($0))
      },
      inspector: columns.names.inspector.map { PredictorColumn(name: $0, isCategory: true) })
    while true {
      try Interruption.check()
      let batch = try reader.nextBatch()
      if batch.isEmpty { return pass }
      for feature in batch {
        pass.rows += 1
        pass.dates.add(feature.values[columns.date])
        pass.outcomes.add(feature.values[columns.outcome])
        if let test = columns.test { pass.tests.addMark(feature.values[test]) }
        for (number, column) in columns.features.enumerated() {
          pass.features[number].add(feature.values[column])
        }
        if let inspector = columns.inspector { pass.inspector?.add(feature.values[inspector]) }
      }
    }
  }

  private static func tell(
    _ pass: Pass, kept: Int, names: InspectionColumns.Names, _ record: inout AnalysisRecord
  ) {
    if kept < pass.rows {
      record.warn(
        "dropped", zh: "\(pass.rows - kept) 行缺日期或结果，未使用。",
        en: "Rows without a date or an outcome, not used: \(pass.rows - kept) of \(pass.rows).")
    }
    if pass.outcomes.counted > 0 {
      record.note(
        "outcome", zh: "\(names.outcome) 是计数：大于 0 即为发现问题。",
        en: "\(names.outcome) is a count: above 0 is a hit.")
    }
    if !pass.outcomes.words.isEmpty {
      let words = pass.outcomes.words.sorted().joined(separator: ", ")
      record.note(
        "words", zh: "\(names.outcome) 的用词按通常含义读取：\(words)；--hit 可另指定。",
        en: "\(names.outcome) is read by its words: \(words). Name another hit with --hit.")
    }
    for column in pass.features where column.isDates {
      record.note(
        "date-feature", zh: "\(column.name) 是日期：按天数作数值。",
        en: "\(column.name) holds dates: taken as numbers of days.")
    }
    for column in pass.features {
      guard let tolerated = column.tolerated else { continue }
      record.warn(
        "text",
        zh:
          "\(column.name)：\(tolerated.count) 个值不是数（第 \(tolerated.row) 行 “\(tolerated.text)”），按缺失处理。",
        en: "\(column.name): values that are no number, taken as missing: \(tolerated.count) "
          + "(row \(tolerated.row): \"\(tolerated.text)\").")
    }
  }
}
