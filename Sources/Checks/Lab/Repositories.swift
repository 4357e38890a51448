import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0440 = Rule(
  "RB0440", .error, "a git repository's address is https:// or ssh://git@",
  why: """
    Tools that deploy from git read a URL. The short form of scp, `git@server:path`, is none: some take the colon for a \
    port, some refuse it.
    """,
  remedy: "Write https://server/path or ssh://git@server/path.", waivable: false)

private let rb0441 = Rule(
  "RB0441", .error, "a git server that is asked over ssh is known by its key",
  why: """
    What deploys has nobody who says yes to an unknown key: the first pull fails, or the check is switched off and anybody \
    on the way may answer.
    """,
  remedy: "Write what `ssh-keyscan server` says as `knownHosts:`, after a look at the server's own page.")

extension Check {
  /// A git repository's address is https:// or ssh://git@.
  static let repositoryHasURL = Check(
    rb0440,
    bad: {
      .bare {
        GitRepository(
          "home-ops", at: "git@git.example.org:home/home-ops.git", knownHosts: "git.example.org ssh-ed25519 AAAA")
      }
    },
    good: {
      .bare {
        GitRepository(
          "home-ops", at: "ssh://git@git.example.org/home/home-ops.git", knownHosts: "git.example.org ssh-ed25519 AAAA")
      }
    },
    findings: { lab in
      lab.all(GitRepository.self).filter { server(of: $0.url) == nil }.map { repository in
        let meant = urlOfShortForm(repository.url)
        return rb0440.diagnostic(
          about: repository.id, "'\(repository.url)' of \(repository.id) is no address of a repository",
          fixes: meant.map { [Fix("write it as a URL", quoted: repository.url, by: $0)] } ?? [])
      }
    })

  /// A git server that is asked over ssh is known by its key.
  static let repositoryServerIsKnown = Check(
    rb0441,
    bad: { .bare { GitRepository("home-ops", at: "ssh://git@git.example.org/home/home-ops.git") } },
    good: { .bare { GitRepository("home-ops", at: "https://git.example.org/home/home-ops.git") } },
    findings: { lab in
      lab.all(GitRepository.self).compactMap { repository in
        guard repository.url.hasPrefix("ssh://"), repository.knownHosts?.isEmpty ?? true,
          let server = server(of: repository.url), !wellKnown.contains(server)
        else { return nil }
        return rb0441.diagnostic(about: repository.id, "no key of \(server) for \(repository.id)")
      }
    })

  /// Servers whose keys ship with Argo CD and Flux.
  private static let wellKnown: Set<String> = ["github.com", "gitlab.com", "bitbucket.org", "ssh.dev.azure.com"]

  /// The server of a URL, without its port.
  private static func server(of url: String) -> String? {
    for scheme in ["https://", "http://", "ssh://git@"] where url.hasPrefix(scheme) {
      let parts = url.dropFirst(scheme.count).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty, !url.contains(" "),
        let server = parts[0].split(separator: ":").first, !server.isEmpty
      else { return nil }
      return String(server)
    }
    return nil
  }

  /// The URL that the short form of scp means.
  private static func urlOfShortForm(_ text: String) -> String? {
    guard text.hasPrefix("git@"), !text.contains("://"), let colon = text.firstIndex(of: ":") else { return nil }
    let url = "ssh://\(text[..<colon])/\(text[text.index(after: colon)...])"
    return server(of: url) == nil ? nil : url
  }
}
