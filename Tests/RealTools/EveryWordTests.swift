import Blueprint
import Compiler
import Emitters
import LabLanguage
import LabModel
import Rackbook
import Testing

/// A lab that uses every word about workloads: what the strict schemas accept of it, they accept of any lab.
private enum EveryWord {
  static let cluster = ExistingCluster("home", kubernetes: "1.35", pods: "10.42.0.0/16", services: "10.43.0.0/16")
  static let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
  static let apps = Namespace("apps", in: cluster)
  static let other = Namespace("other", in: cluster, named: "more-apps")
  static let local = StorageClass.existing("local-path", in: cluster)
  static let shared = StorageClass.existing("nfs", in: cluster, isShared: true)
  static let video = Volume("video", .tib(1), on: shared).shared().notBackedUp(because: "an example")
  static let key = SecretReference("apps/web", key: "tls.key")

  static let migration = Service("migration", in: apps) {
    Job(retries: 3, deadline: .hours(1), restart: .never, completions: 2, parallelism: 2, keepFor: .days(1))
    Container("docker.io/library/busybox:1.37.0", command: ["true"])
  }

  static let database = Service("database", in: other, named: "db") {
    StatefulSet(replicas: 2, strategy: .rolling(partition: 1), isParallel: true)
    Container("docker.io/library/postgres:17.6", port: 5432) {
      Probe(.readiness, .exec(["pg_isready"]), initialDelay: .seconds(5), every: .seconds(10), timeout: .seconds(3))
    }
    Volume("data", .gib(10), on: local, at: "/var/lib/postgresql/data").notBackedUp(because: "an example")
    video.mounted(at: "/video")
    Alias("postgres")
    DisruptionBudget(minAvailable: 1)
  }

  static let web = Service("web", in: apps) {
    Deployment(
      replicas: 3, strategy: .rolling(maxSurge: .percent(50), maxUnavailable: 0), minReady: .seconds(5),
      progressDeadline: .minutes(5), history: 3)
    container
    Container("docker.io/library/busybox:1.37.0", name: "side", arguments: ["sleep", "1d"]) { Mount("run", at: "/run") }
    InitContainer("docker.io/library/busybox:1.37.0", name: "first", command: ["true"])
    InitContainer("docker.io/library/busybox:1.37.0", name: "log", port: 514, isSidecar: true)
    volumes
    pods
    traffic
  }
  .waits(for: database)
  .waits(for: migration, until: .completed)

  private static let container = Container(
    "docker.io/library/nginx:1.29.3", port: 80, ports: [.udp(443)], name: "nginx", command: ["nginx"],
    arguments: ["-g", "daemon off;"], workingDirectory: "/", pullPolicy: .always, stopSignal: "SIGQUIT",
    keepsInputOpen: true, hasTerminal: true
  ) {
    Environment("TZ", "Europe/Zurich")
    Environment("POD_IP", field: "status.podIP")
    Environment("MEMORY", resource: "limits.memory")
    Environment("TLS_KEY", from: key)
    ConfigFile("nginx.conf", at: "/etc/nginx/nginx.conf", "events {}\n", mode: 0o644)
    SecretFile("tls.key", at: "/run/secrets/tls.key", from: key, mode: 0o400)
    Probe(.startup, .http("/", https: true, host: "web", headers: [.init("X-Probe", "1")]), failures: 30)
    Probe(.readiness, .grpc(port: 80, service: "web"), successes: 2)
    Probe(.liveness, .tcp())
    LifecycleHook(.postStart, .exec(["true"]))
    LifecycleHook(.preStop, .http("/stop"))
    Resources(
      cpu: .millicores(100), memory: .mib(64), ephemeralStorage: .mib(10), cpuLimit: .cores(2), memoryLimit: .gib(1),
      ephemeralStorageLimit: .gib(1), devices: ["nvidia.com/gpu": 1])
    SecurityContext(
      user: 101, group: 101, nonRoot: true, readOnlyRoot: true, drop: ["ALL"], add: ["NET_BIND_SERVICE"],
      seccomp: .localhost("profiles/web.json"), appArmor: .runtimeDefault)
  }

