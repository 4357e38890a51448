import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0173 = Rule(
  "RB0173", .error, "an autonomous system number is 1 to 4294967294",
  why: """
    BGP has 32 bits for it, and 0, 23456, 65535 and 4294967295 mean something else (RFC 7607, 6793, 7300). The router \
    refuses the session.
    """,
  remedy: "Take one for private use: 64512 to 65534.", waivable: false)

private let rb0174 = Rule(
  "RB0174", .warning, "autonomous system numbers of a lab are for private use",
  why: """
    Any other number is somebody's. A router that talks to a provider as well drops routes with it as a loop, or passes \
    them on.
    """,
  remedy: "Take 64512 to 65534, or 4200000000 to 4294967294 (RFC 6996).")

private let rb0179 = Rule(
  "RB0179", .error, "a cluster has one autonomous system number",
  why: "The speaker of a node runs one BGP instance. MetalLB refuses a configuration with two numbers as a whole.",
  remedy: "Write one `localASN:` at all peers of the cluster.")

extension Check {
  /// An autonomous system number is 1 to 4294967294.
  static let asnIsPossible = Check(
    rb0173,
    bad: { .announced { Example.peer(asn: 4_294_967_296) } },
    good: { .announced { Example.peer(asn: 64513) } },
    findings: { lab in
      lab.asns.filter { !isPossible($0.asn) }.map { peer, asn in
        rb0173.diagnostic(about: peer, "\(asn) is no autonomous system number for \(peer)")
      }
    })

  /// Autonomous system numbers of a lab are for private use.
  static let asnIsPrivate = Check(
    rb0174,
    bad: { .announced { Example.peer(asn: 3320) } },
    good: { .announced { Example.peer(asn: 64513) } },
    findings: { lab in
      lab.asns.filter { asn in
        isPossible(asn.asn) && !(64512...65534).contains(asn.asn) && !(4_200_000_000...4_294_967_294).contains(asn.asn)
      }.map { peer, asn in
        rb0174.diagnostic(about: peer, "AS \(asn) of \(peer) is not for private use")
      }
    })

  /// A cluster has one autonomous system number.
  static let clusterHasOneASN = Check(
    rb0179,
    bad: {
      .announced {
        Example.peer("udm", localASN: 64512)
        Example.peer("spare", at: Example.lan["192.168.10.2"], localASN: 64514)
      }
    },
    good: {
      .announced {
        Example.peer("udm", localASN: 64512)
        Example.peer("spare", at: Example.lan["192.168.10.2"], localASN: 64512)
      }
    },
    findings: { lab in
      var first: [ThingID: BGPPeer] = [:]
      return lab.all(BGPPeer.self).compactMap { peer in
        guard let earlier = first[peer.cluster] else {
          first[peer.cluster] = peer
          return nil
        }
        guard earlier.localASN != peer.localASN else { return nil }
        return rb0179.diagnostic(
          about: peer.id,
          "\(peer.cluster) is AS \(peer.localASN) for \(peer.id) and AS \(earlier.localASN) for \(earlier.id)",
          notes: [Diagnostic.Note("\(earlier.id) is declared here", about: earlier.id)])
      }
    })

  private static func isPossible(_ asn: Int) -> Bool {
    (1...4_294_967_294).contains(asn) && asn != 23456 && asn != 65535
  }
}

extension ResolvedLab {
  /// Both numbers of every peering.
  fileprivate var asns: [(peer: ThingID, asn: Int)] {
    all(BGPPeer.self).flatMap { [($0.id, $0.asn), ($0.id, $0.localASN)] }
  }
}
