// Pages are measured in points, a 72nd of an inch; paper and QR codes in millimetres.
extension Double {
  /// So many millimetres, in points.
  var millimetres: Double { self * 72 / 25.4 }
}
