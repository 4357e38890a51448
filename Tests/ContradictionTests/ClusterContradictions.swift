import LabLanguage
import LabModel
import Systems

/// What the records say of the cluster in two ways.
let clusterContradictions: [Contradiction] = [
  Contradiction(
    4, "the disaster runbook would build k3s on the machines of the kubespray cluster", caughtBy: "RB0314",
    stated: {
      .records {
        Records.cluster()
        KubesprayCluster("k3s", release: "2.31.0", kubernetes: "1.35.4") {
          ControlPlane(Records.km02)
          Worker(Records.kube01)
          Worker(Records.kube02)
        }
      }
    },
    corrected: { .records { Records.cluster() } }),
  Contradiction(
    5, "the documents say Kubernetes v1.29.5, which this release of kubespray does not install", caughtBy: "RB0308",
    stated: { .records { Records.cluster(kubernetes: "1.29.5") } },
    corrected: { .records { Records.cluster(kubernetes: "1.35.4") } }),
  Contradiction(
    11, "etcd of km03 writes to a disk on iSCSI", caughtBy: "RB0319",
    stated: {
      .records {
        Records.cluster(
          km03: Records.vm("km03", id: 222, on: Records.pve2, at: "192.168.10.236", store: Records.shared))
      }
    },
    corrected: { .records { Records.cluster() } }),
  Contradiction(
    21, "kubeconfig_localhost is set to true and, further down, to false", caughtBy: "RB0316",
    stated: { .records { Records.cluster(variables: [KubesprayVariable("kubeconfig_localhost", false)]) } },
    corrected: { .records { Records.cluster() } }),
  Contradiction(
    22, "two load balancers, no fencing: both may hold the address", caughtBy: "RB0615",
    stated: { .balanced(.waived(because: "it was never set up")) },
    corrected: { .balanced(.proxmox(password: SecretReference("homelab/proxmox/fence", key: "password"))) }),
  Contradiction(
    26, "VMID 101 is Plex and another machine of the documents", caughtBy: "RB0202",
    stated: { .numbered(101, 101) },
    corrected: { .numbered(101, 102) }),
]

extension ResolvedLab {
  fileprivate static func balanced(_ fencing: LoadBalancer.Fencing) -> ResolvedLab {
    let cluster = Records.cluster()
    return .records {
      cluster
      LoadBalancer("k8s-api", vip: Records.servers["192.168.10.250"], fencing: fencing) {
        Records.vm("nginx-lb01", id: 250, on: Records.pve1, at: "192.168.10.251")
        Records.vm("nginx-lb02", id: 251, on: Records.pve2, at: "192.168.10.252")
      }
      .fronts(cluster.apiServer)
    }
  }

  fileprivate static func numbered(_ plex: Int, _ docker: Int) -> ResolvedLab {
    .records {
      Records.vm("plex", id: plex, on: Records.pve1, at: "192.168.10.61")
      Records.vm("docker", id: docker, on: Records.pve2, at: "192.168.10.62")
    }
  }
}
