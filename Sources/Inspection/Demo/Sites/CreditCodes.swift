/// Invents unified social credit codes 统一社会信用代码 that are valid in form and never repeat.
///
/// 18 characters by GB 32100-2015: 9 for the market regulator, 1 for an enterprise, the county, an
/// organisation code by GB 11714 with its own check character, and a check character.
struct CreditCodes {
  private static let digits = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let organisationDigits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
  private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// Counts the organisations; multiplied into the code so that neighbours look unlike.
  private var number: UInt64 = 0
  private let offset: UInt64

  init(seed: UInt64) {
    var random = DemoRandom(seed: seed, stream: "credit codes")
    offset = random.next() % Self.organisations
  }

  /// How many codes of the form MA and six more characters of 31 there are.
  private static let organisations: UInt64 = 31 * 31 * 31 * 31 * 31 * 31

  /// The next code, for an enterprise of a county given by its six-digit code.
  mutating func next(county: String) -> String {
    number += 1
    // 31 does not divide the factor, so different numbers give different codes.
    var rest = (number &* 387_420_489 &+ offset) % Self.organisations
    var organisation = Array("MA".utf8)
    for _ in 0..<6 {
      organisation.append(Self.digits[Int(rest % 31)])
      rest /= 31
    }
    let body = Array("91".utf8) + Array(county.utf8) + organisation
    let code = body + [Self.organisationCheck(organisation)]
    return String(decoding: code + [Self.check(code)], as: UTF8.self)
  }

  /// Whether a code has the right form and check character.
  static func isValid(_ code: String) -> Bool {
    let characters = Array(code.utf8)
    guard characters.count == 18, characters.allSatisfy(digits.contains) else { return false }
    return check(Array(characters.dropLast())) == characters[17]
  }

  private static func organisationCheck(_ code: [UInt8]) -> UInt8 {
    var sum = 0
    for (character, weight) in zip(code, organisationWeights) {
      sum += (organisationDigits.firstIndex(of: character) ?? 0) * weight
    }
    let check = 11 - sum % 11
    return check == 10 ? UInt8(ascii: "X") : check == 11 ? UInt8(ascii: "0") : UInt8(48 + check)
  }

  private static func check(_ code: [UInt8]) -> UInt8 {
    var sum = 0
    var weight = 1
    for character in code {
      sum += (digits.firstIndex(of: character) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return digits[(31 - sum % 31) % 31]
  }
}
