import Diagnostics

extension ImportedLab {
  /// Imports several sources into one lab, and compares what they state.
  ///
  /// Machines and clusters of an inventory are there for what follows: workloads of Kubernetes go into its cluster.
  ///
  /// - Parameters:
  ///   - sources: What to import.
  ///   - options: What the person decided.
  public init(of sources: [ImportSource], options: ImportOptions) {
    self.init()
    var options = options
    for kind in [ImportKind.ansible, .kubernetes, .compose, .nginx] {
      let paths = sources.filter { $0.kind == kind }.map(\.path)
      if paths.isEmpty { continue }
      switch kind {
      // Each inventory by itself: Ansible would let the last of several win, and nobody would see it.
      case .ansible: for path in paths { add(importAnsible([path], options: options)) }
      case .kubernetes: add(importKubernetes(paths, options: options))
      case .nginx: add(importNginx(paths))
      case .compose: for files in ComposeFolders.projects(of: paths) { add(importCompose(files, options: options)) }
      }
      options.foundCluster = declarations.first { $0.id.kind == "cluster" }?.id
      options.foundMachine = declarations.first { $0.id.kind == "host" }?.id
    }
    diagnostics += conflicts(among: facts, declared: Set(declarations.map(\.id)))
  }
}
