import { parse } from 'yaml'
import { freePort } from '#tests/support/postgres-server.ts'
import type { Cluster } from './cluster.ts'
import { start, until } from './processes.ts'

/** Starts a proxy that connects to the current primary. Resolves to its port. */
export async function startDatabaseProxy(folder: string, { members }: Cluster): Promise<number> {
  const port = freePort()
  const servers = members.map(
    ({ name, port: memberPort, api }) =>
      `  server ${name} 127.0.0.1:${memberPort} check port ${new URL(api).port}`,
  )
  return startProxy(folder, 'haproxy-database', port, [
    'defaults',
    '  mode tcp',
    '  timeout connect 2s',
    '  timeout client 30m',
    '  timeout server 30m',
    'listen postgres',
    `  bind 127.0.0.1:${port}`,
    '  option httpchk GET /primary',
    // Connections to a former primary must not stay open.
    '  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions',
    ...servers,
  ])
}

/** Starts the proxy of `compose.yaml` in front of the nodes on these ports. Resolves to its port. */
export async function startNodeProxy(folder: string, nodes: readonly number[]): Promise<number> {
  const port = freePort()
  const compose = parse(await Bun.file('compose.yaml').text())
  const lines = String(compose.configs.haproxy.content).trimEnd().split('\n')
  // In compose.yaml, Docker resolves the names of the nodes. Here they are listed by port.
  const ownLines = lines
    .filter((line) => !/^\s*(resolvers|nameserver|server-template)\b/.test(line))
    .map((line) => line.replace(/bind \S+/, `bind 127.0.0.1:${port}`))
  const servers = nodes.map((node, index) => `  server node${index} 127.0.0.1:${node}`)
  return startProxy(folder, 'haproxy-nodes', port, [...ownLines, ...servers])
}

async function startProxy(
  folder: string,
  name: string,
  port: number,
  lines: readonly string[],
): Promise<number> {
  const file = `${folder}/${name}.cfg`
  await Bun.write(file, `${lines.join('\n')}\n`)
  start(folder, name, ['haproxy', '-db', '-f', file])
  await until(name, async () => {
    const socket = await Bun.connect({ hostname: '127.0.0.1', port, socket: { data() {} } })
    socket.end()
    return true
  })
  return port
}
