import Diagnostics
import Documents

/// A change to a file that Rackbook makes, after everything else.
///
/// ```swift
/// let patch = Patch(
///   "kube01-cpu", of: "terraform/basement/main.tf.json", because: "the old board lacks AES",
///   .replace("/resource/proxmox_virtual_environment_vm/kube01/cpu/type", with: "kvm64"),
///   .add("/resource/proxmox_virtual_environment_vm/kube01/cpu/numa", true))
/// ```
///
/// It works on the tree of the file, not on its text, so only files of YAML and JSON that Rackbook itself prints can be
/// patched. Operations are done in order; each must find its place and change something. Every line that it changes
/// comes from the patch in the source map. Raises `RB0970`, `RB0971`, `RB0973` and `RB0976` to `RB0983`.
public struct Patch: Hatch {
  /// One change, or one condition that must hold.
  public struct Operation: Sendable, Hashable {
    /// What is done.
    public enum Action: Sendable, Hashable {
      /// A value is added: under a new key, in place of an old one, or into a list before what is there.
      case add(Node)
      /// A value that is there is replaced.
      case replace(Node)
      /// A value that is there is taken out.
      case remove
      /// A value must be there; nothing is changed.
      case test(Node)
      /// A tree is merged in, key by key; null takes a key out.
      case merge(Node)
    }

    /// What is done.
    public let action: Action
    /// Where, as a JSON Pointer; see ``Documents/Pointer``.
    public let place: String
    /// Where it was written.
    public let declared: SourceLocation

    /// Adds a value: under a new key, in place of an old one, or into a list before what is there (`-`: at its end).
    ///
    /// - Parameters:
    ///   - place: A JSON Pointer; in a list also `key=value`: `/containers/name=web/env/-`.
    ///   - value: The value, as a literal.
    ///   - file: Left out.
    ///   - line: Left out.
    /// - Returns: The operation.
    public static func add(
      _ place: String, _ value: Node, file: StaticString = #fileID, line: UInt = #line
    ) -> Operation {
      Operation(action: .add(value), place: place, declared: SourceLocation(file, line))
    }

    /// Replaces a value that is there.
    ///
    /// - Parameters:
    ///   - place: A JSON Pointer; in a list also `key=value`.
    ///   - value: The new value, as a literal.
    ///   - file: Left out.
    ///   - line: Left out.
    /// - Returns: The operation.
    public static func replace(
      _ place: String, with value: Node, file: StaticString = #fileID, line: UInt = #line
    ) -> Operation {
      Operation(action: .replace(value), place: place, declared: SourceLocation(file, line))
    }

    /// Takes out a value that is there.
    ///
    /// - Parameters:
    ///   - place: A JSON Pointer; in a list also `key=value`.
    ///   - file: Left out.
    ///   - line: Left out.
    /// - Returns: The operation.
    public static func remove(_ place: String, file: StaticString = #fileID, line: UInt = #line) -> Operation {
      Operation(action: .remove, place: place, declared: SourceLocation(file, line))
    }

    /// Demands that a value is there; a patch whose demand is not met stops the build.
    ///
    /// - Parameters:
    ///   - place: A JSON Pointer; in a list also `key=value`.
    ///   - value: The value, as a literal.
    ///   - file: Left out.
    ///   - line: Left out.
    /// - Returns: The operation.
    public static func test(
      _ place: String, equals value: Node, file: StaticString = #fileID, line: UInt = #line
    ) -> Operation {
      Operation(action: .test(value), place: place, declared: SourceLocation(file, line))
    }

    /// Merges a tree in, key by key; `.null` takes a key out, a list replaces a list.
    ///
    /// - Parameters:
    ///   - value: The tree, as a literal.
    ///   - place: A JSON Pointer; the root unless said otherwise.
    ///   - file: Left out.
    ///   - line: Left out.
    /// - Returns: The operation.
    public static func merge(
      _ value: Node, at place: String = "", file: StaticString = #fileID, line: UInt = #line
    ) -> Operation {
      Operation(action: .merge(value), place: place, declared: SourceLocation(file, line))
    }

    /// What it does, one phrase: `replace /spec/replicas`.
    public var summary: String {
      let verb =
        switch action {
        case .add: "add"
        case .replace: "replace"
        case .remove: "remove"
        case .test: "test"
        case .merge: "merge into"
        }
      return "\(verb) \(place.isEmpty ? "the root" : place)"
    }
  }

  /// The patch's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The path of the file, below the build folder.
  public let path: String
  /// Which document of a file with several Kubernetes objects, as `Kind/name`.
  public let document: String?
  /// Why the language's own words were not enough.
  public let reason: String
  /// What is done, in order.
  public let operations: [Operation]
  /// Whether operations that find what they want already there are fine.
  public private(set) var allowsNoChange = false

  /// Declares a patch.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - path: The path of the file, below the build folder.
  ///   - document: Which document of a file with several Kubernetes objects, as `Kind/name`: `Deployment/mealie`.
  ///   - reason: Why the language's own words are not enough, one phrase.
  ///   - operations: What is done, in order.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, of path: String, document: String? = nil, because reason: String, _ operations: Operation...,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.id = ThingID("patch", name)
    self.declared = SourceLocation(file, line)
    self.path = path
    self.document = document
    self.reason = reason
    self.operations = operations
  }

  /// The same patch, for which it is fine to find that the file is as wanted already.
  public var allowingNoChange: Patch {
    var patch = self
    patch.allowsNoChange = true
    return patch
  }

  /// Which file it changes.
  public var summary: String { "patch of \(path)" }

  /// Why it is there, and what it does.
  public var facts: [Fact] {
    [Fact("reason", "Why", reason), Fact("file", "File", path)]
      + (document.map { [Fact("document", "Object", $0)] } ?? [])
      + operations.map { Fact("operation", "Does", $0.summary) }
  }
}
