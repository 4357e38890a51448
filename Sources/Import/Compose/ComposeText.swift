import ComposeFile
import Diagnostics

/// Texts of a project as Swift: variables that nobody set become values of the lab.
final class ComposeText {
  /// The project's name; its variables are its own.
  let project: String
  /// The variables that some text of the lab needs.
  private(set) var used: Set<String> = []

  init(project: String) {
    self.project = project
  }

  /// The thing that a variable becomes.
  func variable(_ name: String) -> ThingID { ThingID("variable", "\(project) \(name)") }

  /// A text as it is used where Kubernetes looks for nothing in it.
  func plain(_ text: String) -> SwiftExpression {
    let pieces = Placeholder.pieces(of: text).map { piece -> SwiftExpression in
      switch piece {
      case .text(let text): return .text(text)
      case .variable(let name):
        used.insert(name)
        return .thing(variable(name))
      }
    }
    switch pieces.count {
    case 0: return .text("")
    case 1: return pieces[0]
    default: return .joined(pieces)
    }
  }

  /// A text of a command or a variable: Kubernetes reads `$(NAME)` and `$$` there, and Compose does not.
  func expandable(_ text: String) -> SwiftExpression { plain(Self.escaped(text)) }

  /// A text in which every dollar sign means itself.
  static func escaped(_ text: String) -> String {
    guard text.contains("$(") || text.contains("$$") else { return text }
    return text.replacing("$", with: "$$")
  }
}
