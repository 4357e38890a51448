import Diagnostics

/// One thing's need of others, in numbers of ``DependencyGraph``: so many of the members must work.
///
/// A plain dependency has one member, of which one must work. Where none must work, the loss of a member degrades the owner.
struct Requirement: Sendable {
  /// What the need is for.
  enum Use: Sendable {
    /// To work at all.
    case operation
    /// To start.
    case start
    /// To look names up while starting.
    case names
    /// To get its data back.
    case restore
  }

  var owner: Int
  var members: [Int]
  var required: Int
  /// How the sentence goes on after the owner's name: `runs on`; for a group, what the members are: `etcd members`.
  var words: String
  /// Whether `words` name a group.
  var isGroup: Bool
  var use: Use

  /// How many members can be lost before the owner is.
  var spare: Int { members.count - required }
}
