import Testing

@testable import HotspotServer

@Suite struct QueryParametersTests {
  @Test func `names and values are decoded`() throws {
    let query = try QueryParameters("name=%E5%9F%8E+%E5%8C%BA&f=json&empty=&bare")
    #expect(query["name"] == "城 区")
    #expect(query["f"] == "json")
    #expect(query["empty"] == "")
    #expect(query["bare"] == "")
    #expect(query["none"] == nil)
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "a=1&a=2", "%ff=1"])
  func `what cannot be read is refused`(query: String) {
    #expect(throws: Refusal.self) { try QueryParameters(query) }
  }

  @Test(arguments: ["城区 & co=1", "a+b%c", "113,34,115,36", "~._-:/"])
  func `what is written reads back`(text: String) throws {
    #expect(try QueryParameters("a=" + QueryParameters.encoded(text))["a"] == text)
  }

  @Test func `an unknown name is told with those that are known`() throws {
    let query = try QueryParameters("colour=red")
    #expect {
      try query.check(known: ["limit", "bbox"])
    } throws: { error in
      (error as? Refusal)?.description
        == "There is no parameter \"colour\" here: there is bbox, limit."
    }
  }
}
