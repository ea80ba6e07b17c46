import CampaignData
import Inspection
import Store

extension AnalysisRecord {
  /// Adds why the defaults stay, or how weights were fitted.
  mutating func add(_ calibration: WeightCalibration) {
    switch calibration.refusal {
    case .tooFew(let problems, let others):
      warn(
        "defaults",
        zh: "数据太少（问题 \(problems)，无问题 \(others)）：沿用默认权重，未写文件。",
        en:
          "Too little data (problems: \(problems), visits without: \(others)): the default weights "
          + "stay, and no file is written.")
    case .tooFewDays:
      warn(
        "defaults", zh: "检查集中在太少的日子：沿用默认权重，未写文件。",
        en: "The visits are of too few days to fit on earlier and score on later ones: the default "
          + "weights stay, and no file is written.")
    case .optimisedOnly:
      warn(
        "defaults",
        zh: "全部检查都由计划选定，没有一次是抽取的：从中只能学到计划怎样选，沿用默认权重，未写文件。",
        en:
          "Every visit was chosen by a plan and none was drawn by lot, so a fit would learn how the "
          + "plan chooses: the default weights stay, and no file is written. Visit the random share, "
          + "or add visits of before the plans.")
    case .noGain(let mean, let error):
      warn(
        "defaults",
        zh: "对后来的检查，校准权重并不比默认好（每次增益 \(mean)，标准误 \(error)）：沿用默认，未写文件。",
        en: "On later visits fitted weights are no better than the defaults beyond chance (gain a "
          + "visit \(mean), standard error \(error)): the defaults stay, and no file is written.")
    case nil:
      note(
        "ridge", zh: "岭参数 \(calibration.ridge)，朝默认权重收缩，按时间先后选出。",
        en: "Ridge towards the defaults: \(calibration.ridge), chosen by folds in order of time.")
    }
    for estimate in calibration.estimates
    where estimate.visits >= 20 && estimate.problems == estimate.visits {
      warn(
        "separating",
        zh: "\(estimate.key)：有此证据的 \(estimate.visits) 次检查全部发现问题，只有岭参数约束其权重；"
          + "请核实它在检查之前已知。",
        en:
          "\(estimate.key): every one of the \(estimate.visits) visits with it found a problem, so only "
          + "the ridge holds its weight. Check that it was known before the visits.")
    }
    if let teams = calibration.teams {
      let deviation = (teams.deviation * 1000).rounded() / 1000
      note(
        "teams",
        zh: "督查组 \(teams.members.count) 个，效应标准差 \(deviation)：在拟合内、不在权重内。",
        en:
          "Teams: \(teams.members.count), deviation of their effects \(deviation) in log-odds: "
          + "in the fit, out of the weights.")
    }
  }

  /// Adds what is known of how visits were chosen.
  mutating func add(_ choices: [String: VisitChoice], visits: Int) {
    let drawn = choices.values.count { $0.inclusionProbability != nil }
    if choices.isEmpty {
      warn(
        "selection",
        zh: "检查如何选定没有记录（visits.stop_id）：拟合以证据为条件，只对按同样证据的选择有效。",
        en:
          "How visits were chosen is not on record (visits.stop_id): the fit is conditional on the "
          + "evidence, which covers choices made by it and no others.")
    } else {
      note(
        "selection",
        zh: "\(choices.count)/\(visits) 次检查知其选取方式（作为效应拟合，不入权重），"
          + "其中 \(drawn) 次为抽取，按入样概率倒数加权。",
        en: "Visits whose basis is on record, an effect in the fit and out of the weights: "
          + "\(choices.count) of \(visits); drawn ones, weighted by one over their probability: "
          + "\(drawn).")
    }
  }

  /// Adds how many sites were drawn by lot, and how many of them were visited.
  mutating func add(draws: Int, known: [DrawnVisit]) {
    guard draws > 0 else {
      note(
        "survey", zh: "没有抽取记录：无法估计全部点位中有多少违规。",
        en: "No draw by lot is on record: how many of all sites violate cannot be estimated.")
      return
    }
    let missing = known.count { $0.isHit == nil }
    note(
      "survey", zh: "抽取 \(known.count) 个点位，未到访 \(missing) 个：作为无应答计数，不替换。",
      en:
        "Sites drawn by lot: \(known.count); not visited: \(missing), counted as non-response and "
        + "taken as missing at random.")
    if known.count < draws {
      warn(
        "survey-unknown", zh: "\(draws - known.count) 个抽取点位抽取时尚不在库中，未用。",
        en: "Sites drawn that were not on record then, left out: \(draws - known.count).")
    }
    if missing * 5 > known.count {
      warn(
        "survey-missing", zh: "五分之一以上的抽取点位未到访：若未到访与违规有关，估计有偏。",
        en:
          "More than one drawn site in five was not visited: if that has to do with what would have "
          + "been found there, the estimates are biased.")
    }
  }
}
