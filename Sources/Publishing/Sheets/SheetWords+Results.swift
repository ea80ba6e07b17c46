import CampaignData

// What inspectors fill in.
extension SheetWords {
  /// What a visit can come to, as boxes.
  public var outcomes: [String] { terms("outcome") }

  /// How bad a problem can be, as boxes.
  public var severities: [String] { terms("severity") }

  /// The kinds of problems, numbered.
  public var problemTypes: [String] {
    terms("problem_type").enumerated().map { "\($0.offset + 1) \($0.element)" }
  }

  /// Before the kinds of problems.
  public var problemTypesLabel: String { pick("问题类型代码：", "Problem types: ") }

  /// Before the number of a kind of problem.
  public var typeLabel: String { pick("类型", "Type") }

  /// Before how bad it is.
  public var severityLabel: String { pick("程度", "Severity") }

  /// Before the time of arrival and leaving.
  public var timeLabel: String { pick("到达／离开", "In / out") }

  /// Above the empty rows.
  public var spareTitle: String { pick("清单外发现（无预设点位）", "Found off the list") }

  /// The headings of the empty rows.
  public var spareHeadings: [String] {
    [
      pick("序号", "No."), pick("名称 / 地点", "Name and place"), pick("问题描述", "What was found"),
      pick("检查结果", "Result"), pick("坐标 / 照片编号", "Position, photos"),
    ]
  }

  /// Where inspectors sign; two at least.
  public var signatures: [String] {
    [
      pick("检查人员 1", "Inspector 1"), pick("检查人员 2", "Inspector 2"), pick("检查人员 3", "Inspector 3"),
      pick("日期", "Date"),
    ]
  }

  /// Who must sign.
  public var signatureNote: String {
    pick("至少两名检查人员签字。", "At least two inspectors sign.")
  }

  /// How a code is read.
  public var scanNote: String {
    pick(
      "扫码导航：用手机相机或浏览器扫码打开高德地图。微信扫码后请点右上角“…”，选“在浏览器打开”，微信内置浏览器不能唤起高德。请核对序号与名称。",
      "Scan with the phone's camera to open Amap. WeChat: tap “…” and open in the browser, its own"
        + " cannot start Amap. Check number and name.")
  }

  /// A day without stops.
  public var noStops: String {
    pick("当日没有安排检查点位。", "No stops are planned for this day.")
  }

  private func terms(_ vocabulary: String) -> [String] {
    (CampaignData.vocabulary(named: vocabulary)?.terms ?? []).map {
      language.pick(zh: $0.zh, en: $0.en)
    }
  }
}
