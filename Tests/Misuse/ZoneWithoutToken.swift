import LabLanguage
import LabModel

// expected-error@+1 {{missing argument for parameter 'token' in call}}
let zone = DNSZone("example.org", provider: .cloudflare())
