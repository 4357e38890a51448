import Rackbook

private let mealiePassword = SecretReference("home-apps/mealie-db", key: "password")
private let paperlessPassword = SecretReference("home-apps/paperless-db", key: "password")

let mealieDB = Service("mealie-db", in: homeAppsNamespace, "recipes as rows") {
  Container("docker.io/library/postgres:17.6", port: 5432)
  Volume("data", .gib(5), on: iscsi, at: "/var/lib/postgresql/data")
  Environment("POSTGRES_USER", "mealie")
  Environment("POSTGRES_DB", "mealie")
  Environment("POSTGRES_PASSWORD", from: mealiePassword)
  Environment("PGDATA", "/var/lib/postgresql/data/pgdata")
  Probe(.readiness, .exec(["pg_isready", "--username=mealie"]))
  Probe(.liveness, .exec(["pg_isready", "--username=mealie"]), initialDelay: .seconds(30), failures: 6)
  Resources(cpu: .millicores(100), memory: .mib(256), memoryLimit: .gib(1))
}
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(1))

let mealie = Service("mealie", in: homeAppsNamespace, "recipes and the week's meals") {
  Container("ghcr.io/mealie-recipes/mealie:v3.5.0", port: 9000)
  Volume("data", .gib(10), on: iscsi, at: "/app/data")
  Environment("TZ", "Europe/Zurich")
  Environment("BASE_URL", "http://mealie.home.lab:9925")
  Environment("DB_ENGINE", "postgres")
  Environment("POSTGRES_SERVER", "mealie-db")
  Environment("POSTGRES_USER", "mealie")
  Environment("POSTGRES_DB", "mealie")
  Environment("POSTGRES_PASSWORD", from: mealiePassword)
  Probe(.readiness, .http("/api/app/about"))
  Resources(cpu: .millicores(200), memory: .mib(512), memoryLimit: .gib(1))
}
.waits(for: mealieDB)
.exposed(at: "mealie.home.lab", through: api, port: 9925, nodePort: 32424)
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(1))

let actual = Service("actualbudget", in: homeAppsNamespace, "the household's money") {
  Container("docker.io/actualbudget/actual-server:25.11.0", port: 5006)
  Volume("data", .gib(5), on: iscsi, at: "/data")
  Probe(.readiness, .http("/health"))
}
.exposed(at: "actual.home.lab", through: api, port: 5006, nodePort: 30219)
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(1))

let paperlessDB = Service("paperless-db", in: homeAppsNamespace, "what is known of every document") {
  Container("docker.io/library/postgres:17.6", port: 5432)
  Volume("data", .gib(5), on: iscsi, at: "/var/lib/postgresql/data")
  Environment("POSTGRES_USER", "paperless")
  Environment("POSTGRES_DB", "paperless")
  Environment("POSTGRES_PASSWORD", from: paperlessPassword)
  Environment("PGDATA", "/var/lib/postgresql/data/pgdata")
  Probe(.readiness, .exec(["pg_isready", "--username=paperless"]))
  Probe(.liveness, .exec(["pg_isready", "--username=paperless"]), initialDelay: .seconds(30), failures: 6)
  Resources(cpu: .millicores(100), memory: .mib(256), memoryLimit: .gib(1))
}
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(2))

let paperlessQueue = Service("paperless-redis", in: homeAppsNamespace, "work that waits") {
  Container("docker.io/library/redis:8.2.2", port: 6379)
}

let gotenberg = Service("gotenberg", in: homeAppsNamespace, "office documents to PDF") {
  Container("docker.io/gotenberg/gotenberg:8.24.0", port: 3000)
  Deployment(replicas: 2)
  SecurityContext(user: 1001, nonRoot: true, drop: ["ALL"])
}

let tika = Service("tika", in: homeAppsNamespace, "text out of documents") {
  Container("docker.io/apache/tika:3.2.3.0", port: 9998)
  Deployment(replicas: 2)
  SecurityContext(user: 35002, nonRoot: true, drop: ["ALL"])
}

let paperless = Service("paperless", in: homeAppsNamespace, "the house's papers") {
  Container("ghcr.io/paperless-ngx/paperless-ngx:2.19.6", port: 8000)
  Volume("media", .gib(100), on: iscsi, at: "/usr/src/paperless/media")
  Environment("PAPERLESS_URL", "http://paperless.home.lab:8010")
  Environment("PAPERLESS_TIME_ZONE", "Europe/Zurich")
  Environment("PAPERLESS_REDIS", "redis://paperless-redis:6379")
  Environment("PAPERLESS_DBHOST", "paperless-db")
  Environment("PAPERLESS_DBPASS", from: paperlessPassword)
  Environment("PAPERLESS_TIKA_ENABLED", "1")
  Environment("PAPERLESS_TIKA_ENDPOINT", "http://tika:9998")
  Environment("PAPERLESS_TIKA_GOTENBERG_ENDPOINT", "http://gotenberg:3000")
  Environment("PAPERLESS_SECRET_KEY", from: SecretReference("home-apps/paperless", key: "secret-key"))
  Probe(.startup, .http("/"), every: .seconds(10), failures: 30)
  Resources(cpu: .millicores(500), memory: .gib(1), memoryLimit: .gib(2))
}
.waits(for: paperlessDB)
.waits(for: paperlessQueue)
.needs(gotenberg, tika)
.exposed(at: "paperless.home.lab", through: api, port: 8010, nodePort: 32010)
.backedUp(every: .hours(6), keep: .days(30), to: synology, rpo: .hours(6), rto: .hours(2))

let homeApps: [any Component] = [
  mealieDB, mealie, actual, paperlessDB, paperlessQueue, gotenberg, tika, paperless,
]
