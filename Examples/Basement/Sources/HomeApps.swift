import Rackbook

let mealieDB = Service("mealie-db", in: homeAppsNamespace, "recipes as rows") {
  Container("docker.io/library/postgres:17.6", port: 5432)
  Volume("data", .gib(5), on: iscsi)
}
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(1))

let mealie = Service("mealie", in: homeAppsNamespace, "recipes and the week's meals") {
  Container("ghcr.io/mealie-recipes/mealie:v3.5.0", port: 9000)
  Volume("data", .gib(10), on: iscsi)
}
.needs(mealieDB)
.exposed(at: "mealie.home.lab", through: api, port: 9925, nodePort: 32424)
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(1))

let actual = Service("actualbudget", in: homeAppsNamespace, "the household's money") {
  Container("docker.io/actualbudget/actual-server:25.11.0", port: 5006)
  Volume("data", .gib(5), on: iscsi)
}
.exposed(at: "actual.home.lab", through: api, port: 5006, nodePort: 30219)
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(1))

let paperlessDB = Service("paperless-db", in: homeAppsNamespace, "what is known of every document") {
  Container("docker.io/library/postgres:17.6", port: 5432)
  Volume("data", .gib(5), on: iscsi)
}
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(2))

let paperlessQueue = Service("paperless-redis", in: homeAppsNamespace, "work that waits") {
  Container("docker.io/library/redis:8.2.2", port: 6379)
}

let gotenberg = Service("gotenberg", in: homeAppsNamespace, "office documents to PDF") {
  Container("docker.io/gotenberg/gotenberg:8.24.0", port: 3000)
}

let tika = Service("tika", in: homeAppsNamespace, "text out of documents") {
  Container("docker.io/apache/tika:3.2.3.0", port: 9998)
}

let paperless = Service("paperless", in: homeAppsNamespace, "the house's papers") {
  Container("ghcr.io/paperless-ngx/paperless-ngx:2.19.6", port: 8000)
  Volume("media", .gib(100), on: iscsi)
}
.needs(paperlessDB, paperlessQueue, gotenberg, tika)
.exposed(at: "paperless.home.lab", through: api, port: 8010, nodePort: 32010)
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(2))

let homeApps: [any Component] = [
  mealieDB, mealie, actual, paperlessDB, paperlessQueue, gotenberg, tika, paperless,
]
