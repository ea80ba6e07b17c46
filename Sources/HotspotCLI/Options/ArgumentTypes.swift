public import ArgumentParser
public import Geo
public import Inspection
public import Store

extension Datum: ExpressibleByArgument {}

extension DensityKernel: ExpressibleByArgument {}

extension IsobandLevels: ExpressibleByArgument {}

extension HotCellRule.Extent: ExpressibleByArgument {}

extension ReadingOptions.Order: ExpressibleByArgument {}

extension ReadingOptions.Stamp: ExpressibleByArgument {}

extension ReadingOptions.Value: ExpressibleByArgument {}

extension CoverageFigures.Kind: ExpressibleByArgument {}
