import Diagnostics
import LabModel

/// The secrets of a workload, each with its key in the one Secret that is made for it.
struct SecretKeys {
  /// A secret with its key.
  struct Entry {
    var key: String
    var secret: SecretReference
    var origin: SourceLocation
  }

  /// Each secret once, in the order of its first use.
  private(set) var entries: [Entry] = []
  private var keys: [SecretReference: String] = [:]
  private var taken: Set<String> = []

  init(of template: PodTemplate) {
    for container in template.allContainers {
      for variable in container.settings.environment {
        if case .secret(let secret) = variable.value { add(secret, variable.declared) }
      }
      for file in container.settings.secretFiles { add(file.secret, file.declared) }
    }
  }

  /// The key of a secret.
  func key(of secret: SecretReference) -> String { keys[secret] ?? "" }

  private mutating func add(_ secret: SecretReference, _ origin: SourceLocation) {
    guard keys[secret] == nil else { return }
    let wanted = Self.key("\(secret.path).\(secret.key)")
    var key = wanted
    var number = 2
    while !taken.insert(key).inserted {
      key = "\(wanted)-\(number)"
      number += 1
    }
    keys[secret] = key
    entries.append(Entry(key: key, secret: secret, origin: origin))
  }

  /// What Kubernetes lets a key be: letters, digits, dots, hyphens and underscores.
  private static func key(_ text: String) -> String {
    String(
      decoding: text.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
          byte
        default: UInt8(ascii: "-")
        }
      }, as: UTF8.self)
  }
}
