import Diagnostics
import Testing

@testable import Import

@Suite("What becomes of a Compose project")
struct ComposeConversionTests {
  static let attributes: [(String, String)] = [
    ("command: nginx -g 'daemon off;'", "arguments: [\"nginx\", \"-g\", \"daemon off;\"]"),
    ("entrypoint: [/start, now]", "command: [\"/start\", \"now\"]"),
    ("command: ['$$(date)']", "arguments: [\"$$(date)\"]"),
    ("working_dir: /app", "workingDirectory: \"/app\""), ("pull_policy: if_not_present", "pullPolicy: .ifNotPresent"),
    ("stop_signal: int", "stopSignal: \"SIGINT\""), ("tty: true", "hasTerminal: true"),
    ("stdin_open: true", "keepsInputOpen: true"),
    ("expose: ['9000-9001', 53/udp]", "port: 9000, ports: [.tcp(9001), .udp(53)]"),
    ("ports: ['8080:80']", "Publish(8080, to: 80, as: .loadBalancer)"),
    ("ports: ['53:53/udp']", "Publish(53, transport: .udp, as: .loadBalancer)"),
    ("ports: [{target: 80, published: 80, mode: host}]", "Publish(80, as: .hostPort)"),
    ("environment: {A: 1, B: 'x y'}", "Environment(\"A\", \"1\") Environment(\"B\", \"x y\")"),
    ("environment: {A: '$$(x) $$$$'}", "Environment(\"A\", \"$$(x) $$$$\")"),
    (
      "healthcheck: {test: curl -f http://localhost || exit 1}",
      "Probe(.startup, .exec([\"/bin/sh\", \"-c\", \"curl -f http://localhost || exit 1\"]), every: .seconds(30), timeout: .seconds(30), failures: 3)"
    ),
    (
      "healthcheck: {test: [CMD, pg_isready], interval: 10s, timeout: 500ms, retries: 5, start_period: 60s}",
      "Probe(.readiness, .exec([\"pg_isready\"]), every: .seconds(10), timeout: .seconds(1), failures: 5)"
    ),
    (
      "healthcheck: {test: [CMD, pg_isready], interval: 10s, retries: 5, start_period: 60s}",
      "Probe(.startup, .exec([\"pg_isready\"]), every: .seconds(5), timeout: .seconds(30), failures: 22)"
    ),
    ("user: '1000:1001'", "SecurityContext(user: 1000, group: 1001)"),
    ("read_only: true", "SecurityContext(readOnlyRoot: true)"),
    ("privileged: true", "SecurityContext(privileged: true, allowsPrivilegeEscalation: true)"),
    ("cap_add: [CAP_NET_ADMIN]\ncap_drop: [all]", "SecurityContext(drop: [\"ALL\"], add: [\"NET_ADMIN\"])"),
    ("security_opt: ['seccomp:unconfined', 'apparmor=mine']", "seccomp: .unconfined, appArmor: .localhost(\"mine\")"),
    ("devices: ['/dev/ttyUSB0']", "HostPath(\"dev-ttyusb0\", \"/dev/ttyUSB0\", at: \"/dev/ttyUSB0\")"),
    ("mem_limit: 512m\ncpus: 0.5", "Resources(cpuLimit: .millicores(500), memoryLimit: .mib(512))"),
    (
      "deploy: {resources: {limits: {cpus: '2', memory: 1g}, reservations: {cpus: '0.25', memory: 64m}}}",
      "Resources(cpu: .millicores(250), memory: .mib(64), cpuLimit: .cores(2), memoryLimit: .gib(1))"
    ),
    ("gpus: all", "Resources(devices: [\"nvidia.com/gpu\": 1])"),
    (
      "deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 2, capabilities: [gpu]}]}}}",
      "Resources(devices: [\"nvidia.com/gpu\": 2])"
    ),
    ("tmpfs: ['/run:size=64m']", "EmptyDir(\"memory-run\", at: \"/run\", limit: .mib(64), inMemory: true)"),
    ("shm_size: 128m", "EmptyDir.sharedMemory(.mib(128))"),
    (
      "volumes: ['/var/run/docker.sock:/var/run/docker.sock:ro']",
      "HostPath(\"docker-sock\", \"/var/run/docker.sock\", at: \"/var/run/docker.sock\", type: .socket, readOnly: true)"
    ),
    ("volumes: ['./data:/data']", "Volume(\"data\", .gib(10), on: standard, at: \"/data\")"),
    ("volumes: [/cache]", "EmptyDir(\"scratch-cache\", at: \"/cache\")"),
    ("network_mode: host", "Pod(hostNetwork: true, dnsPolicy: .clusterFirstWithHostNet)"),
    (
      "pid: host\nstop_grace_period: 1m30s\nhostname: box",
      "Pod(hostPID: true, stopGrace: .seconds(90), hostname: \"box\")"
    ),
    ("sysctls: {net.core.somaxconn: 1024}", "Pod(sysctls: [\"net.core.somaxconn\": \"1024\"])"),
    ("group_add: [44, video]", "Pod(supplementalGroups: [44])"),
    ("platform: linux/arm64", "NodeSelector(\"kubernetes.io/arch\", \"arm64\")"),
    ("extra_hosts: ['nas=192.168.1.2']", "HostAlias(\"192.168.1.2\", \"nas\")"),
    (
      "dns: [1.1.1.1]\ndns_search: lab.example\ndns_opt: ['ndots:1', edns0]",
      "DNSConfig(servers: [\"1.1.1.1\"], searches: [\"lab.example\"], options: [\"ndots\": \"1\", \"edns0\": nil])"
    ),
    ("labels: {traefik.enable: 'true'}", "Annotation(\"traefik.enable\", \"true\")"),
    ("container_name: front", "Alias(\"front\")"), ("scale: 3", "Deployment(replicas: 3)"),
    ("deploy: {mode: global}", "DaemonSet()"), ("restart: on-failure:4", "Job(retries: 4)"),
    ("restart: 'no'", "Job(retries: 0, restart: .never)"),
    (
      "deploy: {replicas: 2, update_config: {parallelism: 1, order: start-first, delay: 10s}}",
      "Deployment(replicas: 2, strategy: .rolling(maxSurge: .count(1), maxUnavailable: .count(0)), minReady: .seconds(10))"
    ),
    (
      "deploy: {placement: {constraints: ['node.hostname == a', 'node.labels.disk == ssd']}}",
      "NodeSelector(\"kubernetes.io/hostname\", \"a\") NodeSelector(\"disk\", \"ssd\")"
    ),
    (
      "deploy: {placement: {max_replicas_per_node: 1}}",
      "TopologySpread(over: \"kubernetes.io/hostname\", isRequired: true)"
    ),
    ("post_start: [{command: [a, b]}]", "LifecycleHook(.postStart, .exec([\"a\", \"b\"]))"),
    ("pre_start: [{command: [a]}]", "InitContainer(\"nginx:1.29\", name: \"pre-start-web-1\", command: [\"a\"])"),
    ("use_api_socket: true", "HostPath(\"docker-sock\", \"/var/run/docker.sock\""),
    ("profiles: [debug]", "// Of profile debug: list it in the environments that want it."),
    ("hostname: a", "AllowEgress(to: .anywhere)"), ("runtime: nvidia", "Pod(runtimeClass: \"nvidia\")"),
  ]

