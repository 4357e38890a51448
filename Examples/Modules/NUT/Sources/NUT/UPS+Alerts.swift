import RackbookModules

extension UPS {
  var job: String { "\(name)-node" }

  /// That the power is out, that the battery is nearly empty, and that nobody knows.
  public var alerts: [Alert] {
    [
      alert(
        "PowerIsOut", "ups_on_battery{job=\"\(job)\"} == 1", for: .seconds(30), .critical,
        "\(name) runs on battery", runbook: "power-is-out", sample: ("ups_on_battery", "1x10")),
      alert(
        "PowerSupplyBatteryWorn", "ups_replace_battery{job=\"\(job)\"} == 1", for: .minutes(5), .warning,
        "the battery of \(name) wants to be replaced", runbook: "ups-unwell", sample: ("ups_replace_battery", "1x10")),
      alert(
        "PowerSupplySilent", "ups_reachable{job=\"\(job)\"} == 0", for: .minutes(5), .warning,
        "nobody knows how \(name) is: its driver does not answer", runbook: "ups-unwell",
        sample: ("ups_reachable", "0x10")),
    ]
  }

  private func alert(
    _ name: String, _ expression: String, for duration: Interval, _ severity: Alert.Severity, _ summary: String,
    runbook: String, sample: (metric: String, values: String)
  ) -> Alert {
    let instance = "\(server.address.text):9100"
    let series = "\(sample.metric){instance=\"\(instance)\",job=\"\(job)\"}"
    return Alert(
      name: name, expression: expression, duration: duration, severity: severity, summary: summary,
      runbook: "\(self.name)/\(runbook)",
      example: Alert.Example(
        [.init(series, sample.values)], firesAt: .minutes(8), labels: ["instance": instance, "job": job]),
      declared: declared)
  }
}
