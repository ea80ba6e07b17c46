import ArgumentParser
import Publishing
import Routing
import Terminal

/// Solves an instance of a published format.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solve an orienteering instance: which sites to visit, on which day, in which order.",
    discussion: """
      Examples:
        hotspot solve p4.2.a.txt
        hotspot solve county.json -o plan.json --seconds 10 --threads 2
        hotspot solve county.json -o plan.json --iterations 200000 --seed 7

      Reads Chao's text (n, m, tmax, then x y score; the first point is the start, the last the \
      end) and the JSON of the inspection family, in which every township is visited at least once \
      where that can be. Towns first, then prize, then less travel. --iterations gives the same \
      file for the same seed and any number of threads; --seconds are processor seconds of all \
      threads together, and the result then depends on the machine.
      """)

  @Argument(help: "The instance: Chao's text or JSON; - is standard input.") var instance: String
  @Option(name: .shortAndLong, help: "JSON file to write (default: standard output).")
  var output: String?
  @Option(help: "Rounds of the search (default: 100000, or as many as --seconds allow).")
  var iterations: Int?
  @Option(help: "Processor seconds of all threads together.") var seconds: Double?
  @Option(help: "Seed of every random choice.") var seed: UInt64 = 1
  @Option(help: "Threads that search side by side.") var threads = 1
  @Option(help: "Keep what was decided and doubted in this file; .json holds both languages.")
  var report: String?
  @Flag(help: "Replace outputs that are there.") var overwrite = false
  @OptionGroup var manner: OutputOptions

  /// Steps of the search for a tighter bound; most of what can be gained is gained by then.
  private static let boundSteps = 60

  func validate() throws {
    guard iterations ?? 0 >= 0 else { throw ValidationError("--iterations is 0 or more.") }
    guard seconds.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--seconds is a number above 0.")
    }
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads is from 1 to 1024.")
    }
  }

  func run() throws {
    let console = manner.console()
    for file in [output, report].compactMap(\.self) where file != "-" {
      try TextDocument.check(file, overwrite: overwrite)
    }
    var record = AnalysisRecord()
    let instance = try SolvableInstance.read(instance, &record)
    instance.examine(&record)
    let settings = SolverSettings(
      seed: seed, iterations: iterations ?? (seconds == nil ? 100_000 : .max),
      cpuSeconds: seconds.map { max(0, $0 - ProcessorUse.seconds) }, threads: threads,
      boundSteps: Self.boundSteps)
    let solution = instance.solved(settings)
    let document = SolutionDocument(
      solution, of: instance, seconds: seconds.map { _ in ProcessorUse.seconds })
    document.describe(&record)
    try record.tell(console, report: report, overwrite: overwrite)
    let text = document.json.lines(depth: 1)
    try TextDocument(text).deliver(to: output, overwrite: overwrite, console: console)
  }
}