  @Test("each attribute becomes its word", arguments: attributes)
  func attribute(written: String, swift: String) {
    let result = ComposeTexts(web: written)
    #expect(result.line.contains(swift), "\(result.line)")
    #expect(result.takenTwice == [])
  }

  static let dropped: [(String, String)] = DroppedKeys.reasons.keys.sorted().map { key in
    let value: String
    switch key {
    case "build": value = "."
    case "blkio_config": value = "{weight: 300}"
    case "credential_spec": value = "{file: x}"
    case "develop": value = "{watch: [{path: ., action: rebuild}]}"
    case "device_cgroup_rules", "external_links", "label_file": value = "[x]"
    case "logging": value = "{driver: json-file, options: {max-size: 1m}}"
    case "oom_kill_disable", "attach": value = "true"
    case "storage_opt": value = "{size: 1G}"
    case "ulimits": value = "{nofile: {soft: 1, hard: 2}}"
    case "cgroup": value = "host"
    case "memswap_limit": value = "1g"
    case "cpu_count", "cpu_percent", "cpu_shares", "mem_swappiness", "oom_score_adj", "pids_limit": value = "5"
    case "cpu_period", "cpu_quota", "cpu_rt_period", "cpu_rt_runtime": value = "'5'"
    default: value = "some"
    }
    return (key, value)
  }

