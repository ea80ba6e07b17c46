import Store
import Testing

@Suite struct StoreErrorTests {
  @Test func `an error is a sentence with place, contrast and next step`() {
    let error = StoreError(
      .badData, "not a longitude", file: "sites.csv", row: 12, column: "经度", found: "abc",
      expected: "degrees", nextStep: "Correct the cell and import again.")
    #expect(
      error.description
        == "sites.csv, row 12, column 经度: not a longitude (found \"abc\", expected degrees). "
        + "Correct the cell and import again.")
    #expect(error.exitCode == 65)
  }
}
