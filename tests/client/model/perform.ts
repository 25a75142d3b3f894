import { ProblemError, StorageFullError, UnsentChangesError } from '#client/index.ts'
import { dayMs } from '#training/day-ms.ts'
import { applyChange, correct } from './edits.ts'
import { forge } from './forge.ts'
import { Violation } from './oracle.ts'
import { idOf, performEdit } from './perform-edit.ts'
import { PlainClient } from './plain-client.ts'
import { type Registers, registersOf } from './registers.ts'
import type { Command } from './schedule.ts'
import { usedOf } from './web-storage.ts'
import type { Page, World } from './world.ts'

/** Performs one step of a schedule. The work that it starts may continue after it returns. */
export async function perform(world: World, command: Command): Promise<void> {
  const { events, backend, oracle } = world
  if ('tab' in command) {
    await performOnPage(world, command)
    return
  }
  if ('device' in command) {
    await performOnDevice(world, command)
    return
  }
  switch (command.do) {
    case 'step':
      for (const choice of command.choices) await events.step(choice, command.atOnce)
      return
    case 'rest':
      return world.rest()
    case 'wait':
      events.now += command.seconds * 1000
      return
    case 'revoke':
      return backend.revoke(world.accounts[command.user].id)
    case 'restart':
      return backend.restart()
    case 'backup':
      return backend.backup()
    case 'restore':
      if (await backend.restore()) {
        oracle.isRestored = true
        oracle.forget('plain')
      }
      return
    case 'collect':
      oracle.isAged = true
      events.now += year
      return backend.collect()
    case 'plain_edit':
    case 'plain_delete':
      return performWithPlainClient(world, command)
  }
}

type OnPage = Extract<Command, { readonly tab: unknown }>

async function performOnPage(world: World, command: OnPage): Promise<void> {
  const { events, oracle } = world
  const device = world.device(command.device)
  const tab = device.at(command.tab)
  switch (command.do) {
    case 'open':
      world.open(device, command.tab)
      return
    case 'close': {
      // Users leave a page only when their last action is done.
      if (!tab?.replog || world.isWaiting(tab.pageProcess)) return
      const closing = device.close(tab === device.tabs[0] ? 0 : 1)
      world.start(tab.pageProcess, () => closing)
      return
    }
    case 'kill':
      if (tab && command.writes === 5) device.kill(tab.pageProcess)
      else if (tab) tab.pageProcess.writesLeft = command.writes
      return
    case 'log_in': {
      if (!device.at(command.tab)) world.open(device, command.tab)
      await events.drain()
      const { replog, pageProcess } = device.at(command.tab) ?? {}
      const { email } = world.accounts[command.user]
      if (replog && pageProcess) world.start(pageProcess, () => logIn(replog, email, () => device.wasFull))
      return
    }
  }
  const page = await world.page(command.device, command.tab)
  if (!page) return
  const { replog, pageProcess, by } = page
  switch (command.do) {
    case 'sync':
      world.start(pageProcess, () => replog.sync())
      return
    case 'discard':
      for (const { id, resource, resourceId } of replog.deadLetters.list()) {
        oracle.allowLoss(by, `${resource} ${resourceId}`)
        world.start(pageProcess, () => unlessFull(device, replog.deadLetters.discard(id)))
      }
      oracle.forget(by)
      return
    case 'retry':
      world.start(pageProcess, () => unlessFull(device, correctAll(page)))
      return
    case 'log_out':
      logOut(world, page, command.discard)
      return
    default:
      performEdit(world, page, command)
  }
}

/** Logs in, if the network permits. */
export async function logIn(replog: Page['replog'], email: string, mayLackRoom = () => false): Promise<void> {
  try {
    await replog.logIn({ email, password: 'not checked' })
  } catch (error) {
    const isNetworkError =
      error instanceof ProblemError || error instanceof TypeError || error instanceof SyntaxError
    if (!isNetworkError && !(mayLackRoom() && error instanceof StorageFullError)) throw error
  }
}

/** Sends all rejected writes again, after correcting workouts. */
export async function correctAll({ replog }: Page): Promise<void> {
  for (const { id, resource } of replog.deadLetters.list()) {
    const letter = replog.deadLetters.list().find((candidate) => candidate.id === id)
    if (!letter) continue
    const isWorkout = resource === 'workout' && letter.value !== undefined
    await replog.deadLetters.retry(id, isWorkout ? correct(letter.value ?? {}) : undefined)
  }
}

