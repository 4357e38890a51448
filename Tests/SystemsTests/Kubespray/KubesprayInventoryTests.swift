import Blueprint
import Compiler
import Diagnostics
import Documents
import LabLanguage
import LabModel
import Testing
import Yams

@testable import Systems

@Suite("The inventory of a kubespray cluster")
struct KubesprayInventoryTests {
  let example = ExampleCluster()

  private func files(_ cluster: KubesprayCluster) -> [String: Artifact] {
    let artifacts = compile(example.lab(cluster)).artifacts
    return Dictionary(artifacts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      .filter { $0.key.hasPrefix("kubespray/") }
  }

  /// Clusters that together use every setting.
  private var clusters: [KubesprayCluster] {
    let networkings: [ClusterNetworking] = [
      ClusterNetworking(.calico, proxy: .nftables), ClusterNetworking(.cilium, proxy: .ipvs),
      ClusterNetworking(.flannel),
    ]
    return networkings.map { networking in
      KubesprayCluster(
        "homelab", release: "2.31.0", kubernetes: "1.35.4", networking: networking,
        serverNames: ["k8s.home.example"], allowsUnknownSystems: true
      ) { example.parts }
    }
  }

  @Test("machines stand in the three groups, in the order of the lab")
  func hosts() throws {
    let cluster = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") { example.parts }
    let text = try #require(files(cluster)["kubespray/homelab/hosts.yaml"]).text.text
    let all = try #require(Yams.compose(yaml: text)?["all"])
    let groups = try #require(all["children"]?.mapping)
    #expect(groups.keys.map(\.string) == ["kube_control_plane", "etcd", "kube_node"])
    #expect(
      groups.values.map { $0["hosts"]?.mapping?.keys.map(\.string) }
        == [["node1", "node2", "node3"], ["node1", "node2", "node3"], ["node4", "node5"]])
    let second = try #require(all["hosts"]?["node2"]?.mapping)
    #expect(
      second.map { "\($0.key.string ?? "")=\($0.value.string ?? "")" } == [
        "ansible_host=192.168.10.232", "ip=192.168.10.232", "access_ip=192.168.10.232", "etcd_member_name=etcd2",
      ])
  }

  @Test("the line of a machine leads back to where it was listed")
  func origins() throws {
    let cluster = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") { example.parts }
    let hosts = try #require(files(cluster)["kubespray/homelab/hosts.yaml"]).text
    let line = try #require(hosts.text.split(separator: "\n").firstIndex { $0.contains("ip: 192.168.10.234") })
    #expect(hosts.origin(ofLine: line + 1) == cluster.members[3].declared)
  }

  @Test("every variable is one that Rackbook says it sets, and each is set once")
  func ownNames() throws {
    var emitted: Set<String> = []
    for cluster in clusters {
      var names: [String] = []
      for (path, artifact) in files(cluster) where path.contains("group_vars") {
        let variables = try #require(Yams.compose(yaml: artifact.text.text)?.mapping, "\(path)")
        names += variables.keys.compactMap(\.string)
      }
      #expect(Set(names).count == names.count)
      emitted.formUnion(names)
    }
    #expect(emitted == KubesprayChecks.ownNames)
  }

  @Test("a variable of one's own keeps its shape and its line")
  func variables() throws {
    let mtu = KubesprayVariable("calico_mtu", 1450)
    let labels = KubesprayVariable("node_labels", ["disk": "ssd", "spare": true, "zones": ["a", "1"]])
    let cluster = KubesprayCluster(
      "homelab", release: "2.31.0", kubernetes: "1.35.4", variables: [mtu, labels]
    ) { example.parts }
    let file = try #require(files(cluster)["kubespray/homelab/group_vars/k8s_cluster/variables.yml"]).text
    #expect(
      file.text.hasSuffix(
        """
        calico_mtu: 1450
        node_labels:
          disk: ssd
          spare: true
          zones:
            - a
            - "1"

        """))
    let line = try #require(file.text.split(separator: "\n").firstIndex { $0.contains("1450") })
    #expect(file.origin(ofLine: line + 1) == mtu.declared)
  }

  @Test("what kubespray makes in secret goes to the person's home, never into the build folder")
  func secrets() throws {
    let cluster = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") { example.parts }
    let access = try #require(files(cluster)["kubespray/homelab/group_vars/all/access.yml"]).text.text
    for name in ["credentials_dir", "artifacts_dir"] {
      let value = try #require(Yams.compose(yaml: access)?[name]?.string)
      #expect(value.hasPrefix("{{ lookup('ansible.builtin.env', 'HOME') }}/.rackbook/kubespray/homelab/"))
    }
  }

  @Test("the Ansible that the release demands is pinned, with what it needs")
  func requirements() throws {
    let cluster = KubesprayCluster("homelab", release: "2.30.0", kubernetes: "1.34.3") { example.parts }
    let text = try #require(files(cluster)["kubespray/homelab/requirements.txt"]).text.text
    #expect(text.contains("\nansible==10.7.0\n"))
  }
}
