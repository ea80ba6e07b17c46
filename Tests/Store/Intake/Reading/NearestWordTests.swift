import Testing

@testable import Store

struct NearestWordTests {
  @Test func `a typing error finds its word`() {
    #expect(NearestWord.to("complaint", among: ["sites", "complaints", "cells"]) == "complaints")
    #expect(NearestWord.to("企业名", among: ["企业名称", "地址"]) == "企业名称")
    #expect(NearestWord.to("zzz", among: ["sites", "cells"]) == nil)
  }

  @Test func `neighbours swapped are one edit`() {
    #expect(NearestWord.editDistance(Array("abcd"), Array("abdc")) == 1)
    #expect(NearestWord.editDistance(Array(""), Array("abc")) == 3)
  }
}