  @Parts<any ServicePart> private static var volumes: [any ServicePart] {
    video.mounted(at: "/video", subPath: "films", readOnly: true)
    Volume("bound", .gib(1), on: shared, at: "/bound", claim: "old-data", persistentVolume: "pv-1")
      .notBackedUp(because: "an example")
    EmptyDir("run", at: "/run", limit: .mib(16), inMemory: true)
    EmptyDir.sharedMemory(.mib(64))
    HostPath("time", "/etc/localtime", at: "/etc/localtime", type: .file, readOnly: true, propagation: .hostToContainer)
    NFSVolume("music", server: "192.168.10.5", path: "/music", at: "/music", readOnly: true)
    ExistingClaim("books", claim: "library", at: "/books")
  }

  @Parts<any ServicePart> private static var pods: [any ServicePart] {
    Pod(
      hostPID: true, sharesProcesses: true, stopGrace: .minutes(1), hostname: "web", subdomain: "web",
      dnsPolicy: .clusterFirst, priorityClass: "high", runtimeClass: "runc", fsGroup: 101,
      supplementalGroups: [5], sysctls: ["net.core.somaxconn": "1024"])
    NodeSelector("kubernetes.io/arch", "amd64")
    NodeAffinity("zone", .isIn, ["attic"])
    NodeAffinity("gpu", .exists, isRequired: false, weight: 50)
    PodAffinity(.apart, labels: ["app.kubernetes.io/name": "web"], isRequired: true)
    PodAffinity(.together, labels: ["app.kubernetes.io/name": "db"])
    TopologySpread(over: "zone", maxSkew: 2, isRequired: true)
    Toleration("dedicated", value: "web", effect: .noSchedule)
    Toleration("node.kubernetes.io/unreachable", effect: .noExecute, for: .minutes(5))
    HostAlias("192.168.10.5", "nas", "nas.lab.example")
    DNSConfig(servers: ["192.168.10.1"], searches: ["lab.example"], options: ["ndots": "1", "edns0": nil])
    RegistryCredential("ghcr", from: SecretReference("registries/ghcr", key: "dockerconfigjson"))
    RegistryCredential("other")
    Label("example.com/team", "home")
    Annotation("example.com/note", "on: everything", on: [.pods, .workload, .service, .ingress])
  }

  @Parts<any ServicePart> private static var traffic: [any ServicePart] {
    Publish(8080, to: 80, as: .clusterIP)
    Publish(30080, to: 80, as: .nodePort)
    Publish(30081, to: 80, as: .nodePort)
    Publish(443, transport: .udp, as: .loadBalancer, at: lan["192.168.10.101"])
    Publish(8443, as: .hostPort, hostAddress: "127.0.0.1")
    ServiceOptions(hasStickyClients: true, externalTraffic: .local, loadBalancerClass: "metallb")
    Ingress("web.lab.example", className: "nginx", tlsSecret: "web-tls")
    Ingress(path: "/web", pathType: .exact, port: 8080)
    AllowEgress(to: .internet, ports: [.tcp(443)])
    AllowEgress(to: .kubernetesAPI)
    AllowIngress(from: .cidr("192.168.10.0/24"), ports: [.tcp(80)])
    AllowIngress(from: .namespace("monitoring"))
  }

  static let agent = Service("agent", in: other) {
    DaemonSet(strategy: .rolling(maxUnavailable: .percent(10)))
    Container("docker.io/library/busybox:1.37.0", command: ["sleep", "1d"]) {
      SecurityContext(privileged: true)
    }
    Pod(hostNetwork: true, hostIPC: true)
    Toleration()
  }
  .notIsolated(because: "it looks at every node")

  static let nightly = Service("nightly", in: apps) {
    CronJob(
      "0 3 * * *", timeZone: "Europe/Zurich", concurrency: .replace, isSuspended: true, startingDeadline: .hours(1),
      keepSucceeded: 1, keepFailed: 2, job: Job(retries: 0))
    Container("docker.io/library/busybox:1.37.0", command: ["true"])
  }
  .needs(web)

  static let lab = ResolvedLab(
    name: "words", domain: "lab.example",
    listed: [cluster, lan, apps, other, local, shared, migration, database, web, agent, nightly])
}

@Suite("Every word about workloads, read by the real tools")
struct EveryWordTests {
  @Test("gives objects that the strict schemas and kustomize accept")
  func accepted() async throws {
    let compilation = compile(EveryWord.lab, withPortal: false)
    let blueprint = try #require(compilation.blueprint, "\(compilation.diagnostics.map(\.message))")
    let tree = try Tree(compilation.artifacts)
    let calls = KubernetesEmitter().verifications(of: blueprint)
    #expect(calls.count == 2)
    for call in calls { #expect(await tree.outcome(of: call) == .accepted, "\(call.title)") }
  }
}
