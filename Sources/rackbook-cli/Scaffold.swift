import Import
import ShippedFiles

/// The files of a new lab, made from the templates that ship.
struct Scaffold {
  /// The name of its folder and its package.
  let package: String
  /// The name of its module and its type.
  let module: String

  /// Takes a name of ASCII letters, digits and hyphens that begins with a letter; nil for any other.
  init?(name: String) {
    let isName = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard isName, let first = name.utf8.first, (0x61...0x7A).contains(first | 0x20), name.utf8.count <= 63 else {
      return nil
    }
    package = name
    module = ModuleName.name(for: name)
  }

  /// A lab in a folder that an import chose the module's name of.
  init(package: String, module: String) {
    self.package = package
    self.module = module
  }

  /// Paths below the lab's folder, and texts.
  func files(using reference: PackageReference) throws -> [(path: String, text: String)] {
    [
      ("Package.swift", try packageText(using: reference)),
      ("Sources/\(module)/\(module).swift", try filled("Lab.swift", reference)),
      ("README.md", try filled("README.md", reference)),
      (".gitignore", try filled("gitignore", reference)),
    ]
  }

  /// The text of `Package.swift`.
  func packageText(using reference: PackageReference) throws -> String {
    try filled("Package.swift", reference)
  }

  private func filled(_ template: String, _ reference: PackageReference) throws -> String {
    guard let text = ShippedFiles.text(of: "templates/new/\(template).template") else {
      throw UnknownTemplate(name: template)
    }
    let values = [
      "package": package, "module": module, "dependency": reference.dependency, "identity": reference.identity,
    ]
    var out = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      guard let value = values[String(rest[open.upperBound..<close.lowerBound])] else {
        throw UnknownTemplate(name: "\(template): \(rest[open.lowerBound..<close.upperBound])")
      }
      out += rest[..<open.lowerBound] + value
      rest = rest[close.upperBound...]
    }
    return out + rest
  }
}

/// A template, or a name in one, that does not exist.
struct UnknownTemplate: Error, CustomStringConvertible {
  let name: String
  var description: String { "there is no template '\(name)'" }
}
