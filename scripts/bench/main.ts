import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { measureAfterChange } from './after-change.ts'
import { prepareDataset } from './dataset/prepare.ts'
import type { Figure } from './figure.ts'
import { measureExport } from './imports/measure-export.ts'
import { measureImport } from './imports/measure-import.ts'
import { startLoadClient } from './load/driver.ts'
import { compare, measureAnalytics, measureMemory, measureStart } from './measure.ts'
import { readOptions } from './options.ts'
import { measurePrograms } from './programs.ts'
import { machine, table } from './report.ts'
import { comparisonsOf } from './requests.ts'
import { type ServerProcess, startCompleteFloor, startFloor, startReplog } from './server-process.ts'
import { measureSync } from './sync/measure.ts'
import { measureCrowd } from './writes/crowd.ts'
import { measurePut } from './writes/put.ts'

// `bun run bench [--quick] [--only <text>] [--out <file>]`: measures every figure against its floor or
// target, and reports them as a table and as JSON. Creates its own databases in a temporary folder and
// leaves nothing behind.

const options = readOptions(process.argv.slice(2))
const started = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'replog-bench-'))
const client = startLoadClient()
const servers: ServerProcess[] = []
try {
  say(`creating ${options.sets} sets, ${options.ownSets} of them for the measured user`)
  const dataset = await prepareDataset(folder, options)
  const ours = await keep(startReplog(dataset.among))
  const memoryAtStart = await ours.memory()
  const floor = await keep(startFloor(dataset.floorFile, dataset.userId))
  const completeFloor = await keep(startCompleteFloor(dataset.completeFloorFile, dataset.tokenKey))
  const figures: Figure[] = []
  // Before workouts are posted, because the database with only this user doesn't have those.
  if (
    wanted('analytics') ||
    wanted('export') ||
    wanted('after a change') ||
    wanted('PUT') ||
    wanted('programs')
  ) {
    const alone = await keep(startReplog(dataset.alone))
    if (wanted('analytics')) {
      say('analytics')
      figures.push(...(await measureAnalytics(client, [ours, alone], dataset.token, options)))
    }
    if (wanted('export')) {
      say('export')
      figures.push(...(await measureExport(alone, dataset.token, options)))
    }
    if (wanted('after a change')) {
      say('after a change')
      figures.push(...(await measureAfterChange(alone, dataset.token, options)))
    }
    if (wanted('PUT')) {
      say('PUT')
      figures.push(await measurePut(alone, dataset.token, options))
    }
    if (wanted('programs')) {
      say('programs')
      figures.push(...(await measurePrograms(alone, dataset.token, options)))
    }
  }
  for (const comparison of comparisonsOf(dataset.workoutId)) {
    if (!wanted(comparison.name)) continue
    say(comparison.name)
    const { complete } = comparison
    const beside = complete ? completeFloor : floor
    figures.push(await compare(client, [ours, beside], comparison, dataset.token, options))
    if (!complete) continue
    const bare = { ...comparison, name: `${comparison.name}, to the bare floor`, atLeast: undefined }
    figures.push(await compare(client, [ours, floor], bare, dataset.token, options))
  }
  figures.push(await measureMemory(ours, memoryAtStart, options))
  await Promise.all(servers.splice(0).map((server) => server.stop()))
  if (wanted('crowd')) {
    say('crowd')
    figures.push(await measureCrowd(client, folder, options))
  }
  if (wanted('import')) {
    say('import')
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const server = await keep(startReplog(empty))
    figures.push(...(await measureImport(server, options)))
  }
  if (wanted('sync')) {
    say('sync')
    figures.push(...(await measureSync(dataset, folder, options)))
  }
  if (wanted('start')) {
    say('start')
    figures.push(await measureStart(dataset))
  }
  mkdirSync(dirname(options.out), { recursive: true })
  await Bun.write(options.out, `${JSON.stringify({ machine: machine(), options, figures }, null, 2)}\n`)
  process.stdout.write(`\n${table(figures)}\n\n`)
  say(`done; results as JSON in ${options.out}`)
} finally {
  client.stop()
  await Promise.all(servers.map((server) => server.stop()))
  rmSync(folder, { recursive: true, force: true })
}

/** Stops a server at the end in any case. */
async function keep(starting: Promise<ServerProcess>): Promise<ServerProcess> {
  const server = await starting
  servers.push(server)
  return server
}

function wanted(name: string): boolean {
  return options.only === undefined || name.includes(options.only)
}

function say(text: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}\n`)
}
