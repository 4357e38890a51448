import LabLanguage
import LabModel

@testable import Mini

/// The lab that examples of runbooks belong to.
enum MiniLab {
  static let resolved = Mini().resolved
}
