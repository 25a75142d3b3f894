import { sql } from 'kysely'
import { kyselyOf } from '#db/engine/kysely.ts'
import type { Account } from './backend.ts'
import { checkRuns } from './check-runs.ts'
import { Violation } from './oracle.ts'
import { correctAll, logIn } from './perform.ts'
import { PlainClient } from './plain-client.ts'
import { collections, type Registers, registersOf } from './registers.ts'
import type { Page, World } from './world.ts'

/** The number of rounds of syncs after which nothing may be left to sync. */
const maxRounds = 8

/** Brings all devices online and syncs until nothing is left, then checks their data and the server's. */
export async function finish(world: World): Promise<void> {
  for (const device of world.devices) {
    device.disk.room = Number.POSITIVE_INFINITY
    device.line.faults.length = 0
    for (const tab of device.tabs) if (tab) tab.pageProcess.writesLeft = Number.POSITIVE_INFINITY
    device.connect(true)
    world.open(device, 0)
  }
  await world.rest()
  world.check(true)
  const [first, second] = world.accounts
  await syncAll(world, second)
  await syncAll(world, first)
}

async function syncAll(world: World, account: Account): Promise<void> {
  for (let round = 0; ; round++) {
    const pages: Page[] = []
    for (const device of world.devices) pages.push(await ensureLoggedIn(world, device.label, account))
    for (const page of pages) {
      await sync(world, page)
      await correctRejected(world, page)
    }
    world.check(true)
    if (pages.every((page) => isSettled(page))) {
      // One more sync pulls what the last pages have sent.
      for (const page of pages) await sync(world, page)
      return checkAll(world, account, pages)
    }
    if (round >= maxRounds) {
      const states = pages.map(({ by, replog }) => `${by}: ${JSON.stringify(replog.status)}`)
      throw new Violation(`writes remain after the last sync: ${states.join('; ')}`)
    }
  }
}

async function ensureLoggedIn(world: World, label: string, account: Account): Promise<Page> {
  const device = world.devices.find((candidate) => candidate.label === label)
  const { replog, pageProcess } = device?.tabs[0] ?? {}
  if (!device || !replog || !pageProcess) throw new Error(`${label} has no open page`)
  if (
    replog.user?.id !== account.id ||
    replog.status.state === 'login_needed' ||
    replog.status.state === 'logged_out'
  ) {
    world.start(pageProcess, () => logIn(replog, account.email))
    await world.rest()
  }
  const page = world.pageOf(device, 0)
  if (page?.user !== account)
    throw new Violation(`${label}: the user is not logged in: ${JSON.stringify(replog.status)}`)
  return page
}

async function sync(world: World, { replog, pageProcess }: Page): Promise<void> {
  world.start(pageProcess, () => replog.sync())
  await world.rest()
}

function isSettled({ replog: { status } }: Page): boolean {
  return status.state === 'synced' && status.pending === 0 && status.deadLetters === 0
}

/** Corrects rejected writes. Throws if the server had no reason to reject one. */
async function correctRejected(world: World, page: Page): Promise<void> {
  for (const letter of page.replog.deadLetters.list()) {
    const resource = `${letter.resource} ${letter.resourceId}`
    if (!world.invalid.has(resource) && !usesDeleted(world, letter.value)) {
      throw new Violation(`${page.by}: ${resource} was rejected: ${JSON.stringify(letter.problem)}`)
    }
  }
  world.start(page.pageProcess, () => correctAll(page))
  await world.rest()
}

/**
 * Whether a workout may use an exercise, or a run a program, that was deleted, was never stored, or was lost when a
 * backup was restored.
 */
function usesDeleted({ oracle }: World, value: unknown): boolean {
  const text = JSON.stringify(value ?? '')
  return [...text.matchAll(/"(exercise|program)Id":"(0193[^"]+)"/g)].some(([, kind, id]) => {
    const writes = oracle.writesOf(`${kind} ${id}`)
    return oracle.isRestored || writes.some(({ drops, state }) => drops.size > 0 || state !== 'acknowledged')
  })
}

async function checkAll(world: World, account: Account, pages: readonly Page[]): Promise<void> {
  const { oracle, backend } = world
  const plain = await PlainClient.of(backend, account)
  const server = {
    workouts: await plain.workouts(),
    exercises: await plain.exercises(),
    measurements: await plain.measurements(),
    programs: (await plain.programs()).flatMap((program) => program ?? []),
    runs: await plain.runs(),
  }
  for (const { by, replog } of pages) {
    for (const name of Object.values(collections)) {
      assertSame(`${by}: ${name}`, replog[name].list(), server[name])
    }
    await checkRuns(by, replog, plain)
  }
  await checkRows(world, account, server.workouts)
  const shown = new Map<string, Registers>([
    ...server.workouts.map((item) => [`workout ${item.id}`, registersOf('workout', item)] as const),
    ...server.exercises.map((item) => [`exercise ${item.id}`, registersOf('exercise', item)] as const),
    ...server.measurements.map(
      (item) => [`measurement ${item.id}`, registersOf('measurement', item)] as const,
    ),
    ...server.programs.map((item) => [`program ${item.id}`, registersOf('program', item)] as const),
    ...server.runs.map((item) => [`run ${item.id}`, registersOf('run', item)] as const),
  ])
  for (const [resource, registers] of shown) oracle.see('server', account.id, resource, registers)
  for (const resource of oracle.resourcesOf(account.id)) {
    const registers = shown.get(resource) ?? nothing
    oracle.check('server', resource, registers)
    oracle.checkGone(resource, registers)
    // The server never received the losing values of a rejected write, so no revision has them.
    const losers =
      resource.startsWith('workout') && !world.invalid.has(resource)
        ? oracle.losersOf(resource, registers)
        : []
    if (losers.length === 0) continue
    const stored = await plain.revisionsOf(resource.slice('workout '.length))
    const revisions = stored.map((revision) => registersOf('workout', revision))
    for (const { register, text } of losers) {
      if (revisions.some((revision) => revision.get(register) === text)) continue
      throw new Violation(
        `server: ${register}=${text} of ${resource} lost, and is in no revision (it is ${registers.get(register)})`,
      )
    }
  }
}

/** There must be as many performed sets in the database as the API returns. */
async function checkRows(
  { backend }: World,
  { id }: Account,
  workouts: readonly { exercises: readonly { sets: readonly unknown[] }[] }[],
) {
  const { rows } = await sql<{
    count: number
  }>`select coalesce(sum("setCount"), 0) as count from "performedExercises" where "userId" = ${id}`.execute(
    kyselyOf(backend.db),
  )
  const count = rows[0]?.count
  const expected = workouts.flatMap(({ exercises }) => exercises.flatMap(({ sets }) => sets)).length
  if (count !== expected)
    throw new Violation(`there are ${count} performed sets, but the API returns ${expected}`)
}

type Items = readonly { readonly id: string }[]

function assertSame(label: string, shown: Items, server: Items): void {
  const byId = (items: Items) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (Bun.deepEquals(byId(shown), byId(server))) return
  throw new Violation(
    `${label} differ from the server's:\n  ${JSON.stringify(byId(shown))}\n  ${JSON.stringify(byId(server))}`,
  )
}

const nothing: Registers = new Map()
