import Geo
import Testing

@Suite struct CellIDTests {
  @Test(
    arguments: [
      (123, 1250, "E0123N1250"), (0, 0, "E0000N0000"), (-1, -20, "W0001S0020"),
      (123_456, -7, "E123456S0007"), (Int32.max, Int32.min, "E2147483647S2147483648"),
    ] as [(Int32, Int32, String)])
  func `text goes both ways`(column: Int32, row: Int32, text: String) {
    let cell = CellID(column: column, row: row)
    #expect(cell.description == text)
    #expect(CellID(text) == cell)
  }

  @Test(arguments: [
    "", "E0123", "E123N1250", "E0123N1250 ", "N0123E1250", "E00123N1250", "W0000N0001",
    "E9999999999N0001", "E0123N12a0",
  ])
  func `other text is refused`(text: String) {
    #expect(CellID(text) == nil)
  }
}
