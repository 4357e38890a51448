import LabLanguage
import LabModel
import Systems

struct Misplaced: Lab {
  var body: [any Component] {
    km01
    // expected-error@+1 {{ControlPlane, Worker and EtcdMember belong in the braces of a KubesprayCluster}}
    ControlPlane(km01)
  }
}
