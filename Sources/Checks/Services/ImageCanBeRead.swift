import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0402 = Rule(
  "RB0402", .error, "an image is a name with a tag or a digest",
  why: "What no registry can look up is found out when the container starts: `InvalidImageName`, and nothing runs.",
  remedy: "Write `[registry/]name[:tag][@sha256:digest]`, the name in lower case.", waivable: false)

extension Check {
  /// An image is a name with a tag or a digest.
  static let imageCanBeRead = Check(
    rb0402,
    bad: { .example { Service("mealie", in: Example.node) { Container("mealie :v2.8.0", port: 9000) } } },
    good: { .example { Service("mealie", in: Example.node) { Container("mealie:v2.8.0", port: 9000) } } },
    findings: { lab in
      lab.images.filter { ImageReference($0.container.image) == nil }.map { service, container in
        let joined = container.image.filter { !$0.isWhitespace }
        return rb0402.diagnostic(
          about: service, at: container.declared, "'\(container.image)' is no name of a container image",
          fixes: ImageReference(joined) == nil
            ? [] : [Fix("take the blanks out", quoted: container.image, by: joined)])
      }
    })
}
