import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a lab takes Rackbook from.
struct PackageReference {
  /// The entry of `Package.swift`.
  let dependency: String
  /// The name that products of it are asked for by.
  let identity: String

  /// Takes a folder or a URL; a text that neither can be is nil.
  init?(_ text: String) {
    guard !text.isEmpty,
      !text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
    else { return nil }
    if text.contains("://") || text.hasPrefix("git@") {
      let last = text.split(separator: "/").last.map(String.init) ?? ""
      identity = (last.hasSuffix(".git") ? String(last.dropLast(4)) : last).lowercased()
      dependency = ".package(url: \"\(text)\", branch: \"main\")"
    } else {
      identity = "rackbook"
      dependency = ".package(name: \"rackbook\", path: \"\(text)\")"
    }
  }
}

/// The option that says where a lab takes Rackbook from.
struct DependencyOptions: ParsableArguments {
  @Option(
    help: "Where the lab takes Rackbook from: a folder or a URL; the checkout of this tool unless said otherwise.")
  var rackbook: String?

  /// What was said, or the checkout that this program was built in.
  var reference: PackageReference {
    get throws {
      guard let text = rackbook ?? Self.checkout else {
        throw ValidationError(
          "this tool is outside of its checkout: say where Rackbook is, with --rackbook <folder or URL>")
      }
      guard let reference = PackageReference(text) else { throw ValidationError("'\(text)' is no folder or URL") }
      return reference
    }
  }

  private static var checkout: String? {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    var folder = URL(filePath: program ?? CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path().count > 1 {
      let manifest = folder.appending(path: "Package.swift")
      if let text = try? String(contentsOf: manifest, encoding: .utf8), text.contains("name: \"rackbook\"") {
        let path = folder.path()
        return path.hasSuffix("/") ? String(path.dropLast()) : path
      }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }
}
