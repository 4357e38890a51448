private let role = "ansible/roles/k8s_api"
private let corosync = "\(role)/files/etc/corosync/corosync.conf"
private let nginx = "\(role)/files/etc/nginx/nginx.conf"
private let cib = "\(role)/files/etc/pacemaker/k8s-api.xml"
private let clusterSettings = "kubespray/homelab/group_vars/k8s_cluster/k8s-cluster.yml"
private let rules = "prometheus/rules/cluster-homelab.yml"
private let mealie = "kubernetes/homelab/home-apps/mealie"
private let ruleTests = "prometheus/tests/cluster-homelab.yml"

extension PlantedFault {
  /// At least one mistake for every verification: what the tool is known to find, where a mistake is likely.
  static let all = terraform + ansible + kubespray + loadBalancer + prometheus + kubernetes + hatches

  private static let terraform = [
    PlantedFault(.mini, "terraform", "terraform/mini/main.tf.json", replacing: "\"cores\": 4", with: "\"kores\": 4"),
    PlantedFault(
      .mini, "terraform", "terraform/mini/main.tf.json", replacing: "\"cores\": 4", with: "\"cores\": \"four\""),
    PlantedFault(.mini, "terraform", "terraform/mini/main.tf.json", replacing: "\"node_name\"", with: "\"node\""),
    PlantedFault(
      .mini, "terraform", "terraform/mini/main.tf.json", replacing: "  \"192.168.1.1\"\n", with: "\"192.168.1.999\""),
    PlantedFault(
      .mini, "terraform", "terraform/mini/providers.tf.json", replacing: "proxmox_endpoint", with: "proxmox_endpont"),
    PlantedFault(
      .basement, "terraform", "terraform/basement/main.tf.json", replacing: "\"vm_id\": 401", with: "\"vm_id\": 41"),
  ]

  private static let ansible = [
    PlantedFault(.mini, "ansible-inventory", "ansible/inventory.yml", replacing: "    docker:\n", with: "    docker\n"),
    PlantedFault(.mini, "yamllint", "ansible/inventory.yml", replacing: "  hosts:", with: "  hosts:  "),
    PlantedFault(
      .basement, "ansible-playbook", "ansible/load-balancer-k8s-api.yml", replacing: "  hosts:", with: "  hots:"),
    PlantedFault(
      .basement, "ansible-playbook", "\(role)/tasks/nginx.yml", replacing: "builtin.copy:", with: "builtin.copi:"),
    PlantedFault(.basement, "ansible-lint", "\(role)/tasks/nginx.yml", replacing: "    mode: \"0644\"\n", with: ""),
    PlantedFault(.basement, "ansible-lint", "\(role)/tasks/nginx.yml", replacing: "    enabled:", with: "    enabld:"),
  ]

  private static let kubespray = [
    PlantedFault(
      .basement, "kubespray homelab: yamllint", clusterSettings, replacing: "\nkube_version:",
      with: "\nkube_version: 1\nkube_version:"),
    PlantedFault(
      .basement, "kubespray homelab: ansible-inventory", clusterSettings, replacing: "kube_version", with: "kube_verson"
    ),
    PlantedFault(
      .basement, "kubespray homelab: ansible-inventory", "kubespray/homelab/hosts.yaml", replacing: "    km01:\n",
      with: "   km01:\n"),
  ]

