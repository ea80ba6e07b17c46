import Foundation
import Geo
import Testing

@Suite struct ClusterCommandTests {
  private let table = """
    id,x,y,name
    001,0,0,a
    002,300,0,"b, c"
    003,600,0,d
    004,,,e
    005,5000,0,f
    006,1000,0,g
    007,0,0,h,surplus

    """

  @Test func `every row keeps its text and gets its cluster`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/points.csv")
      let output = folder + "/out.csv"
      let run = try Program.run(
        "cluster", input, "-o", output, "--eps", "300", "--min-points", "3", "--from",
        "EPSG:32650", "--json")
      #expect(run.status == 0)
      let account = try run.json()
      #expect(account["clusters"] as? Int == 1)
      #expect(account["core_points"] as? Int == 1)
      #expect(account["noise"] as? Int == 2)
      #expect(
        try String(contentsOfFile: output, encoding: .utf8) == """
          id,x,y,name,cluster,core
          001,0,0,a,0,0
          002,300,0,"b, c",0,1
          003,600,0,d,0,0
          004,,,e,,
          005,5000,0,f,-1,0
          006,1000,0,g,-1,0

          """)
      let rejects = try String(contentsOfFile: folder + "/out.rejects.csv", encoding: .utf8)
      #expect(rejects.contains("7,more fields than headings"))
    }
  }

  @Test func `points in degrees become a layer with clusters in metres`() throws {
    try inTemporaryFolder { folder in
      let rows = (0..<40).map { "\(116 + Double($0 / 20) * 0.1),\(40 + Double($0 % 20) * 0.001)" }
      let input = try write((["lon,lat"] + rows).joined(separator: "\n"), to: folder + "/p.csv")
      for output in ["/out.gpkg", "/out.geojson"] {
        let run = try Program.run(
          "cluster", input, "-o", folder + output, "--eps", "150", "--min-points", "3")
        #expect(run.status == 0)
        #expect(run.error.contains("China Albers"))
        #expect(run.output.contains("clusters: 2\n"))
        var reader = try VectorReader(path: folder + output)
        #expect(reader.fields.map(\.name).suffix(2) == ["cluster", "core"])
        var labels: [FieldValue] = []
        while let feature = try reader.next() { labels.append(feature.values[2]) }
        #expect(labels == (0..<40).map { .integer($0 < 20 ? 0 : 1) })
      }
    }
  }

  @Test func `hdbscan needs no radius`() throws {
    try inTemporaryFolder { folder in
      let rows = (0..<60).map { "\($0 < 30 ? $0 * $0 : 90_000 + $0 * 50),\($0 % 5)" }
      let input = try write((["x,y"] + rows).joined(separator: "\n"), to: folder + "/p.csv")
      let run = try Program.run(
        "cluster", input, "-o", folder + "/out.csv", "--method", "hdbscan", "--min-points", "5",
        "--from", "EPSG:32650", "--json")
      #expect(run.status == 0)
      #expect(try run.json()["clusters"] as? Int == 2)
      let lines = try String(contentsOfFile: folder + "/out.csv", encoding: .utf8)
        .split(separator: "\n")
      #expect(lines[0] == "x,y,cluster,membership")
      #expect(lines[60].split(separator: ",")[2] == "1")
    }
  }

  @Test func `bad input ends with the reason and the next step`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/points.csv")
      for (arguments, status, text) in [
        (["--eps", "0", "--min-points", "3"], 64, "--eps"),
        (["--eps", "5", "--min-points", "0"], 64, "--min-points"),
        (["--eps", "5", "--min-points", "3", "--method", "kmeans"], 64, "dbscan"),
        (["--min-points", "3"], 64, "--eps"),
        (["--eps", "5", "--min-points", "3", "--method", "hdbscan"], 64, "hdbscan has no --eps"),
        (["--eps", "1e-6", "--min-points", "3", "--from", "EPSG:32650"], 65, "--eps"),
      ] {
        let run = try Program.run(["cluster", input, "-o", folder + "/out.csv"] + arguments)
        #expect(run.status == Int32(status), "\(arguments): \(run.error)")
        #expect(run.error.contains(text), "\(arguments): \(run.error)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/out.csv"))
    }
  }
}
