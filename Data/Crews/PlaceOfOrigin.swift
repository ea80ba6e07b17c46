/// Names of provinces and cities as annex 2 writes them, in their short form.
public enum PlaceOfOrigin {
  /// The short name of a province: 江苏 for 江苏省, 广西 for 广西壮族自治区, 兵团 for the Xinjiang
  /// Production and Construction Corps.
  public static func province(_ name: String) -> String {
    if name.contains("兵团") { return "新疆生产建设兵团" }
    for short in ["内蒙古", "广西", "西藏", "宁夏", "新疆"] where name.hasPrefix(short) {
      return short
    }
    return name.count > 2 && (name.hasSuffix("省") || name.hasSuffix("市"))
      ? String(name.dropLast()) : name
  }

  /// The short name of a city: 南京 for 南京市.
  public static func city(_ name: String) -> String {
    name.count > 2 && name.hasSuffix("市") ? String(name.dropLast()) : name
  }
}
