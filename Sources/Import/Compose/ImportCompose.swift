import ComposeFile
import Diagnostics

/// Imports Compose files as services of a cluster.
///
/// The files are laid over each other in the order in which they are named; the folder of the first is the project's, and
/// nothing outside of it is read. The environment of this process is not read either.
///
/// - Parameters:
///   - paths: The files.
///   - options: Where the services go.
/// - Returns: The lab, the account of every key, and what the person should know; without declarations where an error
///   stands in the way.
public func importCompose(_ paths: [String], options: ImportOptions = ImportOptions()) -> ImportedLab {
  importCompose(paths, root: nil, options: options)
}

/// Imports Compose files that name files of a larger folder.
///
/// - Parameters:
///   - paths: The files.
///   - root: The folder that may be read; nil for the project's.
///   - options: Where the services go.
/// - Returns: As ``importCompose(_:options:)``.
public func importCompose(_ paths: [String], root: String?, options: ImportOptions) -> ImportedLab {
  guard let first = paths.first else { return ImportedLab() }
  let folder = first.contains("/") ? String(first.prefix(upTo: first.lastIndex(of: "/") ?? first.startIndex)) : "."
  let own = folder.isEmpty ? "/" : folder
  let names = paths.map { path in
    path.hasPrefix("\(own)/") ? String(path.dropFirst(own.utf8.count + 1)) : path
  }
  let fallback = own.split(separator: "/").last.map(String.init) ?? "project"
  var lab = importCompose(
    ComposeOptions(files: names, fallbackName: fallback == "." ? "project" : fallback, keepsUnset: true),
    from: ComposeFilesOnDisk(folder: own, root: root), options: options)
  // Other sources are named as they were on the command line; so is this one, where it is compared with them.
  lab.facts = lab.facts.map { fact in
    var fact = fact
    if own != "." { fact.place.file = own == "/" ? "/\(fact.place.file)" : "\(own)/\(fact.place.file)" }
    return fact
  }
  return lab
}

/// Imports a Compose project from files of any kind.
func importCompose(_ request: ComposeOptions, from files: any ComposeFiles, options: ImportOptions) -> ImportedLab {
  let load = loadCompose(request, from: files)
  guard let project = load.project else {
    var lab = ImportedLab()
    lab.diagnostics = load.diagnostics
    return lab
  }
  var lab = ComposeConversion(project, files: files, options: options).converted()
  lab.diagnostics = load.diagnostics + lab.diagnostics
  return lab
}
