/// All orders of some values; those that are equal are told apart.
func orders(of values: [Double]) -> [[Double]] {
  values.reduce([[]]) { orders, value in
    orders.flatMap { order in
      (0...order.count).map { place in
        var longer = order
        longer.insert(value, at: place)
        return longer
      }
    }
  }
}
