import Rackbook

// A lab that compiles and never comes to an end: its two services wait for each other's value.

let server = BareMetalHost(
  "server", at: Network("lan", "10.0.0.0/24")["10.0.0.2"], cores: 2, memory: .gib(2), disk: .gib(20))
let chicken: Service = Service("chicken", in: server) {}.needs(egg)
let egg: Service = Service("egg", in: server) {}.needs(chicken)

@main struct Ring: Lab {
  var body: [any Component] { chicken; egg }
}
