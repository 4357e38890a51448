/// The ports that common images listen on, by the last part of their name: facts of their documentation.
enum WellKnownPorts {
  static func ports(of image: String) -> [Int] {
    let name = image.split(separator: "@").first.map(String.init) ?? image
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let base = last.split(separator: ":").first.map { $0.lowercased() } ?? last
    if let ports = table[base] { return ports }
    return table.sorted { $0.key.utf8.count > $1.key.utf8.count }.first { base.hasPrefix("\($0.key)-") }?.value ?? []
  }

  private static let table: [String: [Int]] = [
    "postgres": [5432], "postgis": [5432], "timescaledb": [5432], "pgvector": [5432], "mysql": [3306],
    "mariadb": [3306],
    "percona": [3306], "redis": [6379], "valkey": [6379], "keydb": [6379], "dragonfly": [6379], "mongo": [27017],
    "mongodb": [27017], "memcached": [11211], "rabbitmq": [5672], "nats": [4222], "elasticsearch": [9200],
    "opensearch": [9200], "influxdb": [8086], "nginx": [80], "httpd": [80], "traefik": [80], "caddy": [80, 443],
    "grafana": [3000], "prometheus": [9090], "loki": [3100], "meilisearch": [7700], "minio": [9000], "vault": [8200],
    "consul": [8500], "etcd": [2379], "zookeeper": [2181], "kafka": [9092], "cassandra": [9042], "couchdb": [5984],
    "clickhouse": [8123], "clickhouse-server": [8123], "gotenberg": [3000], "tika": [9998], "adminer": [8080],
    "phpmyadmin": [80], "mosquitto": [1883], "eclipse-mosquitto": [1883], "chrome": [3000],
    "docker-socket-proxy": [2375],
    "wordpress": [80], "nextcloud": [80], "neo4j": [7474, 7687], "typesense": [8108], "qdrant": [6333],
  ]
}
