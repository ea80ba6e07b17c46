import Foundation
import Geo
import Store
import Terminal

/// Looks at the libraries, the disk and the workspace; changes nothing.
struct Examination {
  private let workspace: String

  init(workspace: String) {
    self.workspace = workspace
  }

  /// Everything found, libraries first.
  var findings: [Finding] {
    [gdal, proj] + Self.drivers.map(driver) + PrintExamination().findings + [disk] + workspaceState
  }

  /// The drivers in use: name, whether the main job needs it, what it is for.
  private static let drivers: [(name: String, isNeeded: Bool, use: String)] = [
    ("GPKG", true, "the workspace"), ("GeoJSON", true, "routes"), ("CSV", true, "tables"),
    ("ESRI Shapefile", true, "boundaries"), ("XLSX", false, "Excel workbooks"),
    ("OSM", false, "OpenStreetMap extracts"), ("FlatGeobuf", false, ".fgb files"),
    ("LIBKML", false, "KML and KMZ"), ("TopoJSON", false, "TopoJSON"),
    ("PostgreSQL", false, "PostGIS"), ("GPX", false, "GPS devices"),
  ]

  private static let install = "apt-get install libgdal-dev libproj-dev"

  private var gdal: Finding {
    Finding(name: "GDAL", state: .ok, found: GDALInstallation.version)
  }

  private var proj: Finding {
    guard let database = PROJInstallation.database else {
      return Finding(
        name: "PROJ database", state: .missing,
        found: "PROJ \(PROJInstallation.version), no proj.db",
        remedy: "apt-get install proj-data, or set PROJ_LIB to the folder of proj.db")
    }
    return Finding(
      name: "PROJ", state: .ok, found: "\(PROJInstallation.version), \(database)")
  }

  private func driver(_ driver: (name: String, isNeeded: Bool, use: String)) -> Finding {
    let name = "GDAL driver \(driver.name)"
    guard !GDALInstallation.hasVectorDriver(driver.name) else {
      return Finding(name: name, state: .ok, found: driver.use)
    }
    return Finding(
      name: name, state: driver.isNeeded ? .missing : .absent, found: "not built in; \(driver.use)",
      remedy: "\(Self.install) (Debian's GDAL has it)")
  }

  private var disk: Finding {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: workspace)
    guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
      return Finding(name: "disk", state: .ok, found: "not known")
    }
    let gigabytes = Double(free / 100_000_000) / 10
    // A campaign of 39 cities with its plans takes about 0.5 GB.
    guard free < 2_000_000_000 else {
      return Finding(name: "disk", state: .ok, found: "\(gigabytes) GB free")
    }
    return Finding(
      name: "disk", state: .absent, found: "\(gigabytes) GB free",
      remedy: "free some space: a campaign of 39 cities needs up to 2 GB")
  }

  private var workspaceState: [Finding] {
    do {
      _ = try Workspace.open(at: workspace)
      let layers = try VectorReader.layers(path: workspace + "/workspace.gpkg")
      return [Finding(name: "workspace", state: .ok, found: workspace)]
        + layers.filter { $0.featureCount > 0 }.map {
          Finding(name: "  \($0.name)", state: .ok, found: "\($0.featureCount) rows")
        }
    } catch {
      let failure = CommandFailure(error, of: Hotspot.self)
      let isThere = FileManager.default.fileExists(atPath: workspace + "/workspace.gpkg")
      return [
        Finding(
          name: "workspace", state: isThere ? .broken : .absent,
          found: failure?.message ?? String(describing: error), remedy: failure?.hint)
      ]
    }
  }
}
