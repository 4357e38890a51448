import ComposeFile
import Diagnostics

extension ContainerConversion {
  /// Adds a volume of a kind to the pod, mounted in this container.
  ///
  /// - Parameters:
  ///   - word: The word of the volume's kind.
  ///   - name: Its name, before it is made unique in the pod.
  ///   - arguments: What follows the name.
  ///   - path: Where it is mounted.
  ///   - readOnly: Whether it is mounted for reading only.
  ///   - after: What follows `at:`.
  func mount(
    _ word: String, name: String, _ arguments: [SwiftCall.Argument], at path: String, readOnly: Bool = false,
    after: [SwiftCall.Argument] = []
  ) {
    guard mountedPaths.insert(path).inserted else { return }
    let name = ComposeNames.unique(name, &pod.volumeNames)
    var call = SwiftCall(word, [.init(.text(name))] + arguments)
    if isFirst {
      call.arguments.append(.init("at", text.plain(path)))
      call.arguments += after
      if readOnly { call.arguments.append(.init("readOnly", .boolean(true))) }
    } else {
      call.arguments += after
      mountInside(name, at: path, readOnly: readOnly)
    }
    pod.parts.append(.call(call))
  }

  /// Mounts a volume of the pod in this container, by its name.
  func mountInside(_ name: String, at path: String, subPath: String? = nil, readOnly: Bool) {
    var arguments: [SwiftCall.Argument] = [.init(.text(name)), .init("at", text.plain(path))]
    if let subPath { arguments.append(.init("subPath", text.plain(subPath))) }
    if readOnly { arguments.append(.init("readOnly", .boolean(true))) }
    parts.append(.call(SwiftCall("Mount", arguments)))
  }

  /// The variables of this container whose values are secrets: such a value is not written elsewhere either.
  var secretValues: [(name: String, value: String)] {
    let variables = conversion.project.environments[name] ?? []
    let open = Set(
      variables.filter { !SecretDetection.isSecret(name: $0.name, value: $0.value ?? "") }.compactMap(\.value))
    return variables.compactMap { variable in
      guard let value = variable.value, value.utf8.count >= 4, !open.contains(value),
        SecretDetection.isSecret(name: variable.name, value: value)
      else { return nil }
      return (variable.name, value)
    }
  }
}
