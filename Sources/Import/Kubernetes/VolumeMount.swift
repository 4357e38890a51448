import Diagnostics

/// One mount of a volume in a container.
struct VolumeMount {
  var volume: String
  var path: String
  var subPath: String?
  var isReadOnly: Bool
  var propagation: String?
  var place: SourceLocation

  /// Whether a path says it all.
  var isSimple: Bool { isSimpleForReading && !isReadOnly }
  /// Whether a path says it all, beside that it may be for reading only.
  var isSimpleForReading: Bool { subPath == nil && propagation == nil }
}
