import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { measureAfterChange } from './after-change.ts'
import { prepareDataset } from './dataset/prepare.ts'
import type { Figure } from './figure.ts'
import { measureExport } from './imports/measure-export.ts'
import { measureImport } from './imports/measure-import.ts'
import { startLoadClient } from './load/driver.ts'
import { compareWithFloor, measureAnalytics, measureMemory, measureStart } from './measure.ts'
import { readOptions } from './options.ts'
import { measurePrograms } from './programs.ts'
import { figureTable, machineInfo } from './report.ts'
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
  log(`creating ${options.sets} sets, ${options.ownSets} of them for the measured user`)
  const dataset = await prepareDataset(folder, options)
  const replog = await stopAtEnd(startReplog(dataset.shared))
  const memoryAtStart = await replog.memory()
  const floor = await stopAtEnd(startFloor(dataset.floorFile, dataset.userId))
  const completeFloor = await stopAtEnd(startCompleteFloor(dataset.completeFloorFile, dataset.tokenKey))
  const figures: Figure[] = []
  // Before the comparisons, which post workouts to only one of the two Replog servers.
  if (
    isSelected('analytics') ||
    isSelected('export') ||
    isSelected('after a change') ||
    isSelected('PUT') ||
    isSelected('programs')
  ) {
    const alone = await stopAtEnd(startReplog(dataset.alone))
    if (isSelected('analytics')) {
      log('analytics')
      figures.push(...(await measureAnalytics(client, [replog, alone], dataset.token, options)))
    }
    if (isSelected('export')) {
      log('export')
      figures.push(...(await measureExport(alone, dataset.token, options)))
    }
    if (isSelected('after a change')) {
      log('after a change')
      figures.push(...(await measureAfterChange(alone, dataset.token, options)))
    }
    if (isSelected('PUT')) {
      log('PUT')
      figures.push(await measurePut(alone, dataset.token, options))
    }
    if (isSelected('programs')) {
      log('programs')
      figures.push(...(await measurePrograms(alone, dataset.token, options)))
    }
  }
  for (const comparison of comparisonsOf(dataset.workoutId)) {
    if (!isSelected(comparison.name)) continue
    log(comparison.name)
    const { hasCompleteFloor } = comparison
    const opponent = hasCompleteFloor ? completeFloor : floor
    figures.push(await compareWithFloor(client, [replog, opponent], comparison, dataset.token, options))
    if (!hasCompleteFloor) continue
    const bare = { ...comparison, name: `${comparison.name}, to the bare floor`, atLeast: undefined }
    figures.push(await compareWithFloor(client, [replog, floor], bare, dataset.token, options))
  }
  figures.push(await measureMemory(replog, memoryAtStart, options))
  await Promise.all(servers.splice(0).map((server) => server.stop()))
  if (isSelected('crowd')) {
    log('crowd')
    figures.push(await measureCrowd(client, folder, options))
  }
  if (isSelected('import')) {
    log('import')
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const server = await stopAtEnd(startReplog(empty))
    figures.push(...(await measureImport(server, options)))
  }
  if (isSelected('sync')) {
    log('sync')
    figures.push(...(await measureSync(dataset, folder, options)))
  }
  if (isSelected('start')) {
    log('start')
    figures.push(await measureStart(dataset))
  }
  mkdirSync(dirname(options.out), { recursive: true })
  await Bun.write(options.out, `${JSON.stringify({ machine: machineInfo(), options, figures }, null, 2)}\n`)
  process.stdout.write(`\n${figureTable(figures)}\n\n`)
  log(`done; results as JSON in ${options.out}`)
} finally {
  client.stop()
  await Promise.all(servers.map((server) => server.stop()))
  rmSync(folder, { recursive: true, force: true })
}

/** Stops a server at the end, even after an error. */
async function stopAtEnd(starting: Promise<ServerProcess>): Promise<ServerProcess> {
  const server = await starting
  servers.push(server)
  return server
}

function isSelected(name: string): boolean {
  return options.only === undefined || name.includes(options.only)
}

function log(text: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}\n`)
}
