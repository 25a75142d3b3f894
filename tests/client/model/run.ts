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
 * Runs schedules. Most share one server and have users of their own; those that stop the server get one of
 * their own.
 */
export class Runner {
  readonly #open: () => Promise<Backend>
  #shared: Promise<Backend> | undefined
  #ran = 0

  /** @param open opens the server that most share */
  constructor(open: () => Promise<Backend> = openBackend) {
    this.#open = open
  }

  /** Runs one. Resolves to undefined if all went well, or to what went wrong and at which step. */
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
    const number = ++this.#ran
    const first = await backend.newAccount(`a-${number}@lift.dev`)
    const second = await backend.newAccount(`b-${number}@lift.dev`)
    const world = new World(backend, [first, second], schedule, number)
    let step = 'the beginning'
    try {
      await begin(world)
      for (const [index, command] of schedule.commands.entries()) {
        step = `step ${index + 1}, ${JSON.stringify(command)}`
        log?.(step)
        await perform(world, command)
        world.stage.now += 1000
        await world.stage.drain()
        world.throwFailure()
        world.judge()
        log?.(`    ${world.stage.waiting.join(' | ')}`)
      }
      step = 'the end'
      await finish(world)
      return undefined
    } catch (error) {
      const cause =
        error instanceof Error && error.cause
          ? `\n${String(Reflect.get(Object(error.cause), 'stack') ?? error.cause)}`
          : ''
      const words =
        error instanceof Error
          ? error.name === 'Violation'
            ? error.message
            : `${error.stack}`
          : String(error)
      return `after ${step}: ${words}${cause}`
    } finally {
      for (const device of world.devices) for (const tab of device.tabs) if (tab) device.kill(tab.life)
    }
  }

  async close(): Promise<void> {
    await (await this.#shared)?.close()
  }
}

/** Everyone starts signed in, with the same workout. */
async function begin(world: World): Promise<void> {
  const [first] = world.accounts
  await perform(world, { do: 'plain_edit', workout: 0, change: 'name', at: 0 })
  for (const change of ['add_entry', 'add_set'] as const)
    await perform(world, { do: 'plain_edit', workout: 0, change, at: 1 })
  for (const device of world.devices) {
    world.open(device, 0)
    await world.rest()
    const { replog, life } = device.tabs[0] ?? {}
    if (!replog || !life) throw new Error('a page did not open')
    world.start(life, async () => {
      await logIn(replog, first.email)
      await replog.sync()
    })
    await world.rest()
  }
}
