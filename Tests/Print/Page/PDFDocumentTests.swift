import CampaignData
import Foundation
import Publishing
import Testing

@testable import Print

@Suite struct PDFDocumentTests {
  private let properties = DocumentProperties(
    title: "检查任务单", author: "Hotspot", subject: "R14", creator: "hotspot",
    date: Moment(secondsSince1970: 1_545_559_200))

  private func document(pages: Int) throws -> [UInt8] {
    let typesetter = try Typesetter.chinese()
    var document = PDFDocument(properties, paper: .a4)
    let top = document.addBookmark("石家庄市", under: .root, page: 1)
    for page in 1...pages {
      document.addPage(label: "1组 \(page)") { page in
        page.draw(typesetter.layout("赞皇县许家原镇", TextStyle(size: 12)), at: PagePoint(40, 40))
        page.circle(PagePoint(100, 100), radius: 10, fill: Fill(MapColour(0x0078D2)))
      }
      document.addBookmark("1组", under: top, page: page)
    }
    return try document.finish()
  }

  @Test func `the same drawing gives the same bytes`() throws {
    let first = try document(pages: 2)
    #expect(first == (try document(pages: 2)))
    #expect(first.starts(with: Array("%PDF-1.5".utf8)))
    #expect(first != (try document(pages: 1)))
  }

  @Test func `it has its pages, their size and the date it was given`() throws {
    let text = String(decoding: try document(pages: 3), as: UTF8.self)
    #expect(text.contains("/Count 3"))
    #expect(text.contains("20181223"))
    #expect(text.contains("595.27"))
  }
}
