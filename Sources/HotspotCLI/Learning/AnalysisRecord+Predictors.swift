import Inspection

extension AnalysisRecord {
  /// Adds what was done about a predictor.
  mutating func add(_ remark: PredictorRemark) {
    switch remark {
    case .constant(let name):
      warn(
        "constant", zh: "\(name) 在训练行中只有一个值：不用。",
        en: "\(name) has a single value in the training rows: left out.")
    case .missing(let name, let rows):
      note(
        "missing", zh: "\(name)：\(rows) 个训练行缺值，按均值并另加标记处理。",
        en:
          "\(name): training rows without a value, given the mean and a mark of their own: \(rows)."
      )
    case .pooled(let name, let levels, let rows):
      note(
        "pooled", zh: "\(name)：\(levels) 个少见取值（共 \(rows) 行）合为一类。",
        en: "\(name): rare levels taken together: \(levels), in \(rows) rows.")
    case .unseen(let name, let rows):
      note(
        "unseen", zh: "\(name)：\(rows) 个检验行的取值训练行没有，按均值处理。",
        en: "\(name): test rows with a level that no training row has, taken at the mean: \(rows).")
    case .separating(let name):
      warn(
        "separating",
        zh: "\(name) 单独就把训练行的发现与未发现完全分开：多半是检查之后才知道的，请从特征中去掉。",
        en: "\(name) alone tells hits from misses without an error in the training rows: it is "
          + "probably known only after the inspection. Take it out of --features.")
    }
  }

  /// Adds what had to be assumed of a column of dates.
  mutating func add(_ guess: InspectionDates.Guess, of column: String) {
    switch guess {
    case .nothing: return
    case .monthFirst:
      warn(
        "dates", zh: "\(column)：所有日期都可作月/日或日/月读，按月/日/年读。",
        en: "\(column): every date reads as month/day or as day/month; read as month/day/year.")
    case .spreadsheet:
      note(
        "dates", zh: "\(column) 是数：按电子表格的日期序号读（1899-12-30 起的天数）。",
        en: "\(column) holds numbers: read as a spreadsheet's dates, days since 1899-12-30.")
    case .seconds:
      note(
        "dates", zh: "\(column) 是数：按 1970-01-01（UTC）起的秒数或毫秒数读。",
        en: "\(column) holds numbers: read as seconds or thousandths since 1970-01-01 UTC.")
    }
  }

  /// Adds how a model's penalties were chosen and whether it is sound.
  mutating func add(_ model: OutcomeModel) {
    let choice = model.choice
    let shape = choice.bends
    if choice.trials.isEmpty {
      warn(
        "penalty", zh: "训练行太少，无法按时间先后检验：岭参数取默认 \(choice.ridge)。",
        en: "Too few training rows to choose by validation in order of time: the ridge is the "
          + "default, \(choice.ridge).")
    } else {
      note(
        "penalty",
        zh: "按时间先后 \(choice.folds) 折检验 \(choice.trials.count) 个模型，选岭参数 \(choice.ridge)"
          + (shape ? "，数值带折线。" : "，数值为线性。"),
        en: "Of \(choice.trials.count) models, by \(choice.folds) folds in order of time: ridge "
          + "\(choice.ridge), numbers \(shape ? "with bends" : "straight").")
    }
    if let inspectors = model.inspectors {
      note(
        "inspector",
        zh: "检查者 \(inspectors.members.count) 类，效应单独惩罚（\(choice.inspectorRidge)），"
          + "在拟合内、不在预测内。",
        en: "Inspectors: \(inspectors.members.count), an effect of their own (penalty "
          + "\(choice.inspectorRidge)), in the fit and out of the prediction.")
    }
    if model.fit.isSeparated {
      warn(
        "separated", zh: "各特征合起来把训练行完全分开：系数只由岭惩罚约束。",
        en: "Together the features tell the training rows apart without an error: only the ridge "
          + "holds the coefficients.")
    }
    if !model.fit.hasConverged {
      warn("convergence", zh: "拟合未收敛。", en: "The fit has not converged.")
    }
  }
}
