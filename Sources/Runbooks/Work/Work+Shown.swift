extension Work<String> {
  /// What is carried out, as it is shown and journaled: a script as it is, anything else as one could type it.
  ///
  /// Secrets stand by their names.
  public var shown: String {
    switch kind {
    case .script(let text): return text
    case .command(let words): return Self.line(words)
    case .copy(let copy):
      let (source, destination) =
        switch copy.direction {
        case .toHost: (copy.source, there(copy.destination))
        case .fromHost: (there(copy.source), copy.destination)
        }
      return "copy \(ShellWriter.quoted(source)) to \(ShellWriter.quoted(destination)), mode \(copy.mode)"
    case .kubectl(let call): return Self.line(call.words(program: .kubectl)) + Self.input(call.input)
    case .helm(let call): return Self.line(call.words(program: .helm)) + Self.input(call.input)
    case .request(let request):
      var lines = ["\(request.method) \(request.url)"]
      if let address = request.connectTo { lines[0] += " at \(address)" }
      lines += request.headers.map { "\($0.name): \($0.value)" }
      if let body = request.body { lines += ["", body] }
      return lines.joined(separator: "\n")
    }
  }

  private func there(_ path: String) -> String { host.map { "\($0):\(path)" } ?? path }

  private static func line(_ words: [String]) -> String { words.map(ShellWriter.quoted).joined(separator: " ") }

  private static func input(_ text: String?) -> String { text.map { " <<< \(ShellWriter.quoted($0))" } ?? "" }
}

extension ClusterCall<String> {
  /// The programs that talk to a cluster.
  enum Program: String { case kubectl, helm }

  /// The program, what tells it its cluster, and its arguments.
  func words(program: Program) -> [String] {
    var words = [program.rawValue]
    if let kubeconfig { words.append("--kubeconfig=\(kubeconfig)") }
    if let context { words.append(program == .helm ? "--kube-context=\(context)" : "--context=\(context)") }
    if let namespace { words.append("--namespace=\(namespace)") }
    return words + arguments
  }
}

extension Work<PlannedText> {
  /// What is carried out, as it is shown; inputs, captures and the item stand as `<name>`.
  public var shown: String {
    var filler = ValueFiller([:])
    return filled(with: &filler).shown
  }
}
