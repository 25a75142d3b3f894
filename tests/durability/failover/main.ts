import { rmSync } from 'node:fs'
import { Client } from 'pg'
import { freePort } from '#tests/support/postgres-server.ts'
import { Writers } from '../postgres/writers.ts'
import { startCluster } from './cluster.ts'
import { endAll, newFolder, type Running, start, until } from './processes.ts'
import { startDatabaseProxy, startNodeProxy } from './proxies.ts'

// `bun run drill`: two nodes of Replog behind the proxy of compose.yaml, on PostgreSQL as in production (two members
// with synchronous replication, Patroni, etcd, HAProxy), while devices log workouts. Kills machines, and reports what
// the devices saw. Needs the Debian packages postgresql, patroni, etcd-server and haproxy. Fails if an acknowledged
// workout is lost or duplicated, or if a device got an error status other than 503.

const devices = 12
/** Workouts between two faults. */
const between = 200

const folder = newFolder()
const began = performance.now()
let failed = true
try {
  say('starting etcd, Patroni and PostgreSQL')
  const cluster = await startCluster(folder)
  const database = await createDatabase(await startDatabaseProxy(folder, cluster))
  const ports = [freePort(), freePort()]
  const nodes: Running[] = []
  for (const port of ports) nodes.push(await startNode(port, database))
  const proxy = await startNodeProxy(folder, ports)
  await until('the proxy', async () => (await fetch(`http://127.0.0.1:${proxy}/readyz`)).ok)
  const writers = new Writers(() => [`http://127.0.0.1:${proxy}`], devices)
  await writers.more(between)

  const phases: { readonly what: string; readonly seconds: number; readonly statuses: string }[] = []
  const phase = async (what: string, run: () => Promise<void>) => {
    say(what)
    const before = { ...writers.statuses }
    writers.measureGap()
    await run()
    await writers.more(between)
    const seen = Object.entries(writers.statuses).map(([status, count]) => [
      status,
      count - (before[Number(status)] ?? 0),
    ])
    phases.push({
      what,
      seconds: Math.round(writers.longestGapMs / 100) / 10,
      statuses: seen
        .flatMap(([status, count]) =>
          count === 0 ? [] : `${count} × ${status === '0' ? 'no answer' : status}`,
        )
        .join(', '),
    })
  }

  await phase('nothing', async () => undefined)
  const first = await cluster.primary()
  await phase('the machine of the primary is gone', () => cluster.lose(first))
  await phase('it comes back as a standby', () => cluster.recover(first))
  await phase('a node is killed', async () => nodes[0]?.kill('SIGKILL'))
  await phase('it starts again', async () => {
    nodes[0] = await startNode(ports[0] ?? 0, database)
  })
  await phase('a node is stopped for 30 seconds', async () => {
    process.kill(nodes[1]?.pid ?? 0, 'SIGSTOP')
    await Bun.sleep(30_000)
    process.kill(nodes[1]?.pid ?? 0, 'SIGCONT')
  })
  const second = await cluster.primary()
  await phase('the machine of the new primary is gone', () => cluster.lose(second))

  const { acknowledged, lost, surplus, unavailable } = await writers.finish()
  const rows = phases.map(({ what, seconds, statuses }) => `| ${what} | ${seconds} | ${statuses} |`)
  process.stdout.write(
    [
      '',
      '| what happened | longest time without an acknowledged write, s | what the devices were answered |',
      '|---|---|---|',
      ...rows,
      '',
      `${acknowledged} acknowledged, ${lost} lost, ${surplus} too many. Problems of status 503 said:`,
      ...unavailable.map((detail) => `- ${detail.replaceAll(/\s+/g, ' ').trim()}`),
      '',
    ].join('\n'),
  )
  failed = lost > 0 || surplus > 0
} finally {
  await endAll()
  if (failed) say(`the logs are in ${folder}`)
  else rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)

async function createDatabase(port: number): Promise<string> {
  const administration = `postgres://postgres@127.0.0.1:${port}/postgres`
  await until('the primary behind its proxy', async () => {
    const client = new Client({ connectionString: administration })
    client.on('error', () => undefined)
    await client.connect()
    await client.query('create database replog')
    await client.end()
    return true
  })
  return `postgres://postgres@127.0.0.1:${port}/replog`
}

async function startNode(port: number, database: string): Promise<Running> {
  const node = start(folder, `node-${port}`, [process.execPath, 'src/main.ts'], {
    env: {
      PORT: String(port),
      DATABASE_URL: database,
      REPLOG_JWT_SECRET: 'a key of thirty-two bytes or more, for drills',
      REPLOG_RATE_LIMIT: 'off',
      REPLOG_DATA: `${folder}/data`,
      REPLOG_TRUSTED_PROXIES: '127.0.0.1',
    },
  })
  await until(`the node on ${port}`, async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok)
  return node
}

function say(text: string): void {
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}\n`)
}
