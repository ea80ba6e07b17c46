import ArgumentParser
import Terminal

/// The command line's root: what all commands hang on.
struct Hotspot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspot",
    abstract: "Plans where air-pollution inspection teams go, so that nobody local chose.",
    discussion: """
      Examples:
        hotspot demo                           a synthetic campaign, planned
        hotspot init campaign                  a workspace for real data
        hotspot import townships towns.shp -w campaign --datum gcj02
        hotspot plan day 2018-12-24 -w campaign
        hotspot convert in.csv -o out.gpkg --from gcj02 --to wgs84
        hotspot grid cities.gpkg -o grid.gpkg --size 3000

      Data goes to standard output, messages to standard error. Settings: flag, then HOTSPOT_* \
      variable, then hotspot.yaml, then default. Exit codes are those of sysexits.h: 0 done, 64 \
      usage, 65 bad data, 66 input missing, 69 something needed is missing, 70 our fault, 73 \
      cannot write, 74 I/O, 75 busy, 77 not released yet, 78 settings, 130 interrupted.
      """,
    version: "hotspot \(Program.version)",
    groupedSubcommands: [
      CommandGroup(
        name: "Workspace",
        subcommands: [
          DemoCommand.self, InitCommand.self, DoctorCommand.self, ImportCommand.self,
          DetectCommand.self,
        ]),
      CommandGroup(
        name: "Planning",
        subcommands: [
          PlanCommand.self, RouteCommand.self, ExportCommand.self, CoverageCommand.self,
          SolveCommand.self,
        ]),
      CommandGroup(
        name: "Publishing",
        subcommands: [
          SheetCommand.self, ReportCommand.self, ServeCommand.self, AccessCommand.self,
          AssetsCommand.self,
        ]),
      CommandGroup(
        name: "Files",
        subcommands: [
          ConvertCommand.self, JoinCommand.self, GridCommand.self, CheckCoverageCommand.self,
          CleanCoverageCommand.self,
        ]),
      CommandGroup(
        name: "Statistics",
        subcommands: [
          DensityCommand.self, HotspotsCommand.self, ClusterCommand.self, ScanCommand.self,
        ]),
      CommandGroup(name: "Detection", subcommands: [DetectCommand.self]),
      CommandGroup(name: "Learning", subcommands: [CalibrateCommand.self, EvaluateCommand.self]),
      CommandGroup(
        name: "Campaign",
        subcommands: [
          CampaignCommand.self, ProblemsCommand.self, RecheckCommand.self, RankCommand.self,
          CrewCommand.self,
        ]),
      CommandGroup(name: "Audit", subcommands: [AuditCommand.self]),
    ])
}
