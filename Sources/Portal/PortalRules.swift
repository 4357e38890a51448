import Diagnostics

/// The rules about the portal.
public enum PortalRules {
  /// A link that leads nowhere.
  public static let deadLink = Rule(
    "RB0941", .error, "every link of the portal leads to a page",
    why: "Whoever follows a link at three in the morning and finds nothing has lost time and trust.",
    remedy: "List the thing in the lab's body, or correct the name in the runbook or alert that mentions it.",
    waivable: false)

  /// A diagram that Graphviz does not draw.
  public static let drawing = Rule(
    "RB0942", .error, "every diagram of the portal can be drawn",
    why: "A portal without its diagrams is half a portal, and nobody would notice before they are needed.",
    remedy: "Look at what Graphviz says, and whether libgraphviz is installed with its core and dot plugins.",
    waivable: false)

  /// All of them.
  public static let all = [deadLink, drawing]
}
