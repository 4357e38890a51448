import Diagnostics

/// What an import of a Compose project tells beyond what the loader found.
enum ComposeImportRules {
  static let placeholderImage = Rule(
    "RB1330", .warning, "a service that is built has an image",
    why: "Kubernetes pulls images; it builds none.",
    remedy: "Push the image to a registry, and write its name in the place of `registry.invalid`.", waivable: false)
  static let secretValue = Rule(
    "RB1331", .warning, "a secret is not written in a file",
    why: "What stands in a Compose file stands in every copy and every backup of it.",
    remedy: "Put the value into Vault at the path that the import wrote, and change it if the file was shared.",
    waivable: false)
  static let guessedSize = Rule(
    "RB1332", .note, "a volume has a size",
    why: "Compose states none, so the import guessed.", remedy: "Write the size that the data needs.", waivable: false)
  static let hostPath = Rule(
    "RB1333", .warning, "a container does not reach into its host",
    why: "It works on the one machine that has the path, and whoever gets into the container gets at the host.",
    remedy: "Look whether the service needs it; a volume or a plugin of the cluster is often enough.", waivable: false)
  static let data = Rule(
    "RB1334", .warning, "data of a folder is moved into a volume",
    why: "The volume begins empty; what the folder holds stays on the old machine until it is copied.",
    remedy: "Stop the old service, copy the folder into the volume, and look at the result before anything is deleted.",
    waivable: false)
  static let unknownPorts = Rule(
    "RB1335", .warning, "a service that others need says which ports it listens on",
    why: "Without a port it has no name in the cluster, and the others do not find it.",
    remedy: "Give its container the port.", waivable: false)
  static let guessedPort = Rule(
    "RB1336", .note, "a port is stated",
    why: "Compose states none here, so the import took the usual one of the image or the one that others call.",
    remedy: "Look whether the port is right.", waivable: false)
  static let missingFile = Rule(
    "RB1337", .warning, "a file that a service mounts is there",
    why: "Its content is unknown, so the import wrote a placeholder.", remedy: "Write the content in its place.",
    waivable: false)
  static let shellLess = Rule(
    "RB1338", .warning, "a health check says what it runs",
    why: "The image may bring its own check, and Kubernetes reads none from an image.",
    remedy: "Write the command of the image's health check as a `Probe`.", waivable: false)
  static let renamed = Rule(
    "RB1339", .note, "names are names of DNS",
    why: "Kubernetes takes letters, digits and hyphens only.", remedy: "Look whether something else uses the old name.",
    waivable: false)
  static let notInLab = Rule(
    "RB1340", .warning, "a service can run in Kubernetes",
    why: "It is nothing that a container is started for.", remedy: "Provide what it provides in another way.",
    waivable: false)

  static let all = [
    placeholderImage, secretValue, guessedSize, hostPath, data, unknownPorts, guessedPort, missingFile, shellLess,
    renamed, notInLab,
  ]
}
