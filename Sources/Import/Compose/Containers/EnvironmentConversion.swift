import ComposeFile
import Diagnostics

/// Turns `environment` and `env_file` into `Environment`, secrets into references.
struct EnvironmentConversion {
  let container: ContainerConversion

  init(_ container: ContainerConversion) {
    self.container = container
  }

  func convert() {
    let own = container.service["environment"]
    for variable in container.conversion.project.environments[container.name] ?? [] {
      convert(variable, own?[variable.name])
    }
    for (name, value) in own?.entries ?? [] where !container.conversion.account.isTaken(value.node, at: value.path) {
      value.drop("'\(name)' has no value, so the container does not get it")
    }
    convertFiles()
  }

  private func convert(_ variable: ComposeVariable, _ own: ComposeCursor?) {
    func take(_ fate: Residue.Fate) {
      if variable.file == nil, let own {
        container.conversion.account.take(own.node, at: own.path, fate)
      } else {
        container.conversion.account.takeLine(variable.place, fate)
      }
    }
    guard Self.isName(variable.name) else { return take(.dropped("Kubernetes takes no variable of this name")) }
    guard let value = variable.value else { return take(.dropped("it has no value")) }
    if SecretDetection.isSecret(name: variable.name, value: value) {
      container.addSecret(variable.name, at: variable.place.location)
      return take(.changed("a reference to a secret in Vault; the value is not copied"))
    }
    let renamed = withNewHosts(value)
    container.parts.append(
      .call(
        SwiftCall(
          "Environment", [.init(.text(variable.name)), .init(container.text.expandable(renamed))],
          at: variable.place.location)))
    take(fate(value, renamed))
  }

  private func fate(_ value: String, _ renamed: String) -> Residue.Fate {
    if renamed != value { return .changed("names of services are those in Kubernetes") }
    let variables = Placeholder.variables(in: value)
    return variables.isEmpty ? .carried : .changed("\(variables.joined(separator: ", ")) is set in Swift")
  }

  /// The value with the names of services that Kubernetes cannot have replaced by the ones they got.
  private func withNewHosts(_ value: String) -> String {
    var result = value
    for (host, _) in ComposeTraffic.hosts(in: value) {
      guard let label = container.conversion.labels[host], label != host else { continue }
      result = result.replacing(host, with: label)
    }
    return result
  }

  private func convertFiles() {
    for file in container.service["env_file"]?.items ?? [] {
      file["path"]?.change("its variables are written out")
      file.dropRest("it says how the file is read")
    }
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || "-._".unicodeScalars.contains($0)
    }
  }
}
