import Blueprint
import Compiler
import Diagnostics
import Documents
import LabModel
import Runbooks

extension Compilation {
  /// The errors: none where files are made.
  public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// The codes of everything there is to say.
  public var codes: Set<String> { Set(diagnostics.map(\.code)) }

  /// What there is to say about a thing, as its subject or in a note.
  public func diagnostics(about thing: any Component) -> [Diagnostic] {
    diagnostics.filter { $0.subject == thing.id || $0.notes.contains { $0.subject == thing.id } }
  }

  /// The file of a path below the build folder, or nil where none is made.
  public func artifact(_ path: String) -> Artifact? { artifacts.first { $0.path == path } }

  /// What stands in the file of a path below the build folder, or nil where none is made.
  public func text(of path: String) -> String? { artifact(path)?.text.text }

  /// The value at a place of a file that is a tree, or nil where there is no such file or place.
  ///
  /// ```swift
  /// compilation.value(at: "/all/hosts/km01/ansible_host", of: "ansible/inventory.yml") == "192.168.10.21"
  /// ```
  ///
  /// - Parameters:
  ///   - place: A JSON Pointer; in a list also `key=value`.
  ///   - path: The file's path below the build folder.
  /// - Returns: The value.
  public func value(at place: String, of path: String) -> Node.Content? {
    guard let root = artifact(path)?.document?.roots.first, let pointer = Pointer(place) else { return nil }
    return (try? root.node(at: pointer))?.content
  }

  /// The runbook of an id, such as `mealie/restore`, or nil where there is none.
  public func runbook(_ id: String) -> ResolvedRunbook? { runbooks.first { $0.id == id } }
}
