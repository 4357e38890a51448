import Blueprint

/// The tools that files are written for, one line each, in the order of the build report.
public let emitters: [any Emitter] = [
  AnsibleEmitter(),
  CorosyncEmitter(),
  KubernetesEmitter(),
  KubesprayEmitter(),
  NativeEmitter(),
  NginxEmitter(),
  PacemakerEmitter(),
  PrometheusEmitter(),
  TerraformEmitter(),
]
