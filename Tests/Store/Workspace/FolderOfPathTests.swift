import Testing

@testable import Store

@Suite struct FolderOfPathTests {
  @Test(arguments: [
    ("w", ""), ("", ""), ("a/b", "a"), ("/a", "/"), ("/", "/"), ("a/b/", "a"), ("a//b", "a"),
    ("/a/b/c.csv", "/a/b"), ("./w", "."), ("厂/表", "厂"),
  ]) func `a path lies in its folder`(path: String, folder: String) {
    #expect(path.folderOfPath == folder)
  }
}