  private static let loadBalancer = [
    PlantedFault(.basement, "nginx -t", nginx, replacing: "proxy_pass ", with: "proxy_pas "),
    PlantedFault(.basement, "nginx -t", nginx, replacing: "listen 6443", with: "listen 66443"),
    PlantedFault(
      .basement, "nginx -t", nginx, replacing: "upstream stream_homelab_api_server", with: "upstream api_server"),
    PlantedFault(.basement, "corosync -t", corosync, replacing: "nodeid: 2", with: "nodeid: 1"),
    PlantedFault(.basement, "corosync -t", corosync, replacing: "token: 1000", with: "token: abc"),
    PlantedFault(.basement, "corosync -t", corosync, replacing: "name: nginx-lb01", with: "name: nginx-lb03"),
    PlantedFault(.basement, "corosync -t", corosync, replacing: "192.168.10.251", with: "192.168.10.999"),
    PlantedFault(.basement, "crm_verify", cib, replacing: "rsc=\"vip\" with-rsc", with: "rsc=\"vipp\" with-rsc"),
    PlantedFault(.basement, "crm_verify", cib, replacing: "kind=\"Optional\"", with: "kid=\"Optional\""),
    PlantedFault(
      .basement, "crm configure verify", cib, replacing: "name=\"cidr_netmask\"", with: "name=\"cidr_netmusk\""),
    PlantedFault(.basement, "crm configure verify", cib, replacing: "type=\"fence_pve\"", with: "type=\"fence_pvee\""),
    PlantedFault(
      .basement, "crm_simulate", cib, replacing: "node=\"nginx-lb01\" score=\"50\"",
      with: "node=\"nginx-lb02\" score=\"-INFINITY\""),
  ]

  private static let hatches = [
    PlantedFault(.hatches, "terraform", "terraform/hatches/family.tf.json", replacing: "input", with: "imput"),
    PlantedFault(
      .hatches, "terraform", "terraform/hatches/main.tf.json", replacing: "\"numa\": true", with: "\"numas\": true"),
    PlantedFault(
      .hatches, "ansible-playbook --syntax-check", "ansible/motd.yml", replacing: "builtin.copy", with: "builtin.copi"),
    PlantedFault(
      .hatches, "promtool check rules", "prometheus/rules/slow.yml", replacing: "sum by (job)", with: "sum by job"),
  ]

  private static let prometheus = [
    PlantedFault(
      .basement, "promtool check config", "prometheus/prometheus.yml", replacing: "scrape_interval",
      with: "scrape_intervall"),
    PlantedFault(
      .basement, "blackbox exporter", "prometheus/blackbox.yml", replacing: "tls_config", with: "tls_confg"),
    PlantedFault(
      .basement, "promtool check rules", rules, replacing: "expr: etcd_server_has_leader{",
      with: "expr: etcd_server_has_leader{{"),
    PlantedFault(.basement, "promtool check rules", rules, replacing: "for: 1m", with: "for: 1 minute"),
    PlantedFault(.basement, "promtool test rules", rules, replacing: "} == 0", with: "} == 1"),
    PlantedFault(.basement, "promtool test rules", ruleTests, replacing: "\"0x10\"", with: "\"1x10\""),
  ]

  private static let kubernetes = [
    PlantedFault(
      .basement, "kubernetes-validate", "\(mealie)/deployment.yaml", replacing: "replicas: 1", with: "replicas: one"),
    PlantedFault(
      .basement, "kubernetes-validate", "\(mealie)/deployment.yaml", replacing: "containerPort:", with: "containrPort:"),
    PlantedFault(
      .basement, "kubernetes-validate", "\(mealie)/deployment.yaml", replacing: "apps/v1", with: "apps/v1beta9"),
    PlantedFault(
      .basement, "kubernetes-validate", "\(mealie)/networkpolicy.yaml", replacing: "podSelector:", with: "podSelektor:"),
    PlantedFault(
      .basement, "kubernetes-validate", "\(mealie)/claims.yaml", replacing: "storageClassName:", with: "storageClas:"),
    PlantedFault(
      .basement, "kubernetes-validate", "\(mealie)/externalsecret.yaml", replacing: "remoteRef:", with: "remoteReff:"),
    PlantedFault(
      .basement, "kustomize build", "kubernetes/homelab/kustomization.yaml",
      replacing: "  - home-apps/mealie/deployment.yaml\n", with: ""),
    PlantedFault(
      .basement, "kustomize build", "kubernetes/homelab/kustomization.yaml",
      replacing: "mealie/deployment.yaml", with: "mealie/deploiment.yaml"),
    PlantedFault(
      .basement, "kustomize build", "\(mealie)/deployment.yaml", replacing: "kind: Deployment",
      with: "kin: Deployment"),
  ]
}
