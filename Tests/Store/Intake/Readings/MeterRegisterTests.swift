import CampaignData
import Inspection
import Testing

@testable import Store

@Suite struct MeterRegisterTests {
  @Test func `a ledger says who is listed, banned, and behind which meter and feeder`() throws {
    try inTemporaryFolder { folder in
      let ledger = try write(
        """
        户号,企业名称,台账,状态,用电性质,台区,光伏
        A,甲厂,错峰生产,正常生产,大工业用电,F1,否
        B,乙厂,,取缔,居民生活,F1,是
        C,丙厂,清单外,,,,

        """, to: folder + "/ledger.csv")
      let orders = try write(
        """
        企业名称,措施,限产比例,开始时间,结束时间
        甲厂,停产,,2018-11-15,2018-11-20
        乙厂,限产,50%,2018-11-15,
        无名厂,停产,,2018-11-15,

        """, to: folder + "/orders.csv")
      var register = MeterRegister()
      try register.readLedger(ledger, options: ImportOptions())
      try register.readOrders(orders, options: ImportOptions())
      let (a, b, c) = (register.site("A"), register.site("B"), register.site("C"))
      #expect(a.isListed && !a.isBanned && a.tariff == .industrial && a.feeder == "F1")
      #expect(!b.isListed && b.isBanned && b.tariff == .other && b.ownGeneration)
      #expect(!c.isListed && c.tariff == .unknown)
      #expect(register.feeders == ["F1": 2] && register.unmatchedOrders == 1)
      #expect(a.orders.first?.isStop == true && a.orders.first?.end == Moment("2018-11-20"))
      #expect(b.orders.first?.isStop == false && b.orders.first?.share == 0.5)
      #expect(!register.site("D").isListed)
      #expect(MeterRegister().site("D").isListed, "without a ledger nobody is off-list")
    }
  }
}
