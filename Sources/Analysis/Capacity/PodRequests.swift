import Diagnostics
import LabLanguage
import LabModel

/// What the pods of a service ask of a worker, as the scheduler counts it.
struct PodRequests {
  /// What one pod asks for: cores are thousandths here.
  let size: BinPacking.Size
  /// How many there are; one on each worker for a daemon set.
  let count: Int
  let isOnEachWorker: Bool
  /// The one worker that they are kept on, by name.
  let pinned: String?
  /// Whether other rules than room say where they run.
  let isConstrained: Bool

  /// Reads a service; nil where it asks for nothing, or runs for a while and ends.
  init?(_ service: Service) {
    let template = service.template
    guard template.workload?.ends != true else { return nil }
    let sidecars = template.initContainers.filter(\.isSidecar).map(\.container)
    let main = (template.containers + sidecars).map { Self.size($0.settings.resources.first) }
    let before = template.initContainers.map { Self.size($0.container.settings.resources.first) }
    let cores = max(main.reduce(0) { $0 + $1.cores }, before.map(\.cores).max() ?? 0)
    let memory = max(main.reduce(0) { $0 + $1.memory }, before.map(\.memory).max() ?? 0)
    guard cores > 0 || memory > 0 else { return nil }
    size = BinPacking.Size(cores: cores, memory: memory, widest: 0)
    if case .daemonSet = template.workload { isOnEachWorker = true } else { isOnEachWorker = false }
    count = isOnEachWorker ? 1 : min(max(template.workload?.replicas ?? 1, 0), 10_000)
    pinned = template.nodeSelectors.first { $0.key == "kubernetes.io/hostname" }?.value
    isConstrained =
      template.nodeSelectors.contains { $0.key != "kubernetes.io/hostname" }
      || template.nodeAffinities.contains(where: \.isRequired) || template.podAffinities.contains(where: \.isRequired)
      || template.spreads.contains(where: \.isRequired)
      || template.containers.contains { $0.settings.resources.first?.devices.isEmpty == false }
  }

  /// Thousandths of cores, and KiB rounded up; held where no sum of them can overflow.
  private static func size(_ resources: Resources?) -> BinPacking.Size {
    let bytes = resources?.memory?.bytes ?? 0
    return BinPacking.Size(
      cores: min(max(resources?.cpu?.millicores ?? 0, 0), 1 << 30),
      memory: min((bytes >> 10) + (bytes & 1023 > 0 ? 1 : 0), 1 << 36), widest: 0)
  }
}
