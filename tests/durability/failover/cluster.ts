import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, programFolder } from '#tests/support/postgres-server.ts'
import { type RunningProcess, start, until } from './processes.ts'

/** One database machine: Patroni, and the PostgreSQL that it starts. */
interface Member {
  readonly name: string
  readonly port: number
  /** The URL of Patroni's API, which states the member's role. */
  readonly api: string
  patroni: RunningProcess
}

/** PostgreSQL as in production: two members, of which Patroni and etcd make one the primary. */
export interface Cluster {
  readonly members: readonly Member[]
  /** The current primary. */
  primary(): Promise<Member>
  /** Kills a member's processes at once, like the loss of its machine. */
  lose(member: Member): Promise<void>
  /** Starts a lost member again. Resolves once it follows the primary. */
  recover(member: Member): Promise<void>
}

/** How soon a lost member is noticed, in seconds. These are Patroni's minimum values. */
const [ttl, loopWait, retryTimeout] = [20, 2, 3]

/** Starts etcd and both members. Resolves once one is the primary and the other a synchronous standby. */
export async function startCluster(folder: string): Promise<Cluster> {
  const [client, peer] = [`http://127.0.0.1:${freePort()}`, `http://127.0.0.1:${freePort()}`]
  start(
    folder,
    'etcd',
    [
      'etcd',
      `--data-dir=${folder}/etcd`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
    ],
    { asPostgres: true },
  )
  await until('etcd', async () => (await fetch(`${client}/health`)).ok)
  const launch = (name: string) =>
    start(folder, `patroni-${name}`, ['patroni', `${folder}/${name}.yml`], { asPostgres: true })
  const members: Member[] = []
  for (const name of ['one', 'two']) {
    const [port, apiPort] = [freePort(), freePort()]
    const settings = settingsOf(folder, { name, port, apiPort, etcd: new URL(client).host })
    await Bun.write(`${folder}/${name}.yml`, JSON.stringify(settings))
    members.push({ name, port, api: `http://127.0.0.1:${apiPort}`, patroni: launch(name) })
    await until(`the member ${name}`, async () => (await fetch(`${members.at(-1)?.api}/health`)).ok)
  }
  const hasRole = async ({ api }: Member, role: string) => (await fetch(`${api}/${role}`)).ok
  const primary = async () => {
    for (const member of members) if (await hasRole(member, 'primary').catch(() => false)) return member
    throw new Error('there is no primary')
  }
  const standby = members[1]
  await until('a synchronous standby', async () => standby !== undefined && hasRole(standby, 'synchronous'))
  return {
    members,
    primary,
    async lose(member) {
      const [postmaster = ''] = readFileSync(join(folder, member.name, 'postmaster.pid'), 'utf8').split('\n')
      const children = Bun.spawnSync(['pgrep', '-P', postmaster]).stdout.toString().trim().split('\n')
      const patroni = member.patroni.kill('SIGKILL')
      Bun.spawnSync(['kill', '-9', postmaster, ...children])
      await patroni
    },
    async recover(member) {
      member.patroni = launch(member.name)
      await until('the recovered standby', () => hasRole(member, 'synchronous'))
    },
  }
}

interface MemberAddress {
  readonly name: string
  readonly port: number
  readonly apiPort: number
  readonly etcd: string
}

/** The settings of Patroni for a member, see https://patroni.readthedocs.io/en/latest/yaml_configuration.html */
function settingsOf(folder: string, { name, port, apiPort, etcd }: MemberAddress) {
  const api = `127.0.0.1:${apiPort}`
  return {
    scope: 'replog',
    name,
    restapi: { listen: api, connect_address: api },
    etcd3: { hosts: etcd },
    bootstrap: {
      dcs: {
        ttl,
        loop_wait: loopWait,
        retry_timeout: retryTimeout,
        synchronous_mode: true,
        postgresql: { use_pg_rewind: true, parameters: { max_connections: 100, wal_log_hints: 'on' } },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, { auth: 'trust' }],
      pg_hba: [
        'local all all trust',
        'host all all 127.0.0.1/32 trust',
        'host replication all 127.0.0.1/32 trust',
      ],
    },
    postgresql: {
      listen: `127.0.0.1:${port}`,
      connect_address: `127.0.0.1:${port}`,
      data_dir: join(folder, name),
      bin_dir: programFolder(),
      pgpass: join(folder, `${name}.pgpass`),
      authentication: { superuser: { username: 'postgres' }, replication: { username: 'postgres' } },
      parameters: { unix_socket_directories: folder },
    },
  }
}
