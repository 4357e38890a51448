import LabLanguage
import LabModel

// expected-error@+1 {{missing argument for parameter 'memory' in call}}
let host = ProxmoxHost("pve2", at: lan["192.168.10.22"], cores: 16)
