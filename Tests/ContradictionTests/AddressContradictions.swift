import LabLanguage
import LabModel
import Systems

/// One address for two things, or one thing at two addresses.
let addressContradictions: [Contradiction] = [
  Contradiction(
    1, "Vault is at .101 in the inventory and at .41 in Terraform", caughtBy: "RB0002",
    stated: {
      .records {
        Records.vm("vault", id: 401, on: Records.pve1, at: "192.168.10.51")
        Records.vm("vault", id: 401, on: Records.pve1, at: "192.168.10.41")
      }
    },
    corrected: { .records { Records.vm("vault", id: 401, on: Records.pve1, at: "192.168.10.41") } }),
  Contradiction(
    2, "Vault's address .101 lies in the pool that MetalLB hands out", caughtBy: "RB0111",
    stated: { .records { Records.vm("vault", id: 401, on: Records.pve1, at: "192.168.10.101") } },
    corrected: { .records { Records.vm("vault", id: 401, on: Records.pve1, at: "192.168.10.41") } }),
  Contradiction(
    3, "kube01 is a control plane at .11 in the documents and a worker at .237 in reality", caughtBy: "RB0002",
    stated: {
      .records {
        Records.cluster(km03: Records.vm("kube01", id: 201, on: Records.pve2, at: "192.168.10.11"))
      }
    },
    corrected: { .records { Records.cluster() } }),
  Contradiction(
    6, "Pi-hole and qBittorrent both ask for .53", caughtBy: "RB0110",
    stated: { .vips("192.168.10.53", "192.168.10.53") },
    corrected: { .vips("192.168.10.53", "192.168.10.54") }),
  Contradiction(
    7, "Plex is served at .56, which is Kibana's address in its certificate", caughtBy: "RB0110",
    stated: {
      .records {
        Records.vm("kibana", id: 310, on: Records.pve1, at: "192.168.10.56")
        Records.vm("plex", id: 101, on: Records.pve2, at: "192.168.10.56")
      }
    },
    corrected: {
      .records {
        Records.vm("kibana", id: 310, on: Records.pve1, at: "192.168.10.40")
        Records.vm("plex", id: 101, on: Records.pve2, at: "192.168.10.56")
      }
    }),
  Contradiction(
    8, "MinIO's address .195 is named as TrueNAS in a checklist", caughtBy: "RB0110",
    stated: { .storage(minio: "192.168.1.195") },
    corrected: { .storage(minio: "192.168.1.230") }),
  Contradiction(
    9, "the Kubernetes API is looked for at .21, which is the hypervisor pve1", caughtBy: "RB0110",
    stated: { .balanced(at: "192.168.10.21") },
    corrected: { .balanced(at: "192.168.10.250") }),
  Contradiction(
    10, "MetalLB's pool is 192.168.100.0/24 in the documents and .100 to .150 in the manifest", caughtBy: "RB0112",
    stated: { .pools(("docs", "192.168.100.1", "192.168.100.254")) },
    corrected: { .pools(("default-pool", "192.168.20.100", "192.168.20.150")) }),
  Contradiction(
    10, "the pools of the k3s era and of today reach into each other", caughtBy: "RB0113",
    stated: {
      .pools(("k3s", "192.168.20.50", "192.168.20.100"), ("default-pool", "192.168.20.100", "192.168.20.150"))
    },
    corrected: { .pools(("default-pool", "192.168.20.100", "192.168.20.150")) }),
  Contradiction(
    23, "sonarr sits at .253, beside the load balancers' block", caughtBy: "RB0111",
    stated: { .besideBlock("192.168.30.253") },
    corrected: { .besideBlock("192.168.30.209") }),
]

extension ResolvedLab {
  fileprivate static func vips(_ pihole: String, _ qbittorrent: String) -> ResolvedLab {
    .records {
      Records.km01
      Records.km02
      VIP("pihole-dns", at: Records.servers[pihole], between: Records.km01, Records.km02)
      VIP("qbittorrent", at: Records.servers[qbittorrent], between: Records.km01, Records.km02)
    }
  }

  fileprivate static func storage(minio: String) -> ResolvedLab {
    let home = Network("home", "192.168.1.0/24")
    let volumes = Pool("volumes", size: .tib(1))
    return .records {
      home
      TrueNAS("truenas-home", version: "25.10", at: home["192.168.1.195"]) { volumes }
      BareMetalHost("minio", at: home[minio], cores: 4, memory: .gib(8), disk: .tib(1))
    }
  }

  fileprivate static func balanced(at vip: String) -> ResolvedLab {
    let cluster = Records.cluster()
    return .records {
      cluster
      LoadBalancer("k8s-api", vip: Records.servers[vip], fencing: .waived(because: "an example")) {
        Records.vm("nginx-lb01", id: 250, on: Records.pve1, at: "192.168.10.251")
        Records.vm("nginx-lb02", id: 251, on: Records.pve2, at: "192.168.10.252")
      }
      .fronts(cluster.apiServer)
    }
  }

  fileprivate static func pools(_ pools: (name: String, first: String, last: String)...) -> ResolvedLab {
    .records {
      Network("apps", "192.168.20.0/24") {
        for pool in pools { MetalLBPool(pool.name, from: pool.first, to: pool.last) }
      }
    }
  }

  fileprivate static func besideBlock(_ address: String) -> ResolvedLab {
    let trial = Network("trial", "192.168.30.0/24") {
      Reserved("load balancers", from: "192.168.30.250", to: "192.168.30.254")
    }
    return .records {
      trial
      BareMetalHost("sonarr", at: trial[address], cores: 2, memory: .gib(4), disk: .gib(40))
    }
  }
}
