import Diagnostics

/// The rules about configurations of nginx.
enum NginxRules {
  static let bracesFit = Rule(
    "RB1240", .warning, "the braces of a configuration of nginx fit",
    why: "Where a block ends decides which upstream a server belongs to; without it, comparing means guessing.",
    remedy: "Close the block, or render the template that the file is: `nginx -t` reads what is left.")

  static let all = [bracesFit]
}
