import RackbookTesting
import Testing

@testable import Basement

/// What its owner wants to stay true of the Basement lab: the example of `docs/testing-a-lab.md`.
@Suite("The Basement lab keeps its promises")
struct BasementLabTests {
  let lab = Basement().resolved
  static let compilation = Basement().compiled()

  @Test("nothing stands against building it")
  func compiles() {
    #expect(Self.compilation.errors.map(\.message) == [])
  }

  @Test("recipes need their database and, through it, the storage, but no other service")
  func recipes() {
    #expect(lab.reaches(mealie, mealieDB))
    #expect(lab.reaches(mealie, truenas))
    #expect(!lab.reaches(mealie, paperless))
    #expect(!lab.reaches(mealieDB, mealie))
  }

  @Test("losing one hypervisor ends neither the recipes nor the papers", arguments: [pve1, pve2, pve3])
  func oneHost(host: ProxmoxHost) {
    let night = lab.whenLost(host)
    #expect(night.survives(mealie), "\(night.why(mealie))")
    #expect(night.survives(paperless), "\(night.why(paperless))")
  }

  @Test("losing the storage ends what keeps its data there, and the reason is told")
  func storage() {
    let night = lab.whenLost(truenas)
    #expect(!night.survives(mealie))
    #expect(night.why(mealie).contains("nas 'truenas'"))
    #expect(night.survives(synology) && night.leavesAlone(synology), "\(night.why(synology))")
  }

  @Test("losing one balancer moves the address; losing both takes every way in")
  func balancers() {
    #expect(lab.whenLost(lb01).survives(api) && !lab.whenLost(lb01).leavesAlone(api))
    #expect(!lab.whenLost(lb01, lb02).survives(api))
  }

  @Test("every machine stands in Ansible's inventory with its address")
  func inventory() {
    for machine in lab.all((any Machine).self) {
      let address = Self.compilation.value(at: "/all/hosts/\(machine.name)/ansible_host", of: "ansible/inventory.yml")
      #expect(address == .string(machine.address.text))
    }
  }

  @Test("the cluster has a runbook for the night on which etcd is lost")
  func runbooks() {
    #expect(Self.compilation.runbook("homelab/etcd-restore") != nil)
  }
}
