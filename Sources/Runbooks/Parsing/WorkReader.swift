import Diagnostics

/// Turns a fence into what a process carries out.
struct WorkReader {
  /// The fence, with what is wrong with it.
  var fence: Fence

  /// What is carried out, or nothing where that cannot be told.
  mutating func work() -> Work<Template>? {
    guard let kind = kind() else { return nil }
    if fence.attributes.has("tty"), fence.attributes.has("host") {
      fence.refuse(
        "'tty' and 'host' do not go together",
        explanation: "The script reaches the host through ssh's input, which would have to be the terminal.",
        solutions: ["leave out host= and write 'ssh -t HOST command' in the script"])
    }
    if fence.attributes.has("user"), !fence.attributes.has("host") {
      fence.refuse("'user' says nothing without 'host'")
    }
    var work = Work(kind, line: fence.place.line)
    work.host = name("host", isAllowed: Name.isHost)
    work.user = name("user", isAllowed: Name.isUser)
    work.timeoutMilliseconds = fence.milliseconds(of: "timeout")
    work.usesTerminal = fence.attributes.has("tty")
    work.secrets = fence.names(of: "secret", called: "an environment variable", where: Name.isVariable)
    for text in fence.attributes.all("expect") {
      if let expectation = expectation(text, line: fence.place.line) { work.expectations.append(expectation) }
    }
    return work
  }

  private mutating func name(_ name: String, isAllowed: (String) -> Bool) -> Template? {
    guard let template = fence.template(of: name) else { return nil }
    if template.placeholders.isEmpty, !isAllowed(template.source) {
      fence.refuse("'\(template.source)' cannot be a \(name)")
    }
    return template
  }

  /// One line of what is expected.
  mutating func expectation(_ text: String, line: Int) -> Expectation<Template>? {
    do throws(ExpressionProblem) {
      var reader = try ExpressionReader(text, line: line)
      let expectation = try reader.expectation()
      checkResult(expectation.selector, line: line)
      checkPatterns(expectation.comparison, line: line)
      return expectation
    } catch {
      fence.refuse(error.message, line: line, rule: error.rule, solutions: error.solutions)
      return nil
    }
  }

  /// One line of what is taken.
  mutating func capture(_ text: String, line: Int) -> Capture? {
    do throws(ExpressionProblem) {
      var reader = try ExpressionReader(text, line: line)
      let capture = try reader.capture()
      checkResult(capture.selector, line: line)
      return capture
    } catch {
      fence.refuse(error.message, line: line, rule: error.rule, solutions: error.solutions)
      return nil
    }
  }

  private mutating func checkResult(_ selector: Selector, line: Int) {
    switch selector {
    case .match(let pattern): checkPattern(pattern, line: line)
    case .json(let path):
      if JSONPath(path) == nil {
        fence.refuse(
          "'\(path)' is no JSON path", line: line, rule: RunbookRules.selector,
          solutions: ["write $.name, $.list[0].name or $[\"a name\"]"])
      }
    case .exit, .output, .status, .header: break
    }
  }

  private mutating func checkPatterns(_ comparison: Comparison<Template>, line: Int) {
    guard comparison.operator == .matches else { return }
    for value in comparison.values where value.placeholders.isEmpty { checkPattern(value.source, line: line) }
  }

  private mutating func checkPattern(_ pattern: String, line: Int) {
    if let problem = PatternSyntax.problem(of: pattern) {
      fence.refuse(problem, line: line, rule: RunbookRules.selector)
    }
  }

  private mutating func kind() -> WorkKind<Template>? {
    switch fence.language {
    case "bash", "sh":
      if fence.isBlank { fence.refuse("the script is empty") }
      return .script(fence.content())
    case "command": return words(of: fence.text, line: fence.textLine).map { .command($0) }
    case "kubectl": return call().map { .kubectl($0) }
    case "helm": return call().map { .helm($0) }
    case "copy": return copy().map { .copy($0) }
    case "http": return request().map { .request($0) }
    default:
      fence.refuse(
        "nothing is carried out by '\(fence.language)'",
        explanation: "What is carried out is written in \(Fence.workLanguages.joined(separator: ", ")).",
        solutions: NearMiss.suggestion(for: fence.language, in: Fence.workLanguages).map { [$0] } ?? [])
      return nil
    }
  }

