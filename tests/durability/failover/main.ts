import { rmSync } from 'node:fs'
import { Client } from 'pg'
import { freePort } from '#tests/support/postgres-server.ts'
import { Writers } from '../postgres/writers.ts'
import { startCluster } from './cluster.ts'
import { newFolder, type RunningProcess, start, stopAll, until } from './processes.ts'
import { startDatabaseProxy, startNodeProxy } from './proxies.ts'

// `bun run drill`: runs two nodes of Replog behind the proxy of compose.yaml, on PostgreSQL as in production (two
// members with synchronous replication, Patroni, etcd, HAProxy). Kills machines while devices log workouts, and reports
// what the devices saw. Needs the Debian packages postgresql, patroni, etcd-server and haproxy. Fails if an
// acknowledged workout is lost or duplicated, or if a device gets an error status other than 503.

const devices = 12
/** The number of workouts logged after each fault. */
const workoutsPerPhase = 200
/** More connections than the proxy has servers, so that the standby gets some unless the proxy avoids it. */
const connectionsToCheck = 6

const folder = newFolder()
const startedAt = performance.now()
let hasFailed = true
try {
  say('starting etcd, Patroni and PostgreSQL')
  const cluster = await startCluster(folder)
  const database = await createDatabase(await startDatabaseProxy(folder, cluster))
  const ports = [freePort(), freePort()]
  const nodes: RunningProcess[] = []
  for (const port of ports) nodes.push(await startNode(port, database))
  const proxy = await startNodeProxy(folder, ports)
  await until('the proxy', async () => (await fetch(`http://127.0.0.1:${proxy}/readyz`)).ok)
  const writers = new Writers(() => [`http://127.0.0.1:${proxy}`], devices)
  await writers.more(workoutsPerPhase)

  const phases: { readonly what: string; readonly seconds: number; readonly statuses: string }[] = []
  const phase = async (what: string, run: () => Promise<void>) => {
    say(what)
    const statusesBefore = { ...writers.statuses }
    writers.measureGap()
    await run()
    await writers.more(workoutsPerPhase)
    const newStatuses = Object.entries(writers.statuses).map(([status, count]) => [
      status,
      count - (statusesBefore[Number(status)] ?? 0),
    ])
    phases.push({
      what,
      seconds: Math.round(writers.longestGapMs / 100) / 10,
      statuses: newStatuses
        .flatMap(([status, count]) =>
          count === 0 ? [] : `${count} × ${status === '0' ? 'no response' : status}`,
        )
        .join(', '),
    })
  }

  await phase('no fault', async () => undefined)
  const first = await cluster.primary()
  await phase('the machine of the primary is lost', () => cluster.lose(first))
  await phase('that machine comes back as a standby', () => cluster.recover(first))
  await phase('a node is killed', async () => nodes[0]?.kill('SIGKILL'))
  await phase('that node starts again', async () => {
    nodes[0] = await startNode(ports[0] ?? 0, database)
  })
  await phase('a node is stopped for 30 seconds', async () => {
    process.kill(nodes[1]?.pid ?? 0, 'SIGSTOP')
    await Bun.sleep(30_000)
    process.kill(nodes[1]?.pid ?? 0, 'SIGCONT')
  })
  const second = await cluster.primary()
  await phase('the machine of the new primary is lost', () => cluster.lose(second))

  const { acknowledged, lost, surplus, unavailable } = await writers.finish()
  const rows = phases.map(({ what, seconds, statuses }) => `| ${what} | ${seconds} | ${statuses} |`)
  process.stdout.write(
    [
      '',
      '| what happened | longest time without an acknowledged write, s | what the devices got |',
      '|---|---|---|',
      ...rows,
      '',
      `${acknowledged} acknowledged, ${lost} lost, ${surplus} too many. Details of the problems with status 503:`,
      ...unavailable.map((detail) => `- ${detail.replaceAll(/\s+/g, ' ').trim()}`),
      '',
    ].join('\n'),
  )
  hasFailed = lost > 0 || surplus > 0
} finally {
  await stopAll()
  if (hasFailed) say(`the logs are in ${folder}`)
  else rmSync(folder, { recursive: true, force: true })
}
process.exit(hasFailed ? 1 : 0)

async function createDatabase(port: number): Promise<string> {
  const adminUrl = `postgres://postgres@127.0.0.1:${port}/postgres`
  // Until the proxy has checked its servers, it sends half of the connections to the standby.
  await until('only the primary behind its proxy', async () => {
    for (let connection = 0; connection < connectionsToCheck; connection++)
      if (await isStandby(adminUrl)) return false
    return true
  })
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  await client.query('create database replog')
  await client.end()
  return `postgres://postgres@127.0.0.1:${port}/replog`
}

async function isStandby(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ isStandby: boolean }>('select pg_is_in_recovery() as "isStandby"')
    return rows[0]?.isStandby !== false
  } finally {
    await client.end()
  }
}

async function startNode(port: number, database: string): Promise<RunningProcess> {
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
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${text}\n`)
}
