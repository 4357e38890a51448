import LabLanguage
import LabModel

// What the compiler says about a word in the wrong braces of a cluster; each overload exists for its message.

extension Parts where Part == any KubesprayPart {
  /// A machine without what it does.
  @available(*, unavailable, message: "say what the machine does in the cluster: ControlPlane(km01) or Worker(kube01)")
  public static func buildExpression(_ part: any Machine) -> [Part] { [] }
  /// A service inside a cluster.
  @available(
    *, unavailable, message: "a Service runs in a Namespace: declare it in the lab, with in: Namespace(..., in: k8s)"
  )
  public static func buildExpression(_ part: Service) -> [Part] { [] }
  /// What is no part of a cluster.
  @available(*, unavailable, message: "only ControlPlane, Worker and EtcdMember stand in a KubesprayCluster")
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}

extension Parts where Part == any Component {
  /// A role in a cluster outside of one.
  @available(
    *, unavailable, message: "ControlPlane, Worker and EtcdMember belong in the braces of a KubesprayCluster"
  )
  public static func buildExpression(_ part: any KubesprayPart) -> [Part] { [] }
}

extension Parts where Part == any Machine {
  /// A role in a cluster among machines that do something else.
  @available(
    *, unavailable, message: "ControlPlane, Worker and EtcdMember belong in the braces of a KubesprayCluster"
  )
  public static func buildExpression(_ part: any KubesprayPart) -> [Part] { [] }
}
