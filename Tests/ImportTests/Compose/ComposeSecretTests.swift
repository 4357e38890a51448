import Testing

@testable import Import

@Suite("Secrets in Compose files")
struct ComposeSecretTests {
  static let places: [String] = [
    "environment: {DB_PASSWORD: canary-value}", "environment: [API_TOKEN=canary-value]",
    "environment: {DATABASE_URL: 'postgres://app:canary-value@db/app'}",
    "environment: {X: 'ghp_canary-value-canary-value-1'}",
    "command: redis-server --requirepass canary-value", "command: [serve, --admin-password=canary-value]",
    "command: serve canary-value\nenvironment: {SECRET_KEY: canary-value}",
    "healthcheck: {test: 'mysqladmin -pcanary-value ping'}\nenvironment: {MYSQL_ROOT_PASSWORD: canary-value}",
    "healthcheck: {test: [CMD, redis-cli, --pass, canary-value, ping]}\nenvironment: {REDIS_PASSWORD: canary-value}",
    "labels: {traefik.http.middlewares.a.basicauth.users: 'admin:$$apr1$$canary-value-canary'}",
    "volumes: ['./app.conf:/etc/app.conf']", "volumes: ['./id_rsa:/root/.ssh/id_rsa']", "env_file: web.env",
    "secrets: [s]", "configs: [c]", "pre_start: [{command: [a], environment: {A_SECRET: canary-value}}]",
    "environment: {DB_PASSWORD: '${DB_PASSWORD:-canary-value}'}",
  ]

  @Test("the value of a secret is in no Swift, no report and no diagnostic", arguments: places)
  func canary(written: String) {
    let result = ComposeTexts(
      web: written, "secrets: {s: {file: ./s.txt}}\nconfigs: {c: {file: ./c.ini}}\n",
      others: [
        "app.conf": "[db]\npassword = canary-value\n", "id_rsa": "canary-value", "web.env": "APP_SECRET=canary-value\n",
        "s.txt": "canary-value", "c.ini": "url=https://u:canary-value@host\n",
      ])
    #expect(!result.swift.isEmpty, "\(result.lab.diagnostics)")
    for text in [result.swift, result.report, "\(result.lab.diagnostics)", ResidueReport(result.lab.residue).text] {
      #expect(!text.contains("canary"), "\(text)")
    }
  }

  @Test("a secret is a reference, and its place is told")
  func reference() {
    let result = ComposeTexts(web: "environment: {DB_PASSWORD: canary-value}")
    #expect(
      result.line.contains(
        "Environment(\"DB_PASSWORD\", from: SecretReference(\"imported/shop/web\", key: \"DB_PASSWORD\"))"))
    #expect(result.codes == ["RB1331"])
    #expect(result.fate("services.web.environment.DB_PASSWORD").hasPrefix("changed: a reference to a secret"))
  }

  @Test(
    "names and values tell what a secret is",
    arguments: [
      ("PASSWORD", "x", true), ("MYSQL_ROOT_PASSWORD_FILE", "/run/secrets/p", false), ("TOKEN_EXPIRY", "3600", false),
      ("DISABLE_PASSWORD", "true", false), ("KEYBOARD", "us", false), ("URL", "https://host/path", false),
      ("URL", "https://user@host", false), ("URL", "redis://:pw@host", true), ("SECRET", "", false),
      ("PASS", "x", true),
      ("COMPASS", "north", false), ("PUID", "1000", false),
    ])
  func detection(name: String, value: String, isSecret: Bool) {
    #expect(SecretDetection.isSecret(name: name, value: value) == isSecret)
  }
}
