import LabLanguage
import LabModel

/// What only the page of a network has: its addresses.
struct NetworkSections {
  let index: ContentIndex
  let thing: any Component

  var sections: [Section] {
    guard let network = thing as? Network else { return [] }
    let addresses = NetworkAddresses(of: network, in: index.content.lab)
    let table = addresses.table("Addresses of \(network.name)", in: index.content.lab)
    let count: Prose = [.text("\(addresses.held) of \(addresses.total) addresses are held by things of this lab.")]
    return [Section("network-addresses", "Addresses", [.paragraph(count), .table(table)])]
  }
}
