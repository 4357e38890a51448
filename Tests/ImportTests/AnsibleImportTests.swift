import Diagnostics
import Import
import LabTexts
import SourceDocuments
import Subprocess
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("Inventories of Ansible", .serialized)
struct AnsibleImportTests {
  static let kubespray = [
    "inventory/hosts.ini": """
    # comment
    [kube_control_plane]
    km[01:03] ansible_user=ops etcd_member_name=""

    [etcd:children]
    kube_control_plane

    [kube_node]
    kube01 ansible_host=192.168.10.237 ; no comment
    kube02 ansible_host="192.168.10.238"  # the second

    [k8s_cluster:children]
    kube_control_plane
    kube_node

    [kube_node:vars]
    rack=basement
    """.replacingAll(" ; no comment", with: ""),
    "inventory/host_vars/km01.yml": "ip: 192.168.10.234\nansible_host: 192.168.10.234\n",
    "inventory/host_vars/km02.yml": "ip: 192.168.10.235\n",
    "inventory/host_vars/km03.yml":
      "ip: 192.168.10.236\nipmi_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\n",
    "inventory/group_vars/all/all.yml": "kube_version: 1.34.3\nloadbalancer_apiserver_port: 6443\n",
    "inventory/group_vars/k8s_cluster/k8s-cluster.yml": """
    cluster_name: homelab
    kube_network_plugin: calico
    kube_pods_subnet: 10.244.0.0/16
    kube_encrypt_secret_data: false
    helm_enabled: true
    calico_mtu: 1450
    calico_felix_log: [a, {b: 1, c: "x"}]
    supplementary_addresses_in_ssl_keys: [192.168.10.250]
    """,
    "inventory/group_vars/k8s_cluster/secret.yml": "$ANSIBLE_VAULT;1.1;AES256\n61626364\n",
  ]

