import Blueprint
import LabModel

extension KubesprayCluster {
  var etcdJob: String { "\(name)-etcd" }
  var apiJob: String { "\(name)-api" }
  var kubeletJob: String { "\(name)-kubelet" }
  var proxyJob: String { "\(name)-kube-proxy" }

  /// etcd and kube-proxy give metrics to anyone; the API server and the kubelets only to those with an account, so they
  /// are probed from outside.
  var scrapeTargets: [ScrapeTarget] {
    [
      ScrapeTarget(
        owner: id, origin: declared, job: etcdJob, method: .metrics(path: "/metrics"),
        addresses: machines(.etcd).map { "\($0.address.text):\(Self.etcdMetricsPort)" }),
      ScrapeTarget(
        owner: id, origin: declared, job: apiJob, method: .probe(module: .httpsAnyCertificate),
        addresses: machines(.controlPlane).map { "https://\($0.address.text):\(Self.apiPort)/livez" }),
      ScrapeTarget(
        owner: id, origin: declared, job: kubeletJob, method: .probe(module: .tcp),
        addresses: kubernetesMachines.map { "\($0.address.text):10250" }),
      ScrapeTarget(
        owner: id, origin: declared, job: proxyJob, method: .metrics(path: "/metrics"),
        addresses: kubernetesMachines.map { "\($0.address.text):10249" }),
    ]
  }
}
