import LabModel

extension LoadBalancer {
  /// How a machine that does not answer is made sure to be off, so that no two machines hold the address.
  public enum Fencing: Sendable, Hashable {
    /// The API of Proxmox stops its VM, through the host of another member; all their hosts are one Proxmox cluster.
    ///
    /// The account needs `VM.PowerMgmt` and `VM.Audit` on the VMs of the load balancer and nothing else.
    ///
    /// - Parameters:
    ///   - account: The Proxmox user with its realm; `fence@pve` unless said otherwise.
    ///   - password: Where the user's password is kept; the fence agent knows no API tokens.
    case proxmox(account: String = "fence@pve", password: SecretReference)
    /// Not at all: reported, because a cut network between the machines then leaves the address on both.
    ///
    /// - Parameter because: Why that is acceptable here.
    case waived(because: String)
  }
}
