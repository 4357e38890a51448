import ArgumentParser

/// How diagnostics are printed.
package enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, narrated, json, github, gitlab, sarif
}