  /// Words of a command, none of which a shell would have to read.
  private mutating func words(of text: String, line: Int) -> [Template]? {
    let split = Words(text, firstLine: line)
    if let line = split.openQuote { fence.refuse("a quote is not closed", line: line) }
    if split.words.isEmpty { fence.refuse("the command is empty") }
    let signs: Set<String> = ["|", "||", "&", "&&", ";", ">", ">>", "<", "2>&1", "\\"]
    for word in split.words where !word.isQuoted && (signs.contains(word.text) || word.text.contains("$(")) {
      fence.refuse(
        "'\(word.text)' means nothing without a shell", line: word.line,
        solutions: ["write the step in bash", "put it in quotes, if the program is to have it"])
    }
    return split.words.map { fence.template($0.text, line: $0.line) }
  }

  private mutating func call() -> ClusterCall<Template>? {
    let lines = fence.text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { $0 != "---" }
    guard var words = words(of: head.joined(separator: "\n"), line: fence.textLine) else { return nil }
    if words.first?.source == fence.language { words.removeFirst() }
    let input = lines.dropFirst(head.count + 1).joined(separator: "\n")
    var call = ClusterCall(words)
    call.kubeconfig = fence.template(of: "kubeconfig")
    call.context = fence.template(of: "context")
    call.namespace = fence.template(of: "namespace")
    if head.count < lines.count { call.input = fence.template(input, line: fence.textLine + head.count + 1) }
    return call
  }

  /// `here.db -> host:/there.db`, or the other way round.
  private mutating func copy() -> FileCopy<Template>? {
    let words = Words(fence.text, firstLine: fence.textLine).words
    guard words.count == 3, words[1].text == "->",
      words[0].text.hasPrefix("host:") != words[2].text.hasPrefix("host:")
    else {
      fence.refuse(
        "a copy says what goes where", explanation: "One of the two paths is on the host.",
        solutions: ["write here.db -> host:/var/tmp/there.db", "write host:/var/tmp/there.db -> here.db"])
      return nil
    }
    if !fence.attributes.has("host") { fence.refuse("the copy says not which host", solutions: ["add host=\"...\""]) }
    let direction: CopyDirection = words[0].text.hasPrefix("host:") ? .fromHost : .toHost
    let paths = [words[0], words[2]].map { word in
      fence.template(
        String(word.text.hasPrefix("host:") ? word.text.dropFirst("host:".count) : word.text[...]), line: word.line)
    }
    if paths.contains(where: { $0.source.isEmpty }) { fence.refuse("a path of the copy is empty") }
    var copy = FileCopy(direction, from: paths[0], to: paths[1])
    if let mode = fence.attributes["mode"] {
      let isOctal = (3...4).contains(mode.count) && mode.allSatisfy { "01234567".contains($0) }
      if !isOctal { fence.refuse("'\(mode)' are no permissions in octal", solutions: ["write 0600"]) }
      copy.mode = mode
    }
    return copy
  }

  /// A request line, headers, an empty line, a body.
  private mutating func request() -> HTTPRequest<Template>? {
    let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
    let lines = fence.text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = Words(lines.first.map(String.init) ?? "", firstLine: fence.textLine).words
    guard let address = first.last, first.count <= 2 else {
      fence.refuse("a request begins with its method and its address", solutions: ["write GET https://..."])
      return nil
    }
    let method = first.count == 2 ? first[0].text : "GET"
    if !methods.contains(method) {
      fence.refuse(
        "'\(method)' is no method", line: fence.textLine, solutions: ["write one of \(methods.joined(separator: " "))"])
    }
    if !["http://", "https://", "{{"].contains(where: address.text.hasPrefix) {
      fence.refuse("'\(address.text)' is no address of HTTP", line: fence.textLine, solutions: ["write https://..."])
    }
    var request = HTTPRequest(method, fence.template(address.text, line: fence.textLine))
    let headers = lines.dropFirst().prefix { !$0.trimmed.isEmpty }
    for (offset, line) in headers.enumerated() { header(line, line: fence.textLine + 1 + offset, to: &request) }
    let body = lines.dropFirst(headers.count + 2)
    if !body.allSatisfy({ $0.trimmed.isEmpty }) {
      request.body = fence.template(
        body.joined(separator: "\n"), line: fence.textLine + headers.count + 2)
    }
    request.connectTo = fence.template(of: "connect-to")
    request.certificateAuthority = fence.template(of: "ca")
    return request
  }

  private mutating func header(_ text: Substring, line: Int, to request: inout HTTPRequest<Template>) {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex,
      text[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    else { return fence.refuse("'\(text)' is no header", line: line, solutions: ["write Name: value"]) }
    let value = fence.template(String(text[text.index(after: colon)...].trimmed), line: line)
    request.headers.append(.init(String(text[..<colon]), value))
  }
}
