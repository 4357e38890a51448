import Diagnostics
import LabModel

extension Service {
  /// States that the service keeps the secrets of the lab, as Vault or OpenBao do: whatever reads a secret needs it to start.
  ///
  /// - Returns: The service as the lab's secret store.
  public func keepsSecrets() -> Service {
    var copy = self
    copy.isSecretStore = true
    return copy
  }

  /// States what the service needs to start, beyond what it needs to go on working.
  ///
  /// ```swift
  /// let argocd = Service("argocd", in: argocdNamespace).needsToStart(gitea, because: "reads what it deploys from")
  /// ```
  ///
  /// - Parameters:
  ///   - other: A thing of the lab.
  ///   - words: How the sentence goes on after the service's name; `needs to start` unless said otherwise.
  /// - Returns: The service with the need.
  public func needsToStart(_ other: any Component, because words: String = "needs to start") -> Service {
    adding(StartNeed(.thing(other.id), words))
  }

  /// States what the service needs to start, by the host name under which the lab exposes it.
  ///
  /// Two values cannot refer to each other; a host name can: `argocd.needsToStart("git.lab.example", because: "deploys from")`.
  ///
  /// - Parameters:
  ///   - hostName: A host name; one that no service of the lab has is outside of it, and fine.
  ///   - words: How the sentence goes on after the service's name; `needs to start` unless said otherwise.
  /// - Returns: The service with the need.
  public func needsToStart(_ hostName: String, because words: String = "needs to start") -> Service {
    adding(StartNeed(.hostName(hostName), words))
  }

  /// States how the lab starts while this service is not up yet, by a step that a person takes.
  ///
  /// It turns a ring of things that wait for each other from an error into an exception that the start order and the portal
  /// show: `vault.breakGlass("unseal it with the keys from the safe, and log in with the printed root token")`.
  ///
  /// - Parameter step: What to do, as an instruction.
  /// - Returns: The service with its step.
  public func breakGlass(_ step: String) -> Service {
    var copy = self
    copy.breakGlass = step
    return copy
  }

  private func adding(_ need: StartNeed) -> Service {
    var copy = self
    copy.startNeeds.append(need)
    return copy
  }
}