  @Test("an inventory of kubespray is a cluster on machines, which compiles and checks without an error")
  func kubesprayCluster() async throws {
    let trial = try Trial(Self.kubespray)
    let lab = try trial.lab("ansible", "inventory")
    #expect(lab.swift.contains("ControlPlane(km01)"))
    #expect(lab.swift.contains("release: \"2.31.0\", kubernetes: \"1.34.3\""))
    #expect(lab.swift.contains("KubesprayVariable(\"calico_mtu\", 1450)"))
    #expect(lab.swift.contains("serverNames: [\"192.168.10.250\"]"))
    #expect(!lab.swift.contains("loadbalancer_apiserver_port"))
    #expect(lab.codes == ["RB1212", "RB1213", "RB1214", "RB1215"])
    let outcome = try await LabTexts.outcomes(of: [lab.text("kubespray")])
    let compiled = try #require(outcome.first?.lab, "\(outcome)")
    #expect(compiled.diagnostics.filter { $0.severity == .error } == [])
    let hosts = compiled.artifacts.first { $0.key.hasSuffix("kubespray/homelab/hosts.yaml") }?.value ?? ""
    for address in 234...238 { #expect(hosts.contains("192.168.10.\(address)")) }
  }

  @Test("encrypted and secret values are in nothing that is written")
  func secrets() throws {
    let trial = try Trial([
      "hosts.ini": "web ansible_host=10.0.0.1 ansible_become_password=canary1\n",
      "host_vars/web.yml": "api_token: canary2\nk: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  canary3\n",
    ])
    let lab = try trial.lab("ansible", "hosts.ini")
    let report = ResidueReport(lab.residue)
    for text in [lab.swift, report.text, report.markdown(lab.diagnostics), "\(lab.diagnostics)"] {
      #expect(!text.contains("canary"))
    }
    #expect(lab.codes.contains("RB1215"))
  }

  @Test("hosts, groups and variables are those that ansible-inventory sees")
  func secondOpinion() async throws {
    let trial = try Trial([
      "hosts.ini": """
      lonely ansible_host=10.9.0.1
      [web]
      web[1:3] color=green
      "quoted host" ansible_host=10.9.0.7
      [db]
      db-[a:c].lab ansible_host=10.9.1.1
      [prod:children]
      web
      db
      [prod:vars]
      tier = prod
      ansible_host = 10.9.9.9
      [web:vars]
      ansible_host=10.9.8.8
      """,
      "group_vars/all.yml": "tier: all\nansible_host: 10.0.0.9\n",
      "group_vars/web.yml": "ansible_host: 10.0.0.8\n",
      "host_vars/web2.yaml": "ansible_host: 10.0.0.7\n",
    ])
    let lab = try trial.lab("ansible", "hosts.ini")
    let result = try await Subprocess.run(
      .name("ansible-inventory"), arguments: ["-i", trial.path("hosts.ini"), "--list"],
      environment: .inherit.updating(["ANSIBLE_LOCALHOST_WARNING": "false", "LC_ALL": "C.UTF-8"]),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    let printed = try SourceFile("out.json", text: result.standardOutput).documents.first
    let theirs = (printed?["_meta"]?["hostvars"]?.entries ?? []).compactMap { $0.value["ansible_host"]?.text }
    let ours = lab.facts.filter { $0.property == "address" }.map(\.value).sorted()
    #expect(theirs.count == 8)
    #expect(ours == theirs.sorted(), "\(result.standardError)")
  }

  @Test("an inventory in YAML gives what the same one in INI does")
  func yaml() throws {
    let trial = try Trial([
      "a/hosts.ini": "[web]\nweb[01:02]\n[web:vars]\nx=1\n[all:vars]\n",
      "a/host_vars/web01.yml": "ansible_host: 10.0.0.1\n", "a/host_vars/web02.yml": "ansible_host: 10.0.0.2\n",
      "b/hosts.yml": """
      all:
        children:
          web:
            hosts:
              web01: {ansible_host: 10.0.0.1}
              web02: {ansible_host: 10.0.0.2}
            vars: {x: 1}
      """,
    ])
    let ini = try trial.lab("ansible", "a/hosts.ini")
    let yaml = try trial.lab("ansible", "b/hosts.yml")
    #expect(ini.declarations.map(\.id) == yaml.declarations.map(\.id))
    #expect(yaml.residue.counts.all == 3)
  }

  @Test("an inventory of k3s-ansible is machines, a cluster, its VIP and its pool")
  func k3s() async throws {
    let trial = try Trial([
      "hosts.ini": "[master]\n10.0.3.38\n10.0.3.39\n[node]\n10.0.3.41\n[k3s_cluster:children]\nmaster\nnode\n",
      "group_vars/all.yml": """
      k3s_version: v1.34.3+k3s1
      apiserver_endpoint: 10.0.3.222
      k3s_token: canary
      cluster_cidr: 10.52.0.0/16
      metal_lb_ip_range: 10.0.3.80-10.0.3.90
      """,
    ])
    let lab = try trial.lab("ansible", "hosts.ini")
    #expect(lab.swift.contains("ExistingCluster(\"k3s\", kubernetes: \"1.34.3\", pods: \"10.52.0.0/16\")"))
    #expect(!lab.swift.contains("canary"))
    let compiled = try #require(try await LabTexts.outcomes(of: [lab.text("k3s")]).first?.lab)
    #expect(compiled.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test(
    "a line that Ansible refuses is an error on that line",
    arguments: [
      ("[web\nweb1\n", 1), ("[web:kids]\n", 1), ("web1 ansible_host\n", 1), ("web1 x=\"open\n", 1), ("web[9:1]\n", 1),
      ("web[1:99999999999999999999]\n", 1), ("web[1:9999999]\n", 1), ("[web:vars]\nno value\n", 2),
      ("[a]\nweb[1:200][1:200]\n", 2),
    ])
  func refused(text: String, line: Int) throws {
    let trial = try Trial(["hosts.ini": text])
    let lab = try trial.lab("ansible", "hosts.ini")
    let errors = lab.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["RB1210"])
    #expect(errors.first?.location?.line == line)
  }

  @Test(
    "odd inventories end without a crash",
    arguments: [
      "", "\u{FEFF}[a]\n\u{0}\n", "[a:children]\na\n[a]\nx\n", "[a:children]\nb\n[b:children]\na\n[b]\n10.0.0.1\n",
      "[🦊]\n🦊 ansible_host=10.0.0.1 🦊=🦊\n", "x ansible_host={{ y }}\n", "x ansible_host=::1\n", "localhost\n",
      "x:22 y=1\n[a]\nx:99999999999999999999\n", "\"\"\" ansible_host=10.0.0.1\n", "h[]\n", "h[:]\n", "h[a:Z]\n",
      "[]\n",
    ])
  func odd(text: String) async throws {
    let trial = try Trial([
      "hosts.ini": text, "b.yml": "all: {hosts: {\"a[1:2\": , '\\(x)': {ansible_host: 10.0.0.3}}}",
    ])
    let lab = try trial.lab("ansible", "hosts.ini", "b.yml")
    let complaints = try await SwiftCompiler.complaints(
      about: [("Empty.swift", "import Rackbook\n")]
        + SwiftSources(lab, prefix: "Imported").files.map { ($0.name, $0.text) })
    #expect(complaints == "")
  }
}

extension String {
  func replacingAll(_ text: String, with other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
