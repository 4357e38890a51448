import Rackbook

/// What every image of LinuxServer reads: whose files they are, and what time it is.
private let family: [any ServicePart] = [
  Environment("PUID", "1000"), Environment("PGID", "1000"), Environment("TZ", "Europe/Zurich"),
]

let qbittorrent = Service("qbittorrent", in: mediaNamespace, "downloads") {
  Container("lscr.io/linuxserver/qbittorrent:5.1.2", port: 8080, ports: [.tcp(6881), .udp(6881)])
  family
  Volume("config", .gib(5), on: iscsi, at: "/config")
  downloads.mounted(at: "/downloads")
  AllowEgress(to: .internet)
}
.exposed(at: "qbittorrent.home.lab", through: api, port: 8090, nodePort: 32070)
.backedUp(every: .days(1), keep: .days(7), to: synology, rpo: .days(1), rto: .hours(4))

let jackett = Service("jackett", in: mediaNamespace, "searches trackers") {
  Container("lscr.io/linuxserver/jackett:0.24.318", port: 9117)
  family
  Volume("config", .gib(5), on: iscsi, at: "/config")
  AllowEgress(to: .internet)
}
.exposed(at: "jackett.home.lab", through: api, port: 9117, nodePort: 32671)
.backedUp(every: .days(1), keep: .days(7), to: synology, rpo: .days(1), rto: .hours(4))

let radarr = Service("radarr", in: mediaNamespace, "films") {
  Container("lscr.io/linuxserver/radarr:6.0.4", port: 7878)
  family
  Volume("config", .gib(10), on: iscsi, at: "/config")
  video.mounted(at: "/video")
  downloads.mounted(at: "/downloads")
  AllowEgress(to: .internet)
}
.needs(qbittorrent, jackett)
.exposed(at: "radarr.home.lab", through: api, port: 7878, nodePort: 32267)
.backedUp(every: .days(1), keep: .days(7), to: synology, rpo: .days(1), rto: .hours(4))

let sonarr = Service("sonarr", in: mediaNamespace, "series") {
  Container("lscr.io/linuxserver/sonarr:4.0.15", port: 8989)
  family
  Volume("config", .gib(10), on: iscsi, at: "/config")
  video.mounted(at: "/video")
  downloads.mounted(at: "/downloads")
  AllowEgress(to: .internet)
}
.needs(qbittorrent, jackett)
.exposed(at: "sonarr.home.lab", through: api, port: 8989, nodePort: 32220)
.backedUp(every: .days(1), keep: .days(7), to: synology, rpo: .days(1), rto: .hours(4))

let unpackerr = Service("unpackerr", in: mediaNamespace, "unpacks what was downloaded") {
  Container("docker.io/golift/unpackerr:0.14.5", port: 5656)
  Volume("config", .gib(5), on: iscsi, at: "/config")
  downloads.mounted(at: "/downloads")
}
.needs(radarr, sonarr)
.notBackedUp(because: "its configuration stands in git, and it keeps nothing else")

let plex = Service("plex", in: mediaNamespace, "films, series and music on every screen") {
  Container("lscr.io/linuxserver/plex:1.42.2", port: 32400)
  family
  Volume("config", .gib(10), on: iscsi, at: "/config")
  video.mounted(at: "/video")
  music.mounted(at: "/music")
  AllowEgress(to: .internet)
  Publish(32400, as: .loadBalancer, at: servers["192.168.10.103"])
  Resources(cpu: .cores(1), memory: .gib(2), memoryLimit: .gib(6))
}
.backedUp(every: .days(1), keep: .days(7), to: synology, rpo: .days(1), rto: .hours(4))

let tautulli = Service("tautulli", in: mediaNamespace, "who watches what") {
  Container("lscr.io/linuxserver/tautulli:2.16.0", port: 8181)
  family
  Volume("config", .gib(5), on: iscsi, at: "/config")
  AllowEgress(to: .internet)
}
.needs(plex)
.exposed(at: "tautulli.home.lab", through: api, port: 8181, nodePort: 31162)
.backedUp(every: .days(1), keep: .days(7), to: synology, rpo: .days(1), rto: .hours(4))

let maintainerr = Service("maintainerr", in: mediaNamespace, "clears out what nobody watches") {
  Container("ghcr.io/maintainerr/maintainerr:3.0.1", port: 6246)
  Volume("config", .gib(10), on: iscsi, at: "/opt/data")
}
.needs(plex, radarr, sonarr)
.exposed(at: "maintainerr.home.lab", through: api, port: 6246, nodePort: 31216)
.backedUp(every: .days(1), keep: .days(7), to: synology, rpo: .days(1), rto: .hours(4))

let mediaApps: [any Component] = [
  qbittorrent, jackett, radarr, sonarr, unpackerr, plex, tautulli, maintainerr,
]
