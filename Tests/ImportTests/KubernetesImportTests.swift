import Diagnostics
import Import
import LabTexts
import PythonRunner
import SourceDocuments
import Testing

@Suite("Manifests of Kubernetes", .serialized)
struct KubernetesImportTests {
  static let mealie = #"""
    apiVersion: v1
    kind: Namespace
    metadata: {name: home-apps}
    ---
    apiVersion: v1
    kind: Secret
    metadata: {name: mealie, namespace: home-apps}
    stringData: {POSTGRES_PASSWORD: hunter2, smtp: geheim}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: mealie, namespace: home-apps}
    data:
      BASE_URL: https://mealie.home.lab
      app.conf: |
        [server]
        port = 9000
        name = "x\y"
    ---
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: mealie-data, namespace: home-apps}
    spec:
      accessModes: [ReadWriteOnce]
      storageClassName: longhorn
      resources: {requests: {storage: 10Gi}}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: mealie
      namespace: home-apps
      labels: {app: mealie}
    spec:
      replicas: 1
      strategy: {type: Recreate}
      selector: {matchLabels: {app: mealie}}
      template:
        metadata: {labels: {app: mealie}}
        spec:
          securityContext: {fsGroup: 1000, runAsUser: 1000}
          containers:
            - name: mealie
              image: ghcr.io/mealie-recipes/mealie:v3.5.0
              ports: [{name: http, containerPort: 9000}]
              envFrom: [{configMapRef: {name: mealie}}]
              env:
                - {name: TZ, value: Europe/Zurich}
                - {name: ADMIN_PASSWORD, value: geheim123}
                - name: POSTGRES_PASSWORD
                  valueFrom: {secretKeyRef: {name: mealie, key: POSTGRES_PASSWORD}}
              resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {memory: 1Gi}}
              readinessProbe: {httpGet: {path: /api/app/about, port: http}, periodSeconds: 10}
              volumeMounts:
                - {name: data, mountPath: /app/data}
                - {name: conf, mountPath: /etc/mealie/app.conf, subPath: app.conf}
                - {name: tmp, mountPath: /tmp}
          volumes:
            - {name: data, persistentVolumeClaim: {claimName: mealie-data}}
            - {name: conf, configMap: {name: mealie}}
            - {name: tmp, emptyDir: {medium: Memory, sizeLimit: 64Mi}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: mealie, namespace: home-apps}
    spec:
      selector: {app: mealie}
      ports: [{name: http, port: 80, targetPort: http}]
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: mealie, namespace: home-apps, annotations: {cert-manager.io/cluster-issuer: letsencrypt}}
    spec:
      ingressClassName: traefik
      tls: [{hosts: [mealie.home.lab], secretName: mealie-tls}]
      rules:
        - host: mealie.home.lab
          http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: mealie, port: {number: 80}}}}]}
    ---
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: {name: mealie, namespace: home-apps}
    spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: mealie}, minReplicas: 1, maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]}
    ---
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: mealie-backup, namespace: home-apps}
    spec:
      schedule: "0 3 * * *"
      jobTemplate:
        spec:
          backoffLimit: 2
          template:
            spec:
              restartPolicy: Never
              containers: [{name: b, image: "busybox:1.37", command: [sh, -c, "echo hi"]}]
    """#

  @Test("manifests of an application become a service in the lab's words, which compile and check without an error")
  func application() async throws {
    let trial = try Trial(["apps/mealie.yaml": Self.mealie])
    let lab = try trial.lab("kubernetes", "apps")
    for line in [
      #"Container("ghcr.io/mealie-recipes/mealie:v3.5.0", port: 9000, name: "mealie") {"#,
      #"Environment("POSTGRES_PASSWORD", from: SecretReference("imported/home-apps/mealie", key: "POSTGRES_PASSWORD"))"#,
      #"Volume("data", .gib(10), on: longhorn, at: "/app/data", claim: "mealie-data")"#,
      #"EmptyDir("tmp", at: "/tmp", limit: .mib(64), inMemory: true)"#, #"Publish(80, to: 9000, as: .clusterIP)"#,
      #"Ingress("mealie.home.lab", port: 9000, className: "traefik", tlsSecret: "mealie-tls")"#,
      #"CronJob("0 3 * * *", concurrency: .allow, job: Job(retries: 2, restart: .never))"#,
      #"Native("#,
    ] {
      #expect(lab.swift.contains(line), "\(line)")
    }
    #expect(lab.residue.counts.dropped == 1)
    #expect(
      lab.fate(of: "stringData.smtp") == .dropped("a secret that no imported service reads; the value is not read"))
    let outcome = try await LabTexts.outcomes(of: [lab.text("mealie")])
    let compiled = try #require(outcome.first?.lab, "\(outcome)")
    #expect(compiled.diagnostics.filter { $0.severity == .error } == [])
    let formatting = try await SwiftCompiler.formattingComplaints(
      about: SwiftSources(lab, prefix: "Imported").files.map { ($0.name, $0.text) })
    #expect(formatting == "")
  }

  @Test("no value of a secret is in anything that is written")
  func secrets() throws {
    let trial = try Trial(["apps/mealie.yaml": Self.mealie])
    let lab = try trial.lab("kubernetes", "apps")
    let report = ResidueReport(lab.residue)
    for text in [lab.swift, report.text, report.markdown(lab.diagnostics), "\(lab)", "\(report.document)"] {
      #expect(!text.contains("hunter2") && !text.contains("geheim"))
    }
    #expect(lab.diagnostics.filter { $0.code == "RB1232" }.count == 2)
  }

  @Test("every leaf of every document has one entry in the account, by the count of another parser")
  func account() async throws {
    let trial = try Trial(["apps/mealie.yaml": Self.mealie])
    let lab = try trial.lab("kubernetes", "apps")
    let counted = try await Python.run(
      """
      import sys, yaml
      def leaves(n):
          below = n.values() if isinstance(n, dict) else n if isinstance(n, list) else []
          return sum(map(leaves, below)) if below else 1
      print(sum(leaves(d) for d in yaml.safe_load_all(sys.stdin) if d is not None), end="")
      """, on: Self.mealie)
    #expect(String(lab.residue.counts.all) == counted)
    #expect(Set(lab.residue.entries.map { "\($0.place) \($0.path)" }).count == lab.residue.counts.all)
  }

  @Test("a list is read item by item, and objects of one name in two namespaces stay apart")
  func lists() async throws {
    let item = ConflictTests.deployment("web").split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
      .dropFirst(4)
    let trial = try Trial([
      "all.yaml": "apiVersion: v1\nkind: List\nitems:\n  - \(item)\n---\n"
        + ConflictTests.deployment("web").replacingAll("namespace: apps", with: "namespace: beta")
    ])
    let lab = try trial.lab("kubernetes", "all.yaml")
    #expect(lab.declarations.filter { $0.id.kind == "service" }.map(\.id.name) == ["web", "web-beta"])
    #expect(lab.swift.contains("Service(\"web-beta\", in: beta, named: \"web\")"))
    #expect(try await LabTexts.outcomes(of: [lab.text("lists")]).first?.lab != nil)
  }

  @Test("a claim that two workloads use is one volume")
  func sharedClaim() async throws {
    let claim =
      "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: media, namespace: apps}\nspec: {accessModes: [ReadWriteMany], resources: {requests: {storage: 1Ti}}}\n"
    let pods = ["sonarr", "radarr"].map { name in
      "---\n" + ConflictTests.deployment(name)
        + "          volumeMounts: [{name: m, mountPath: /media}]\n      volumes: [{name: m, persistentVolumeClaim: {claimName: media}}]\n"
    }.joined()
    let trial = try Trial(["all.yaml": claim + pods])
    let lab = try trial.lab("kubernetes", "all.yaml")
    #expect(
      lab.swift.contains(
        "let appsMedia = Volume(\"media\", .tib(1), on: clusterDefault, access: .readWriteMany).shared()"))
    #expect(lab.swift.contains("appsMedia.mounted(at: \"/media\")"))
    let outcome = try await LabTexts.outcomes(of: [lab.text("shared")])
    let compiled = try #require(outcome.first?.lab, "\(outcome)")
    let claims = compiled.artifacts.filter { $0.value.contains("kind: PersistentVolumeClaim") }
    #expect(claims.keys.sorted() == ["kubernetes/cluster/apps/claims.yaml"])
    #expect(claims.values.first?.contains("storageClassName") == false, "the cluster gives it its default class")
  }

  @Test("a document that selects by a label that Rackbook writes itself selects the same pods, or is reported")
  func ownLabels() throws {
    let workload = ConflictTests.deployment("web").replacingAll("{app: web}", with: "{app.kubernetes.io/name: nginx}")
    let selector = "{matchLabels: {app.kubernetes.io/name: nginx}}"
    let trial = try Trial([
      "all.yaml": workload
        + "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web, namespace: apps}\n"
        + "spec: {podSelector: \(selector)}\n"
        + "---\napiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: {name: web, namespace: apps}\n"
        + "spec: {selector: \(selector)}\n"
    ])
    let lab = try trial.lab("kubernetes", "all.yaml")
    #expect(lab.swift.contains(#""podSelector": ["matchLabels": ["app.kubernetes.io/name": "web"]]"#))
    let reported = lab.diagnostics.filter { $0.code == "RB1235" }
    #expect(reported.map(\.message).count == 1 && reported[0].message.hasPrefix("PodMonitor 'web'"))
  }

  @Test("what has no word stays the document it is")
  func natives() async throws {
    let text = """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: mealie, namespace: argocd, creationTimestamp: null}
      spec: {project: default, source: {repoURL: "https://x", targetRevision: "1.0", n: 1.5, b: true, z: null, e: {}, l: []}}
      status: {health: ok}
      """
    let trial = try Trial(["app.yaml": text])
    let lab = try trial.lab("kubernetes", "app.yaml")
    #expect(lab.fate(of: "spec.project") == .kept("imported; there is no word for a Application"))
    #expect(lab.fate(of: "status.health") == .dropped("the cluster sets it"))
    let compiled = try #require(try await LabTexts.outcomes(of: [lab.text("native")]).first?.lab)
    let written = try #require(compiled.artifacts.first { $0.key.hasSuffix("argocd-application-mealie.yaml") }?.value)
    let tree = try #require(try SourceFile("x.yaml", text: written).documents.first)
    #expect(tree["spec"]?["source"]?["targetRevision"]?.written == "1.0")
    #expect(tree["spec"]?["source"]?["n"]?.written == "1.5")
    #expect(tree["status"] == nil)
  }

  @Test(
    "hostile manifests end in Swift that compiles, or in an error with a line",
    arguments: [
      "apiVersion: v1\nkind: Pod\nmetadata: {name: \"a\\\"\\\\(x)\"}\nspec: {containers: [{name: 😀, image: \"\\\"\\\"\\\"\\n\\\\(1)\", args: [\"\\0\", \"\\u202e\"]}]}",
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: 7",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}",
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {replicas: 99999999999999999999, template: {spec: {containers: {a: b}}}}",
      "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: default}\nspec: {template: {spec: {containers: [1, null, [2]], volumes: [3]}}}",
      "apiVersion: v1\nkind: List\nitems: 3", "kind: Pod", "[1, 2]", "just text",
      "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: x}\nspec: {resources: {requests: {storage: 9e99Ti}}}",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: [{image: a, resources: {limits: {cpu: -1, memory: 1e400}}, ports: [{containerPort: -5, hostPort: 0, protocol: SCTP}]}]}",
    ])
  func hostile(text: String) async throws {
    let trial = try Trial(["x.yaml": text])
    let lab = try trial.lab("kubernetes", "x.yaml")
    let outcome = try await LabTexts.outcomes(of: [lab.text("hostile")])
    #expect(outcome.first?.lab != nil, "\(outcome)\n\(lab.swift)")
  }
}