/** Waits for a write that may fail for lack of room. */
async function unlessFull({ wasFull }: Page['device'], work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!wasFull || !(error instanceof StorageFullError)) throw error
  }
}

function logOut(world: World, { device, replog, pageProcess, by }: Page, discard: boolean): void {
  const { oracle } = world
  // From now on, the discarded writes may be lost.
  if (discard) oracle.allowLoss(by)
  world.leaving.set(by, pageProcess)
  world.start(pageProcess, async () => {
    try {
      await replog.logOut({ discard })
      if (discard) oracle.allowLoss(by)
      oracle.forget(by)
      world.leaving.delete(by)
    } catch (error) {
      if (device.wasFull && error instanceof StorageFullError) return
      if (!(error instanceof UnsentChangesError) || discard) throw error
    }
  })
}

type OnDevice = Exclude<Extract<Command, { readonly device: number }>, OnPage>

async function performOnDevice(world: World, command: OnDevice): Promise<void> {
  const device = world.device(command.device)
  switch (command.do) {
    case 'online':
    case 'offline':
      return device.connect(command.do === 'online')
    case 'fill':
      device.disk.room = usedOf(device.disk) + command.room
      device.wasFull = true
      return
    case 'make_room':
      device.disk.room = Number.POSITIVE_INFINITY
      return
    case 'clock':
      device.skew = command.days * dayMs
      return
    case 'fault':
      device.line.faults.push(command.fault)
      return
    case 'forge':
      if (!world.oracle.isRestored && !world.oracle.isAged) await forge(device.line, world.backend)
      return
    case 'corrupt':
      corrupt(world, command)
  }
}

/** Kills the pages of a device and cuts one of its stored texts in half. */
function corrupt(
  { oracle, accounts, ...world }: World,
  { device: number, at }: { readonly device: number; readonly at: number },
) {
  const device = world.devices[number % world.devices.length]
  const entries = [...(device?.disk.entries ?? [])]
  const [key, text] = entries[at % Math.max(1, entries.length)] ?? []
  if (!device || key === undefined || text === undefined) return
  for (const tab of device.tabs) if (tab) device.kill(tab.pageProcess)
  device.disk.entries.set(key, text.slice(0, text.length / 2))
  for (const { email, id } of [...accounts, device.guest]) {
    const by = `${device.label} as ${email}`
    oracle.forget(by)
    world.incomplete.add(by)
    // A guest's data exists nowhere else.
    if (id === device.guest.id) oracle.allowLoss(by)
    // The text is set aside, not lost, but no page shows the writes in it.
    if (/journal|outbox|refused/.test(key) && (key.includes(id) || key.includes('journal')))
      oracle.allowLoss(by)
  }
}

type Plain = Extract<Command, { readonly do: 'plain_edit' | 'plain_delete' }>

/** Another client changes a workout that it has just read. */
async function performWithPlainClient(world: World, command: Plain): Promise<void> {
  const { backend, oracle, unique } = world
  const [user] = world.accounts
  const plain = await PlainClient.of(backend, user)
  const id = idOf(world, 'workout', await plain.workouts(), plainAuthor, command.workout)
  const resource = `workout ${id}`
  const before = await plain.workout(id)
  const registers = registersOf('workout', before)
  if (before) oracle.see('plain', user.id, resource, registers)
  if (command.do === 'plain_delete') {
    if (!before) return
    const write = oracle.record('plain', user.id, resource, registers, nothing)
    await plain.deleteWorkout(id)
    oracle.acknowledge(write)
    return
  }
  const next = applyChange(before, id, command.change, command.at, unique)
  if (!next) return
  const write = oracle.record('plain', user.id, resource, registers, registersOf('workout', next))
  if (await plain.putWorkout(next)) oracle.acknowledge(write)
  // Unless the workout was just read, its id may be that of a deleted workout, which can't be used again.
  else if (before) throw new Violation('the server rejected a workout that a plain client had just read')
  else write.state = 'failed'
}

const year = 365 * dayMs

/** The author number of plain clients, which is greater than those of all devices. */
const plainAuthor = 99

const nothing: Registers = new Map()
