#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Whether the certificates with which clusters are reached are still good in a week.
struct CertificateReadiness {
  /// For how many seconds they must be good.
  static let margin = 7 * 86_400

  let environment: [String: String]

  /// Looks into kubeconfig files; nothing in the list stands for the usual one.
  func findings(_ files: [String?]) async -> [ReadinessFinding] {
    var findings: [ReadinessFinding] = []
    for file in files {
      let path = file ?? usualFile
      let (state, reason) = await look(path)
      findings.append(ReadinessFinding(state: state, subject: "certificate in \(path)", reason: reason))
    }
    return findings
  }

  private var usualFile: String {
    environment["KUBECONFIG"]?.split(separator: ":").first.map(String.init)
      ?? "\(environment["HOME"] ?? "")/.kube/config"
  }

  private func look(_ path: String) async -> (ReadinessFinding.State, String) {
    guard let bytes = FileManager.default.contents(atPath: path) else { return (.not, "the file cannot be read") }
    guard let certificate = Self.certificate(in: String(decoding: bytes, as: UTF8.self)) else {
      return (.cannotTell, "it holds no client certificate")
    }
    let answer = await QuietProcess.run(
      "openssl", ["x509", "-noout", "-enddate", "-checkend", "\(Self.margin)"], input: Array(certificate.utf8))
    guard let answer, let end = answer.output.split(separator: "\n").first(where: { $0.hasPrefix("notAfter=") }) else {
      return (.cannotTell, "openssl cannot read the certificate")
    }
    return (answer.hasSucceeded ? .ok : .not, "good until \(Visible.line(String(end.dropFirst("notAfter=".count))))")
  }

  /// The first client certificate of a kubeconfig, in PEM.
  private static func certificate(in text: String) -> String? {
    for line in text.split(separator: "\n") {
      let words = line.trimmed.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count == 2 else { continue }
      if words[0] == "client-certificate-data:", let data = Data(base64Encoded: String(words[1])) {
        return String(decoding: data, as: UTF8.self)
      }
      if words[0] == "client-certificate:" {
        return FileManager.default.contents(atPath: String(words[1])).map { String(decoding: $0, as: UTF8.self) }
      }
    }
    return nil
  }
}
