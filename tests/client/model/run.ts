import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Backend, openBackend } from './backend.ts'
import { finish } from './finish.ts'
import { logIn, perform } from './perform.ts'
import { needsOwnServer, type Schedule } from './schedule.ts'
import { World } from './world.ts'

/** The time at which every schedule starts, in milliseconds since 1970. */
const start = Date.parse('2026-11-20T12:00:00Z')

/**
 * Runs schedules, each with its own users. Most share one server, but a schedule that stops the server gets its own.
 */
export class Runner {
  readonly #open: () => Promise<Backend>
  #shared: Promise<Backend> | undefined
  #runs = 0

  /** @param open opens the server that most schedules share */
  constructor(open: () => Promise<Backend> = openBackend) {
    this.#open = open
  }

  /** Runs a schedule. Returns undefined on success, and otherwise a description of the failure and its step. */
  async run(schedule: Schedule, log?: (line: string) => void): Promise<string | undefined> {
    const folder = needsOwnServer(schedule) ? mkdtempSync(join(tmpdir(), 'replog-model-')) : undefined
    this.#shared ??= this.#open()
    const backend = folder === undefined ? await this.#shared : await openBackend(folder)
    try {
      return await this.#runOn(backend, schedule, log)
    } finally {
      if (folder !== undefined) {
        await backend.close()
        rmSync(folder, { recursive: true })
      }
    }
  }

  async #runOn(
    backend: Backend,
    schedule: Schedule,
    log?: (line: string) => void,
  ): Promise<string | undefined> {
    backend.now = start
    backend.trace = log
    const number = ++this.#runs
    const first = await backend.createAccount(`a-${number}@lift.dev`)
    const second = await backend.createAccount(`b-${number}@lift.dev`)
    const world = new World(backend, [first, second], schedule, number)
    let step = 'the setup'
    try {
      await setUp(world)
      for (const [index, command] of schedule.commands.entries()) {
        step = `step ${index + 1}, ${JSON.stringify(command)}`
        log?.(step)
        await perform(world, command)
        world.events.now += 1000
        await world.events.drain()
        world.throwFailure()
        world.check()
        log?.(`    ${world.events.waiting.join(' | ')}`)
      }
      step = 'the end'
      await finish(world)
      return undefined
    } catch (error) {
      const cause =
        error instanceof Error && error.cause
          ? `\n${String(Reflect.get(Object(error.cause), 'stack') ?? error.cause)}`
          : ''
      const description =
        error instanceof Error
          ? error.name === 'Violation'
            ? error.message
            : `${error.stack}`
          : String(error)
      return `after ${step}: ${description}${cause}`
    } finally {
      for (const device of world.devices) for (const tab of device.tabs) if (tab) device.kill(tab.pageProcess)
    }
  }

  async close(): Promise<void> {
    await (await this.#shared)?.close()
  }
}

/** Creates a workout and logs in on every device. */
async function setUp(world: World): Promise<void> {
  const [first] = world.accounts
  await perform(world, { do: 'plain_edit', workout: 0, change: 'name', at: 0 })
  for (const change of ['add_entry', 'add_set'] as const)
    await perform(world, { do: 'plain_edit', workout: 0, change, at: 1 })
  for (const device of world.devices) {
    world.open(device, 0)
    await world.rest()
    const { replog, pageProcess } = device.tabs[0] ?? {}
    if (!replog || !pageProcess) throw new Error(`${device.label} has no open page`)
    world.start(pageProcess, async () => {
      await logIn(replog, first.email)
      await replog.sync()
    })
    await world.rest()
  }
}
