import Diagnostics
import Documents
import Runbooks

extension ResolvedRunbook {
  /// The plan's file; the lines of a step come from that step's line in the Markdown, all others from its first.
  var planText: PrintedText {
    var lines = TextWriter(origin: location)
    var steps = plan.steps[...]
    var isInSteps = false
    // The bytes are the plan's identity: every line stays as it is, empty ones too.
    for line in String(decoding: plan.bytes.dropLast(), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      // Keys of the whole plan are indented by two, steps by four.
      if line.hasPrefix("  \"") { isInSteps = line.hasPrefix("  \"steps\"") }
      if isInSteps, line == "    {" { lines.origin = SourceLocation(location.file, steps.popFirst()?.line ?? 1) }
      if line == "  ]," || line == "  ]" { lines.origin = location }
      lines.line(String(line))
    }
    return lines.printed
  }
}
