import CampaignData

extension PlanRemark {
  /// In Chinese.
  public var zh: String {
    switch self {
    case .noBase(let team): "\(team) 没有驻地坐标，乡镇交由本市其他组；请在督查组文件中补充经纬度"
    case .noVisits(let team): "\(team) 每日检查数为 0，乡镇交由本市其他组"
    case .unplanned(let team, let reason): "\(team) 无法安排：\(reason)"
    case .centreTeams(let city, 0): "\(zhName(city)) 没有中心组"
    case .centreTeams(let city, let count): "\(zhName(city)) 有 \(count) 个中心组，应为 1 个"
    case .divided(let found):
      "\(found.teams) 个组分片：\(found.teams - found.inPieces) 片连通，工作量最多为均值的 "
        + "\(percent(found.mostLoad))（标准差 \(percent(found.spread))），驻地至检查点平均直线 "
        + "\(decimal(found.way, places: 1)) km，紧凑度（圆为 1）\(decimal(found.lengthiness, places: 2))"
    case .outsidePhase(let phase, let cities, let teams):
      "第 \(phase) 阶段不含 \(cities.count) 个城市（\(cities.map(zhName).joined(separator: "、"))），"
        + "其 \(teams) 个组不安排（方案四）"
    case .handedOn(let team, let townships, let others):
      others.isEmpty
        ? "\(team) 的 \(townships) 个乡镇无组可接"
        : "\(team) 的 \(townships) 个乡镇由 \(others.joined(separator: "、")) 接手"
    case .lostDays(let teams): "当日停工：\(teams.joined(separator: "、"))"
    case .closed(let name, let targets): "\(name) 范围内 \(targets) 处目标当日不可达"
    case .urgent(let city, let targets): "\(zhName(city)) 重污染预警：应急清单与停限产企业 \(targets) 处优先"
    case .taskMoved(let target, let day?): "人工任务 \(target) 当日排不下，改在 \(day)"
    case .taskMoved(let target, nil): "人工任务 \(target) 无法安排"
    case .taskPlan(let lines, let unmet, let exchanged, let cost):
      "任务计划 \(lines) 项：未满足 \(unmet) 项，为此调换 \(exchanged) 处，预期发现问题减少 "
        + decimal(cost, places: 1)
    case .taskShort(let found):
      "\(zhPlace(found)) \(zhTask(found))：任务计划 \(found.wanted) 次，安排 \(found.planned) 次，少 \(found.short) 次（"
        + TaskStanding.Reason.allCases.compactMap { reason in
          found.missing[reason].map { "\(reason.zh) \($0)" }
        }.joined(separator: "、") + "）"
    case .overdue(let count, let covered): "上轮未覆盖乡镇 \(count) 个优先，其中 \(covered) 个已安排"
    case .kept(let plan, let stops, let all): "沿用计划 \(plan)：其余 \(all) 个安排中保留 \(stops) 个"
    case .rechecks(let planned, let due, let withoutPlace):
      "待核查 \(due) 项，核查周内安排 \(planned) 项"
        + (withoutPlace > 0 ? "；另有 \(withoutPlace) 项没有位置" : "")
    case .drawn(let response):
      "随机抽取 \(response.drawn) 个点位：已检查 \(response.visited)，已安排 \(response.planned)，"
        + "无应答 \(response.gone + response.unplaced)（已不存在 \(response.gone)，"
        + "排不下 \(response.unplaced)），不另换点位"
    case .oddChances(let count): "\(count) 个目标的概率不在 0 到 1 之间，未列入"
    }
  }

