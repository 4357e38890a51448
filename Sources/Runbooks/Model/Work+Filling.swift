extension Work {
  /// The work at the next stage.
  func filled<Filler: TextFiller>(with filler: inout Filler) -> Work<Filler.To> where Filler.From == Text {
    var work = Work<Filler.To>(kind.filled(with: &filler), line: line)
    work.host = host.map { filler.host($0, line: line) }
    work.user = user.map { filler.user($0) }
    work.timeoutMilliseconds = timeoutMilliseconds
    work.usesTerminal = usesTerminal
    work.secrets = secrets
    work.expectations = expectations.map { Expectation($0.selector, $0.comparison.filled(with: &filler)) }
    return work
  }
}

extension WorkKind {
  func filled<Filler: TextFiller>(with filler: inout Filler) -> WorkKind<Filler.To> where Filler.From == Text {
    switch self {
    case .script(let text): return .script(filler.shell(text))
    case .command(let words): return .command(words.flatMap { filler.words($0) })
    case .copy(let copy):
      return .copy(
        FileCopy(copy.direction, from: filler.value(copy.source), to: filler.value(copy.destination), mode: copy.mode))
    case .kubectl(let call): return .kubectl(call.filled(with: &filler))
    case .helm(let call): return .helm(call.filled(with: &filler))
    case .request(let request):
      return .request(
        HTTPRequest(
          request.method, filler.value(request.url),
          headers: request.headers.map { .init($0.name, filler.value($0.value)) },
          body: request.body.map { filler.value($0) }, connectTo: request.connectTo.map { filler.value($0) },
          certificateAuthority: request.certificateAuthority.map { filler.value($0) }))
    }
  }
}

extension ClusterCall {
  func filled<Filler: TextFiller>(with filler: inout Filler) -> ClusterCall<Filler.To> where Filler.From == Text {
    ClusterCall<Filler.To>(
      arguments.flatMap { filler.words($0) }, kubeconfig: kubeconfig.map { filler.value($0) },
      context: context.map { filler.value($0) }, namespace: namespace.map { filler.value($0) },
      input: input.map { filler.value($0) })
  }
}
