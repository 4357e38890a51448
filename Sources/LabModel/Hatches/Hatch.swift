/// A way round the language: a raw document, a patch of a file that was made, a file of one's own.
///
/// Each says why it is there; the build report counts them and the portal lists them.
public protocol Hatch: Component {
  /// Why the language's own words were not enough, one phrase.
  var reason: String { get }
}
