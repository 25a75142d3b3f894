import { expect, test } from 'bun:test'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

/** Runs a command on a database, and returns its exit code and what it printed. */
async function run(command: string, args: readonly string[], url: string | undefined) {
  const script = join(import.meta.dir, '../../src/commands', `${command}.ts`)
  const child = Bun.spawn([process.execPath, script, ...args], {
    env: { ...process.env, REPLOG_DATA: join(tmpdir(), 'replog-no-such-folder'), DATABASE_URL: url },
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const outputs = [child.stdout, child.stderr].map((stream) => new Response(stream).text())
  const [output, error, exitCode] = await Promise.all([...outputs, child.exited])
  return { exitCode, text: `${output}${error}` }
}

/** Nothing listens there. */
const unreachable = 'postgres://replog@127.0.0.1:1/replog'

test.each([
  ['backup', [], unreachable, 1, 'back it up with pg_dump'],
  ['restore', ['replog.backup.db'], unreachable, 1, 'restore a dump with pg_restore'],
  ['shard', [], unreachable, 1, "can't be reached"],
  ['shard', [], undefined, 2, 'Set DATABASE_URL to a database on a Citus cluster.'],
  ['shard', ['now'], unreachable, 2, 'usage: bun run shard'],
] as const)('%s %p on %p fails and says what to do', async (command, args, url, exitCode, advice) => {
  expect(await run(command, args, url)).toEqual({ exitCode, text: expect.stringContaining(advice) })
})

test.skipIf(!hasPostgres)('shard on a server without Citus fails and says what is missing', async () => {
  const { url } = await startTestPostgres({ durable: true })
  await administer(url, 'create database plain')
  expect(await run('shard', [], urlOf(url, 'plain'))).toEqual({
    exitCode: 1,
    text: "the database can't be distributed: run `create extension citus` in it\n",
  })
})