  /// In English.
  public var en: String {
    switch self {
    case .noBase(let team):
      "\(team) has no base, others of its city have its townships: give its lon and lat in the "
        + "teams file"
    case .noVisits(let team):
      "\(team) makes 0 visits a day, others of its city have its townships"
    case .unplanned(let team, let reason): "\(team) cannot be planned for: \(reason)"
    case .centreTeams(let city, 0): "\(enName(city)) has no centre team"
    case .centreTeams(let city, let count):
      "\(enName(city)) has \(count) centre teams, expected one"
    case .divided(let found):
      "\(found.teams) teams share ground: \(found.teams - found.inPieces) areas in one piece, "
        + "work at most \(percent(found.mostLoad)) of the mean (standard deviation "
        + "\(percent(found.spread))), \(decimal(found.way, places: 1)) km as the crow flies from base to visit, "
        + "\(decimal(found.lengthiness, places: 2)) times the inertia of discs"
    case .outsidePhase(let phase, let cities, let teams):
      "phase \(phase) leaves out \(cities.count) cities (\(cities.map(enName).joined(separator: ", "))): "
        + "their \(teams) teams have no work (the plan of 2018, section 4)"
    case .handedOn(let team, let townships, let others):
      others.isEmpty
        ? "\(townships) townships of \(team) go to nobody: its city has no other team"
        : "\(townships) townships of \(team) go to \(others.joined(separator: ", "))"
    case .lostDays(let teams): "the day is lost for \(teams.joined(separator: ", "))"
    case .closed(let name, let targets):
      "\(targets) targets within \(name) cannot be reached that day"
    case .urgent(let city, let targets):
      "heavy-pollution warning in \(enName(city)): \(targets) sites on the emergency list or under orders "
        + "come first"
    case .taskMoved(let target, let day?):
      "the task \(target) does not fit that day and is put on \(day)"
    case .taskMoved(let target, nil): "the task \(target) cannot be put anywhere"
    case .taskPlan(let lines, let unmet, let exchanged, let cost):
      "task plan: \(lines) lines, \(unmet) not met; \(exchanged) stops were exchanged for it, which "
        + "costs \(decimal(cost, places: 1)) expected problems"
    case .taskShort(let found):
      "\(enName(found.city))\(found.county.map { " \($0)" } ?? ""), \(enTask(found)): the task plan asks for "
        + "\(found.wanted) visits, \(found.planned) are planned, \(found.short) fewer ("
        + TaskStanding.Reason.allCases.compactMap { reason in
          found.missing[reason].map { "\(reason.en) \($0)" }
        }.joined(separator: ", ") + ")"
    case .overdue(let count, let covered):
      "\(count) townships that the last round left out come first, \(covered) of them are covered"
    case .kept(let plan, let stops, let all):
      "started from plan \(plan): \(stops) of its \(all) remaining stops are kept"
    case .rechecks(let planned, let due, let withoutPlace):
      "\(planned) of \(due) problems and complaints due are verified"
        + (withoutPlace > 0 ? "; \(withoutPlace) more have no known place" : "")
    case .drawn(let response):
      "\(response.drawn) sites drawn by lot: \(response.visited) visited, \(response.planned) planned, "
        + "\(response.gone + response.unplaced) without response (\(response.gone) gone, "
        + "\(response.unplaced) that fit no day), never swapped"
    case .oddChances(let count): "\(count) targets without a chance from 0 to 1 are left out"
    }
  }

  private func zhName(_ city: String) -> String { CampaignData.city(code: city)?.nameZH ?? city }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func decimal(_ number: Double, places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let whole = Int((number * Double(scale)).rounded())
    let rest = String(whole % scale)
    return "\(whole / scale).\(String(repeating: "0", count: places - rest.count))\(rest)"
  }

  private func zhPlace(_ found: TaskStanding) -> String {
    zhName(found.city) + (found.county.map { " \($0)" } ?? "")
  }

  private func zhTask(_ found: TaskStanding) -> String {
    (CampaignData.topic(key: found.topic)?.nameZH ?? found.topic)
      + (found.ledger.map { "（台账 \($0)）" } ?? "")
  }

  private func enTask(_ found: TaskStanding) -> String {
    (CampaignData.topic(key: found.topic)?.nameEN ?? found.topic)
      + (found.ledger.map { " (ledger \($0))" } ?? "")
  }

  private func enName(_ city: String) -> String { CampaignData.city(code: city)?.nameEN ?? city }
}