  @Test("what Kubernetes has nothing for is reported with its reason", arguments: dropped)
  func droppedKeys(key: String, value: String) {
    let result = ComposeTexts(web: "\(key): \(value)")
    #expect(
      result.fate("services.web.\(key)").hasPrefix("dropped: "),
      "\(result.fate("services.web.\(key)")) \(result.lab.diagnostics)")
  }

  @Test(
    "a health check that is switched off is no probe, and one without a command is told",
    arguments: [
      ("{disable: true}", "changed: no probe", false), ("{test: [NONE]}", "changed: no probe", false),
      ("{interval: 5s}", "dropped", true),
    ])
  func health(written: String, fate: String, isTold: Bool) {
    let result = ComposeTexts(web: "healthcheck: \(written)")
    #expect(!result.swift.contains("Probe"))
    #expect(result.codes.contains("RB1338") == isTold)
    let path =
      written.contains("test")
      ? "services.web.healthcheck.test[0]" : "services.web.healthcheck.\(written.dropFirst().prefix { $0 != ":" })"
    #expect(result.fate(path).hasPrefix(fate), "\(result.fate(path))")
  }

  @Test("dependencies are waited for by their condition")
  func dependencies() {
    let result = ComposeTexts([
      "compose.yaml": """
      services:
        web:
          image: web:1
          depends_on:
            db: {condition: service_healthy, restart: true}
            migrate: {condition: service_completed_successfully}
            cache: {condition: service_started, required: false}
        db: {image: "postgres:17", healthcheck: {test: pg_isready}}
        migrate: {image: "web:1", command: migrate}
        cache: {image: "redis:8"}
      """
    ])
    #expect(
      result.line.contains(".waits(for: shopDb) .waits(for: shopMigrate, until: .completed) .needs(shopCache)"),
      "\(result.line)")
    #expect(result.line.contains("Container(\"postgres:17\", port: 5432)"))
    #expect(result.line.contains("Job(retries: 0, restart: .never)"))
    #expect(result.fate("services.web.depends_on.db.restart").hasPrefix("dropped"))
    #expect(result.codes.contains("RB1336"))
  }

  @Test("a service that is called by name is needed, and one that is called back lets its callers in")
  func calls() {
    let result = ComposeTexts([
      "compose.yaml": """
      services:
        web: {image: "web:1", environment: {API: "http://api:3000"}, depends_on: [api]}
        api: {image: "api:1", environment: {WEB: "http://web:8080/hook"}}
      """
    ])
    #expect(result.line.contains("Container(\"api:1\", port: 3000)"))
    #expect(result.line.contains("Container(\"web:1\", port: 8080)"))
    #expect(result.line.contains(".needs(shopApi)"))
    #expect(!result.line.contains(".needs(shopWeb)"))
    #expect(result.line.contains("AllowIngress(from: .namespace(\"shop\"))"))
  }

  @Test("containers that share a network share a pod")
  func sharedNetwork() {
    let result = ComposeTexts([
      "compose.yaml": """
      services:
        vpn: {image: "gluetun:3", cap_add: [NET_ADMIN], ports: ["8080:8080"]}
        torrent: {image: "qbittorrent:5", network_mode: "service:vpn", volumes: ["downloads:/downloads"]}
      volumes: {downloads: }
      """
    ])
    #expect(!result.swift.contains("let shopTorrent"))
    #expect(
      result.line.contains(
        "Container(\"qbittorrent:5\", name: \"torrent\") { Mount(\"downloads\", at: \"/downloads\") }"),
      "\(result.line)")
  }

  @Test("a volume that several services mount is one claim that many can write")
  func sharedVolume() {
    let result = ComposeTexts([
      "compose.yaml": """
      services:
        a: {image: "a:1", volumes: ["media:/media"]}
        b: {image: "b:1", volumes: ["media:/films:ro"]}
      volumes: {media: }
      """
    ])
    #expect(
      result.line.contains("Volume(\"media\", .gib(10), on: shared, access: .readWriteMany) .shared()"),
      "\(result.line)"
    )
    #expect(result.line.contains("shopMedia.mounted(at: \"/films\", readOnly: true)"))
  }

  @Test("shares and claims that are there are used as they are")
  func otherVolumes() {
    let result = ComposeTexts([
      "compose.yaml": """
      services:
        a: {image: "a:1", volumes: ["films:/films", "old:/old"]}
      volumes:
        films: {driver_opts: {type: nfs, o: "addr=192.168.1.2,ro", device: ":/volume1/films"}}
        old: {external: true, name: Old_Data}
      """
    ])
    #expect(
      result.line.contains("NFSVolume(\"films\", server: \"192.168.1.2\", path: \"/volume1/films\", at: \"/films\")"))
    #expect(result.line.contains("ExistingClaim(\"old\", claim: \"old-data\", at: \"/old\")"))
  }

  @Test(
    "a bind mount is told by its path alone",
    arguments: [
      ("./nginx.conf:/etc/nginx/nginx.conf:ro", "ConfigFile(\"nginx.conf\", at: \"/etc/nginx/nginx.conf\""),
      ("./data:/data", "Volume(\"data\""), ("/srv/media:/media", "Volume(\"media\""),
      ("${ROOT}/config:/config", "Volume(\"config\""), ("~/x:/x", "Volume(\"x\""),
      ("/dev/dri:/dev/dri", "HostPath(\"dri\", \"/dev/dri\", at: \"/dev/dri\", type: .directory)"),
      ("/proc:/host/proc:ro", "HostPath(\"proc\", \"/proc\", at: \"/host/proc\", type: .directory, readOnly: true)"),
      ("./tls.key:/tls.key", "SecretFile(\"tls.key\", at: \"/tls.key\""),
    ])
  func binds(written: String, swift: String) {
    let missing = ComposeTexts(web: "volumes: ['\(written)']")
    let present = ComposeTexts(web: "volumes: ['\(written)']", others: ["nginx.conf": "user nginx;\n", "data/x": "y"])
    #expect(missing.line.contains(swift), "\(missing.line)")
    #expect(present.line.contains(swift))
  }

  @Test("the time zone of the machine and source code of the image are left out, and reported")
  func leftOut() {
    let result = ComposeTexts(
      web: "build: .\nvolumes: ['/etc/localtime:/etc/localtime:ro', '.:/app', '/app/node_modules']")
    for index in 0...2 { #expect(result.fate("services.web.volumes[\(index)]").hasPrefix("dropped: ")) }
    #expect(!result.swift.contains("HostPath"))
  }

  @Test("configs are files, and secrets references")
  func files() {
    let result = ComposeTexts(
      web: "configs: [{source: site, target: /etc/site.conf, mode: '0440'}]\nsecrets: [db]",
      "configs: {site: {content: \"listen 80;\"}}\nsecrets: {db: {file: ./db.txt}}", others: ["db.txt": "canary"])
    #expect(
      result.line.contains("ConfigFile(\"site\", at: \"/etc/site.conf\", \"listen 80;\", mode: 288)"), "\(result.line)")
    #expect(
      result.line.contains(
        "SecretFile(\"db\", at: \"/run/secrets/db\", from: SecretReference(\"imported/shop\", key: \"db\"))"))
    #expect(!result.swift.contains("canary"))
  }

  @Test("a variable that nobody set is a value of the lab")
  func variables() {
    let result = ComposeTexts(web: "environment: {ZONE: '${TZ}', URL: 'https://${HOST:?set it}/x'}\nhostname: '${TZ}'")
    #expect(result.line.contains("let shopTz = String(\"unset\")"), "\(result.line)")
    #expect(result.line.contains("Environment(\"ZONE\", shopTz)"))
    #expect(result.line.contains("Environment(\"URL\", \"https://\\(shopHost)/x\")"))
    #expect(result.fate("services.web.environment.ZONE") == "changed: TZ is set in Swift")
  }

  @Test("a default that was taken is reported")
  func defaults() {
    #expect(
      ComposeTexts(web: "environment: {A: '${B:-c}'}").fate("services.web.environment.A")
        == "changed: the default of B was taken")
  }

  @Test("a service that is built has a stated placeholder")
  func build() {
    let result = ComposeTexts(["compose.yaml": "services: {web: {build: {context: ., args: {A: 1}}}}"])
    #expect(result.swift.contains("Container(\"registry.invalid/shop/web:unset\")"))
    #expect(result.codes.contains("RB1330"))
    #expect(result.fate("services.web.build.args.A").hasPrefix("dropped"))
  }

  @Test("names that Kubernetes does not take are replaced everywhere")
  func names() {
    let result = ComposeTexts([
      "compose.yaml":
        "services: {my_db: {image: \"postgres:17\"}, web: {image: \"w:1\", environment: {DB: \"my_db:5432\"}}}"
    ])
    #expect(result.line.contains("named: \"my-db\""))
    #expect(result.line.contains("Environment(\"DB\", \"my-db:5432\")"))
    #expect(result.codes.contains("RB1339"))
  }

  @Test("ports that only the machine could reach are not published")
  func localPorts() {
    let result = ComposeTexts(web: "ports: ['127.0.0.1:8080:80', '9000-9005:90']")
    #expect(!result.swift.contains("Publish"))
    #expect(result.fate("services.web.ports[0]").hasPrefix("changed: reachable within the cluster only"))
    #expect(result.fate("services.web.ports[1]").hasPrefix("changed: one port is published"))
  }

  @Test("a project that cannot be loaded gives its reasons and nothing else")
  func refused() {
    let result = ComposeTexts(["compose.yaml": "services: {web: {image: x, depends_on: [gone]}}"])
    #expect(result.lab.declarations.isEmpty)
    #expect(result.codes == ["RB1312"])
  }

  @Test("an existing cluster and storage class are named by their Swift names")
  func existing() {
    let result = ComposeTexts(
      ["compose.yaml": "services: {web: {image: \"w:1\", volumes: [\"db:/d\"]}}\nvolumes: {db: }"],
      options: ImportOptions(cluster: "k8s", storage: "iscsi"))
    #expect(result.line.contains("Namespace(\"shop\", in: k8s)"))
    #expect(result.line.contains("on: iscsi"))
    #expect(!result.swift.contains("ExistingCluster"))
  }
}
