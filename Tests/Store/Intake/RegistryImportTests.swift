import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

struct RegistryImportTests {
  private let sites = """
    编号,名称,信用代码,县代码,地址,经度,纬度
    S1,华新（石家庄）水泥有限责任公司,,130102,某路1号,114.5,38.5
    S2,宏达铸造厂,,130102,,114.6,38.5
    S3,宏达铸造厂,,130104,,114.7,38.5

    """

  @Test func `a ledger marks the sites that it means and makes sites of the others`() throws {
    let fixture = try IntakeFixture()
    _ = try fixture.importText("sites", sites)
    let report = try fixture.importText(
      "ledgers",
      """
      企业名称,县代码,序号,完成时限,经度,纬度
      华新石家庄水泥有限公司,130102,1,2018-10-31,,
      宏达铸造厂,130102,2,2018/9/31,,
      宏达铸造厂,130102,3,2018-09-30,,
      新发现的厂,130102,4,,114.55,38.55
      没有坐标的厂,130102,5,,,

      """, later: 60
    ) { $0.ledger = "scattered" }
    #expect(report.read == 5 && report.new == 4 && report.rejected == 1)
    let sites = try fixture.facts().sites
    #expect(sites.first { $0.id == "S1" }?.ledger == "scattered")
    #expect(sites.first { $0.id == "S2" }?.ledger == "scattered")
    #expect(sites.first { $0.id == "S3" }?.ledger == nil)
    let made = try #require(sites.first { $0.name == "新发现的厂" })
    #expect(made.origin == "local" && made.ledger == "scattered")
    #expect(sites.count == 4)
    #expect(report.warnings.contains { $0.hasPrefix("2 known sites were marked") })
    #expect(report.warnings.contains { $0.hasPrefix("1 entries mean no known site") })
    // What is not in the facts stays too: S1 kept its address.
    let again = try fixture.importText("sites", self.sites, later: 120) { $0.dryRun = true }
    #expect(again.same == 1 && again.updated == 2)
  }

  @Test func `a ledger that does not say which it is cannot be used`() throws {
    let fixture = try IntakeFixture()
    let error = try #require(throws: StoreError.self) {
      try fixture.importText("ledgers", "企业名称,序号\n甲厂,1\n")
    }
    #expect(error.code == .usage && error.nextStep.contains("--ledger"))
  }

  @Test func `registrations tell of known sites and make off-list ones of the others`() throws {
    let fixture = try IntakeFixture()
    _ = try fixture.importText("sites", sites)
    let report = try fixture.importText(
      "registrations",
      """
      企业名称,统一社会信用代码,行业,经营状态,县代码,经度,纬度
      华新(石家庄)水泥有限公司,91130100MA07XXXX1X,水泥制造,存续,130102,,
      清单外的厂,91130100MA08XXXX1X,铸造,存续,130102,114.51,38.52
      没有坐标的厂,91130100MA09XXXX1X,铸造,存续,130102,,

      """, later: 60)
    #expect(report.read == 3 && report.updated == 1 && report.new == 1 && report.rejected == 1)
    let sites = try fixture.facts().sites
    let known = try #require(sites.first { $0.id == "S1" })
    #expect(known.creditCode == "91130100MA07XXXX1X" && known.industry != nil)
    #expect(known.position == Coordinate(114.5, 38.5))
    let new = try #require(sites.first { $0.name == "清单外的厂" })
    #expect(new.ledger == nil && new.origin == "registry" && new.status == "operating")
  }

  @Test func `the order of a ledger's rows changes nothing`() throws {
    let rows = [
      "宏达铸造厂,130102,1,正常生产,,", "宏达铸造厂,130102,2,关闭,,", "新厂,130102,3,正常生产,114.55,38.55",
      "新厂,130102,4,关闭,114.551,38.55",
    ]
    func sites(_ rows: [String], _ headings: String) throws -> [Site] {
      let fixture = try IntakeFixture()
      _ = try fixture.importText("sites", self.sites)
      _ = try fixture.importText(
        "ledgers", ([headings] + rows).joined(separator: "\n") + "\n", later: 60
      ) { $0.ledger = "scattered" }
      return try fixture.facts().sites
    }
    let headings = "企业名称,县代码,序号,企业状态,经度,纬度"
    let plain = try sites(rows, headings)
    #expect(plain.count == 4)
    #expect(try sites(rows.reversed(), headings) == plain)
    #expect(try sites(rows.map { $0 + ",1" }.reversed(), headings + ",优先级") == plain)
  }

  @Test func `who keeps a ledger does not say who told of a site`() throws {
    let fixture = try IntakeFixture()
    let ledger = "企业名称,县代码,序号,来源,经度,纬度\n新厂,130102,1,生态环境部,114.55,38.55\n"
    _ = try fixture.importText("ledgers", ledger) { $0.ledger = "scattered" }
    #expect(try fixture.facts().sites.map(\.origin) == ["local"])
    // The registry vouches for it, and no ledger takes that back.
    _ = try fixture.importText(
      "registrations", "企业名称,经营状态,县代码,经度,纬度\n新厂,存续,130102,114.55,38.55\n", later: 60)
    #expect(try fixture.facts().sites.map(\.origin) == ["registry"])
    _ = try fixture.importText("ledgers", ledger, later: 120) { $0.ledger = "boilers" }
    #expect(try fixture.facts().sites.map(\.origin) == ["registry"])
  }

  @Test func `a local list of sites replaces none that others know`() throws {
    let fixture = try IntakeFixture()
    _ = try fixture.importText("sites", sites)
    let report = try fixture.importText("sites", sites.replacing("38.5", with: "38.9"), later: 60) {
      $0.origin = "local"
    }
    #expect(report.rejected == 3 && report.updated == 0)
    #expect(report.examples.first?.reason.contains("import ledgers") == true)
  }

  @Test func `an invented firm of the same name takes no evidence from another`() throws {
    let fixture = try IntakeFixture()
    _ = try fixture.importText("sites", sites)
    _ = try fixture.importText(
      "sites", "编号,名称,县代码,来源,经度,纬度\nL1,宏达铸造厂,130102,地方,114.61,38.5\n", later: 60)
    let report = try fixture.importText(
      "power-anomalies",
      "企业名称,县代码,异常类型,开始时间\n宏达铸造厂,130102,产污开治污停,2018-12-01T08:00\n", later: 120)
    #expect(report.rejected == 0)
  }
}
