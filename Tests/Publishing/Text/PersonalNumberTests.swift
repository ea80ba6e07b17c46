import Publishing
import Testing

@Suite struct PersonalNumberTests {
  @Test(arguments: [
    ("13212345678", "132****5678"), ("", ""), ("XXXX", "****"), ("1234567", "****"),
    ("12345678", "12****78"), ("XK0001234567", "XK0****4567"),
  ])
  func `a number keeps its ends`(number: String, shown: String) {
    #expect(PersonalNumber.masked(number) == shown)
  }
}
