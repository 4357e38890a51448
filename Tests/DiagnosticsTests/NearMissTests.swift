import Testing

@testable import Diagnostics

@Suite("Near misses")
struct NearMissTests {
  @Test(
    "a swap, a slip and a missing letter are found, something else is not",
    arguments: [
      ("valut", "vault"), ("meallie", "mealie"), ("truenas-iscs", "truenas-iscsi"), ("tank", "tanks"),
    ])
  func finds(written: String, meant: String) {
    #expect(NearMiss.candidates(for: written, in: [meant, "grafana", "zigbee2mqtt"]) == [meant])
  }

  @Test("nothing is suggested for a name that is near to none")
  func nothing() {
    #expect(NearMiss.suggestion(for: "plex", in: ["grafana", "mealie"]) == nil)
  }

  @Test("the suggestion lists several names as a person would")
  func several() {
    #expect(NearMiss.suggestion(for: "km00", in: ["km01", "km02", "nas"]) == "did you mean 'km01' or 'km02'?")
  }
}
