import Blueprint
import Diagnostics
import Documents
import Emitters
import LabModel
import Testing

@Suite("Pacemaker's configuration")
struct PacemakerEmitterTests {
  private let file = "/etc/pacemaker/edge.xml"

  @Test("each member has a fence device that does not run on it")
  func devices() {
    let text = ExamplePair().text(of: PacemakerEmitter(), file)
    for (name, vmid, api) in [("lb1", 251, "192.0.2.21"), ("lb2", 252, "192.0.2.22")] {
      #expect(text.contains("name=\"pcmk_host_map\" value=\"\(name):\(vmid)\""))
      #expect(text.contains("id=\"fence-\(name)-ip\" name=\"ip\" value=\"\(api)\""))
      #expect(text.contains("rsc=\"fence-\(name)\" node=\"\(name)\" score=\"-INFINITY\""))
    }
    #expect(text.contains("name=\"stonith-enabled\" value=\"true\""))
  }

  @Test("of two members that lose sight of each other only one shoots at once")
  func delays() {
    let text = ExamplePair().text(of: PacemakerEmitter(), file)
    #expect(!text.contains("fence-lb1-pcmk_delay_base"))
    #expect(text.contains("id=\"fence-lb2-pcmk_delay_base\" name=\"pcmk_delay_base\" value=\"5s\""))
  }

  @Test("the password is read from a file at run time")
  func password() {
    let text = ExamplePair().text(of: PacemakerEmitter(), file)
    #expect(text.contains("name=\"passwd_script\" value=\"cat /etc/pacemaker/fence-pve.password\""))
    #expect(!text.contains("name=\"passwd\""))
    #expect(!text.contains("name=\"password\""))
  }

  @Test("waived fencing leaves no device behind, and says so to Pacemaker")
  func waived() {
    var pair = ExamplePair()
    pair.fencing = .waived(reason: "a test")
    let text = pair.text(of: PacemakerEmitter(), file)
    #expect(text.contains("name=\"stonith-enabled\" value=\"false\""))
    #expect(!text.contains("class=\"stonith\""))
    #expect(!text.contains("fence-"))
  }

  @Test("the address is only where nginx runs, and prefers the first member less than it likes to stay")
  func placement() {
    let text = ExamplePair().text(of: PacemakerEmitter(), file)
    #expect(text.contains("rsc=\"vip\" with-rsc=\"nginx-clone\" score=\"INFINITY\""))
    #expect(text.contains("rsc=\"vip\" node=\"lb1\" score=\"50\""))
    #expect(text.contains("name=\"resource-stickiness\" value=\"100\""))
    #expect(text.contains("name=\"ip\" value=\"192.0.2.250\""))
    #expect(text.contains("name=\"cidr_netmask\" value=\"24\""))
  }

  @Test("no two elements share an id")
  func ids() {
    let text = ExamplePair().text(of: PacemakerEmitter(), file)
    let ids = text.matches(of: /\sid="([^"]+)"/).map(\.1)
    #expect(ids.count > 30)
    #expect(Set(ids).count == ids.count)
  }

  @Test("a hostile account stays one value")
  func hostile() {
    var pair = ExamplePair()
    pair.fencing = .proxmox(account: "a\"/><b c='&")
    #expect(
      pair.text(of: PacemakerEmitter(), file)
        .contains("name=\"username\" value=\"a&quot;/&gt;&lt;b c='&amp;\"/>"))
  }

  @Test("the program that applies it is a program")
  func program() {
    var log = DiagnosticLog()
    let artifacts = PacemakerEmitter().emit(ExamplePair().blueprint, reporting: &log)
    let program = artifacts.first { $0.path.hasSuffix(FailoverGroup.applyProgram) }
    #expect(program?.isExecutable == true)
    #expect(program?.text.text.hasPrefix("#!/bin/sh\n") == true)
  }
}
