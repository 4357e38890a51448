import ComposeFile
import Diagnostics
import Testing

@Suite("Short and long forms")
struct ShortFormTests {
  @Test(
    "a port becomes its long form",
    arguments: [
      ("80", "{protocol: tcp, target: 80}"), ("8080:80", "{protocol: tcp, published: 8080, target: 80}"),
      ("8080:80/udp", "{protocol: udp, published: 8080, target: 80}"),
      ("127.0.0.1:8080:80", "{host_ip: 127.0.0.1, protocol: tcp, published: 8080, target: 80}"),
      ("127.0.0.1::80", "{host_ip: 127.0.0.1, protocol: tcp, target: 80}"),
      ("[::1]:8080:80", "{host_ip: ::1, protocol: tcp, published: 8080, target: 80}"),
      ("::1:8080:80", "{host_ip: ::1, protocol: tcp, published: 8080, target: 80}"),
      ("8000-8001:80-81", "{protocol: tcp, published: 8000, target: 80}, {protocol: tcp, published: 8001, target: 81}"),
      ("80-81", "{protocol: tcp, target: 80}, {protocol: tcp, target: 81}"),
      ("8000-8010:80", "{protocol: tcp, published: 8000-8010, target: 80}"),
    ])
  func ports(short: String, long: String) {
    #expect(attribute("ports", of: loadService("ports: ['\(short)']")) == "[\(long)]")
  }

  @Test(
    "a port that cannot be read is an error",
    arguments: ["0", "80808", "a:b", "80:", "8000-8001:80-82", "81-80", "80/xyz", "300.0.0.1:80:80", "-1"])
  func badPorts(short: String) {
    #expect(codes(loadService("ports: ['\(short)']")) == ["RB1307:4"])
  }

  @Test(
    "a volume becomes its long form",
    arguments: [
      ("/data", "{target: /data, type: volume}"), ("db:/data", "{source: db, target: /data, type: volume}"),
      ("db:/data/:ro", "{read_only: true, source: db, target: /data, type: volume}"),
      ("./conf:/etc/x", "{source: conf, target: /etc/x, type: bind}"),
      ("../up:/x", "{source: ../up, target: /x, type: bind}"), ("~/x:/x", "{source: ~/x, target: /x, type: bind}"),
      ("/a:/b:ro,Z", "{bind: {selinux: Z}, read_only: true, source: /a, target: /b, type: bind}"),
      ("/a:/b:rshared", "{bind: {propagation: rshared}, source: /a, target: /b, type: bind}"),
      ("C:\\\\a:/b", "{source: C:\\\\a, target: /b, type: bind}"),
      ("db:/data:nocopy", "{source: db, target: /data, type: volume, volume: {nocopy: true}}"),
    ])
  func volumes(short: String, long: String) {
    #expect(attribute("volumes", of: loadService("volumes: ['\(short)']", "volumes: {db: }")) == "[\(long)]")
  }

  @Test(
    "every other short form becomes its long form",
    arguments: [
      ("command: a 'b c' \"d\"", "command", "[a, b c, d]"), ("entrypoint: ''", "entrypoint", "[]"),
      ("command: [a, b c]", "command", "[a, b c]"), ("build: ./app", "build", "{context: app}"),
      ("healthcheck: {test: curl x}", "healthcheck", "{test: [CMD-SHELL, curl x]}"),
      ("environment: [A=1, B]", "environment", "{A: 1, B: null}"),
      (
        "environment: {A: 0777, B: 1.10, C: yes, D: true, E: 1e3, F: 0x1F}", "environment",
        "{A: 511, B: 1.1, C: yes, D: true, E: 1000, F: 31}"
      ),
      ("labels: [a=b=c]", "labels", "{a: b=c}"), ("dns: 1.1.1.1", "dns", "[1.1.1.1]"),
      ("tmpfs: /run", "tmpfs", "[/run]"), ("env_file: []", "env_file", "[]"),
      ("extra_hosts: ['a=1.1.1.1', 'b:::1']", "extra_hosts", "{a: [1.1.1.1], b: [::1]}"),
      ("extra_hosts: {a: [1.1.1.1, 2.2.2.2]}", "extra_hosts", "{a: [1.1.1.1, 2.2.2.2]}"),
      (
        "devices: ['/dev/x:/dev/y:r', /dev/z]", "devices",
        "[{permissions: r, source: /dev/x, target: /dev/y}, {source: /dev/z, target: /dev/z}]"
      ),
      ("gpus: all", "gpus", "[{count: all}]"), ("sysctls: [a=1]", "sysctls", "{a: 1}"),
      ("ulimits: {nofile: {soft: 1, hard: 2}, nproc: 3}", "ulimits", "{nofile: {hard: 2, soft: 1}, nproc: 3}"),
      ("networks: [default]", "networks", "{default: null}"),
    ])
  func others(short: String, key: String, long: String) {
    #expect(attribute(key, of: loadService(short)) == long)
  }

  @Test("services, configs, secrets and models named in lists become mappings")
  func names() {
    let load = load([
      "compose.yaml": """
      services:
        web:
          image: x
          depends_on: [db]
          configs: [c]
          secrets: [s]
          models: [m]
        db: {image: y}
      configs: {c: {content: text}}
      secrets: {s: {external: {name: real}}}
      models: {m: {model: ai/x}}
      """
    ])
    #expect(attribute("depends_on", of: load) == "{db: {condition: service_started}}")
    #expect(attribute("configs", of: load) == "[{source: c}]")
    #expect(attribute("secrets", of: load) == "[{source: s}]")
    #expect(attribute("models", of: load) == "{m: null}")
    #expect(text(load.project?.root["secrets"]) == "{s: {external: true, name: real}}")
  }

  @Test(
    "durations and sizes",
    arguments: [("1m30s", 90), ("500ms", 1), ("1h", 3600), ("1.5s", 2), ("0", 0), ("2d", 172_800)])
  func durations(written: String, seconds: Int) {
    #expect(ComposeDuration(written)?.wholeSeconds == seconds)
  }

  @Test("what is no duration", arguments: ["", "1", "s", "1x", "-1s", "1s1", "999999999999999h"])
  func badDurations(written: String) {
    #expect(ComposeDuration(written) == nil)
  }

  @Test(
    "sizes are powers of 1024",
    arguments: [("1k", 1024), ("1.5gb", 1_610_612_736), ("512 MiB", 536_870_912), ("7", 7), ("2b", 2)])
  func sizes(written: String, bytes: Int) {
    #expect(ComposeSize(written)?.bytes == bytes)
  }

  @Test("what is no size", arguments: ["", "k", "1x", "-1", "99999999999p", "1.2.3k"])
  func badSizes(written: String) {
    #expect(ComposeSize(written) == nil)
  }
}
