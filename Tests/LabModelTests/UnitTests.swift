import Testing

@testable import LabModel

@Suite("Units")
struct UnitTests {
  @Test(
    "sizes print in the largest unit that fits",
    arguments: [
      (DataSize.gib(8), "8 GiB"), (.tib(40), "40 TiB"), (.mib(512), "512 MiB"), (.gib(1024), "1 TiB"),
      (DataSize(bytes: 1000), "1000 B"), (DataSize(bytes: 0), "0 B"),
    ])
  func sizes(size: DataSize, text: String) {
    #expect(size.description == text)
  }

  @Test("absurd sizes and times are held at the ends instead of trapping")
  func extremes() {
    #expect(DataSize.tib(Int.max).bytes == Int.max)
    #expect(DataSize.gib(Int.min).bytes == 0)
    #expect((DataSize.tib(Int.max) + DataSize.gib(1)).bytes == Int.max)
    #expect(Interval.weeks(Int.max).seconds == Int.max)
    #expect(Interval.days(-3).seconds == 0)
  }

  @Test(
    "times print as Prometheus reads them",
    arguments: [
      (Interval.seconds(90), "90s"), (.minutes(5), "5m"), (.hours(6), "6h"), (.hours(48), "2d"), (.weeks(2), "2w"),
      (.seconds(0), "0s"),
    ])
  func times(time: Interval, text: String) {
    #expect(time.description == text)
  }

  @Test("a secret's variable holds only what a variable's name may hold")
  func secretVariable() {
    let secret = SecretReference("home lab/proxmox-1/ñ", key: "pass word")
    #expect(secret.environmentVariable == "RACKBOOK_SECRET_HOME_LAB_PROXMOX_1___PASS_WORD")
  }
}
