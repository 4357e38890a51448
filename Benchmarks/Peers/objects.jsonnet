// The generated lab's objects. The top-level argument is the number of services.
function(count)
  local selector(name) = { 'app.kubernetes.io/name': name };
  local labels(name) = selector(name) { 'app.kubernetes.io/part-of': 'generated', 'app.kubernetes.io/managed-by': 'rackbook' };
  local space(number) = 'space%d' % std.floor(number / 25);
  local peer(number, own) =
    { podSelector: { matchLabels: selector('service%d' % number) } } +
    if space(number) == space(own) then {}
    else { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': space(number) } } };
  local needs(number) =
    if number < 2 then [] else if number == 2 then [1] else [std.floor(number / 2), number - 1];
  local dependents(number) = std.filter(
    function(other) other >= 2 && other < count && other != number && std.member(needs(other), number),
    std.set([number + 1, 2 * number, 2 * number + 1]));
  local service(number) =
    local name = 'service%d' % number;
    local exposed = number % 10 == 0 && std.floor(number / 10) < 2000;
    local made(api, kind, called=name) = {
      apiVersion: api, kind: kind, metadata: { name: called, namespace: space(number), labels: labels(name) },
    };
    local port = { name: 'tcp-8080', port: 8080, targetPort: 8080, protocol: 'TCP' };
    local edge = [{ protocol: 'TCP', port: 8080 }];
    [
      made('apps/v1', 'Deployment') {
        spec: {
          replicas: 1, selector: { matchLabels: selector(name) }, strategy: { type: 'Recreate' },
          template: {
            metadata: { labels: labels(name) },
            spec: {
              automountServiceAccountToken: false, enableServiceLinks: false,
              securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
              containers: [{
                name: name, image: 'registry.example/app%d:1.2.%d' % [number, number],
                ports: [{ name: 'tcp-8080', containerPort: 8080, protocol: 'TCP' }],
                env: [
                  { name: 'TZ', value: 'Europe/Zurich' },
                  { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: name + '-secrets', key: 'apps-' + name + '.password' } } },
                ],
                resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } },
                readinessProbe: { httpGet: { path: '/healthz', port: 8080 } },
                securityContext: { allowPrivilegeEscalation: false },
                volumeMounts: [
                  { name: 'data', mountPath: '/data' },
                  { name: 'rackbook-config', mountPath: '/etc/app.conf', subPath: 'app.conf', readOnly: true },
                ],
              }],
              volumes: [
                { name: 'data', persistentVolumeClaim: { claimName: name + '-data' } },
                { name: 'rackbook-config', configMap: { name: name + '-config', items: [{ key: 'app.conf', path: 'app.conf' }] } },
              ],
            },
          },
        },
      },
      made('v1', 'Service') { spec: { type: 'ClusterIP', ports: [port], selector: selector(name) } },
      made('v1', 'PersistentVolumeClaim', name + '-data') {
        spec: {
          accessModes: ['ReadWriteOnce'], storageClassName: 'iscsi',
          resources: { requests: { storage: '%dGi' % (1 + number % 9) } },
        },
      },
      made('v1', 'ConfigMap', name + '-config') { data: { 'app.conf': 'listen 8080\nworkers %d\n' % (number % 8) } },
      made('external-secrets.io/v1', 'ExternalSecret', name + '-secrets') {
        spec: {
          refreshInterval: '1h', secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
          target: { name: name + '-secrets', creationPolicy: 'Owner' },
          data: [{ secretKey: 'apps-' + name + '.password', remoteRef: { key: 'apps/' + name, property: 'password' } }],
        },
      },
      made('networking.k8s.io/v1', 'NetworkPolicy') {
        spec: {
          podSelector: { matchLabels: selector(name) }, policyTypes: ['Ingress', 'Egress'],
          ingress: [{ from: [peer(other, number)], ports: edge } for other in dependents(number)]
                   + (if exposed then [{ ports: edge }] else []),
          egress: [{
            to: [
              {
                namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
                podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
              },
              { ipBlock: { cidr: '169.254.0.0/16' } },
            ],
            ports: [{ protocol: 'UDP', port: 53 }, { protocol: 'TCP', port: 53 }],
          }] + [{ to: [peer(other, number)], ports: edge } for other in needs(number)],
        },
      },
    ] + if exposed then [
      made('v1', 'Service', name + '-node-ports') {
        spec: { type: 'NodePort', ports: [port { nodePort: 30000 + std.floor(number / 10) }], selector: selector(name) },
      },
    ] else [];
  std.flatMap(service, std.range(0, count - 1))
