import LabLanguage
import LabModel
import Systems

/// What the records say of services, their ports and their data.
let serviceContradictions: [Contradiction] = [
  Contradiction(
    12, "one of Mealie's three images is `nightly`", caughtBy: "RB0401",
    stated: { .apps { [Service("mealie", in: $0) { Container("hkotel/mealie:nightly", port: 9000) }] } },
    corrected: { .apps { [Service("mealie", in: $0) { Container("hkotel/mealie:v2.8.0", port: 9000) }] } }),
  Contradiction(
    13, "Argo CD and Traefik both take node port 30080", caughtBy: "RB0409",
    stated: { .nodePorts(argocd: 30080, traefik: 30080) },
    corrected: { .nodePorts(argocd: 30080, traefik: 31469) }),
  Contradiction(
    14, "media volumes name storage that no manifest creates", caughtBy: "RB0001",
    stated: { .film(on: StorageClass("synology-nfs", on: Records.tank, protocol: .nfs)) },
    corrected: { .film(on: Records.iscsi) }),
  Contradiction(
    16, "Pi-hole is declared in two files", caughtBy: "RB0002",
    stated: {
      .apps {
        [
          Service("pihole", in: $0) { Container("pihole/pihole:2025.08.0", port: 80) },
          Service("pihole", in: $0) { Container("pihole/pihole:2025.11.0", port: 80) },
        ]
      }
    },
    corrected: { .apps { [Service("pihole", in: $0) { Container("pihole/pihole:2025.11.0", port: 80) }] } }),
  Contradiction(
    28, "24 TiB of films are backed up to a small NAS", caughtBy: "RB0505",
    stated: { .backedUp(Volume("video", .tib(24), on: Records.iscsi)) },
    corrected: { .backedUp(Volume("video", .tib(24), on: Records.iscsi).notBackedUp(because: "it can be fetched")) }),
]

extension ResolvedLab {
  /// A lab with the cluster and services in one namespace of it.
  fileprivate static func apps(_ services: (Namespace) -> [Service]) -> ResolvedLab {
    let cluster = Records.cluster()
    let namespace = Namespace("apps", in: cluster)
    return .records {
      cluster
      namespace
      services(namespace).map { $0 as any Component }
    }
  }

  fileprivate static func nodePorts(argocd: Int, traefik: Int) -> ResolvedLab {
    let cluster = Records.cluster()
    let namespace = Namespace("apps", in: cluster)
    let balancer = LoadBalancer(
      "k8s-api", vip: Records.servers["192.168.10.250"], fencing: .waived(because: "an example")
    ) {
      Records.vm("nginx-lb01", id: 250, on: Records.pve1, at: "192.168.10.251")
      Records.vm("nginx-lb02", id: 251, on: Records.pve2, at: "192.168.10.252")
    }
    return .records {
      cluster
      namespace
      balancer
      Service("argocd", in: namespace) { Container("quay.io/argoproj/argocd:v3.4.4", port: 8080) }
        .exposed(at: "argocd.lab.example", through: balancer, port: 8080, nodePort: argocd)
      Service("traefik", in: namespace) { Container("traefik:v3.5.0", port: 8000) }
        .exposed(at: "traefik.lab.example", through: balancer, port: 80, nodePort: traefik)
    }
  }

  fileprivate static func film(on storage: StorageClass) -> ResolvedLab {
    .apps {
      [
        Service("plex", in: $0) {
          Container("lscr.io/linuxserver/plex:1.42.2", port: 32400)
          Volume("media-storage", .tib(1), on: storage)
        }
        .notBackedUp(because: "films can be fetched again")
      ]
    }
  }

  fileprivate static func backedUp(_ volume: Volume) -> ResolvedLab {
    let volume1 = Pool("volume1", size: .tib(8))
    let synology = Synology("synology", version: "7.2", at: Records.servers["192.168.10.30"]) { volume1 }
    return .records {
      synology
      Records.km01
      Service("plex", in: Records.km01) {
        Container("lscr.io/linuxserver/plex:1.42.2", port: 32400)
        Volume("config", .gib(10), on: Records.iscsi)
        volume
      }
      .backedUp(every: .days(1), keep: .days(7), to: synology)
    }
  }
}
