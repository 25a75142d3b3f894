import { sql } from 'kysely'
import { kyselyOf } from '#db/engine/kysely.ts'
import type { Account } from './backend.ts'
import { judgeRuns } from './judge-runs.ts'
import { Violation } from './oracle.ts'
import { logIn, mendAll } from './perform.ts'
import { PlainClient } from './plain-client.ts'
import { collections, type Registers, registersOf } from './registers.ts'
import type { Page, World } from './world.ts'

/** After this many rounds of syncs there must be nothing left to do. */
const maxRounds = 8

/** Brings all devices online and syncs until nothing is left, then checks their data and the server's. */
export async function finish(world: World): Promise<void> {
  for (const device of world.devices) {
    device.disk.room = Number.POSITIVE_INFINITY
    device.line.faults.length = 0
    for (const tab of device.tabs) if (tab) tab.life.writesLeft = Number.POSITIVE_INFINITY
    device.connect(true)
    world.open(device, 0)
  }
  await world.rest()
  world.judge(true)
  const [first, second] = world.accounts
  await settle(world, second)
  await settle(world, first)
}

async function settle(world: World, account: Account): Promise<void> {
  for (let round = 0; ; round++) {
    const pages: Page[] = []
    for (const device of world.devices) pages.push(await signedIn(world, device.label, account))
    for (const page of pages) {
      await sync(world, page)
      await mend(world, page)
    }
    world.judge(true)
    if (pages.every((page) => isQuiet(page))) {
      // Once more, for what the last ones have sent.
      for (const page of pages) await sync(world, page)
      return judgeAll(world, account, pages)
    }
    if (round >= maxRounds) {
      const states = pages.map(({ by, replog }) => `${by}: ${JSON.stringify(replog.status)}`)
      throw new Violation(`the devices never become quiet: ${states.join('; ')}`)
    }
  }
}

async function signedIn(world: World, label: string, account: Account): Promise<Page> {
  const device = world.devices.find((one) => one.label === label)
  const { replog, life } = device?.tabs[0] ?? {}
  if (!device || !replog || !life) throw new Error(`${label} has no open page`)
  if (
    replog.user?.id !== account.id ||
    replog.status.state === 'sign_in_needed' ||
    replog.status.state === 'signed_out'
  ) {
    world.start(life, () => logIn(replog, account.email))
    await world.rest()
  }
  const page = world.pageOf(device, 0)
  if (page?.user !== account)
    throw new Violation(`${label}: nobody can sign in, ${JSON.stringify(replog.status)}`)
  return page
}

async function sync(world: World, { replog, life }: Page): Promise<void> {
  world.start(life, () => replog.sync())
  await world.rest()
}

function isQuiet({ replog: { status } }: Page): boolean {
  return status.state === 'synced' && status.pending === 0 && status.deadLetters === 0
}

/** Corrects what was refused, if there was a reason to refuse it. */
async function mend(world: World, page: Page): Promise<void> {
  for (const letter of page.replog.deadLetters.list()) {
    const resource = `${letter.resource} ${letter.resourceId}`
    if (!world.invalid.has(resource) && !usesDeleted(world, letter.value)) {
      throw new Violation(`${page.by}: ${resource} was refused: ${JSON.stringify(letter.problem)}`)
    }
  }
  world.start(page.life, () => mendAll(page))
  await world.rest()
}

/**
 * Whether a workout uses an exercise, or a run a program, that someone has deleted, or that was lost when a backup
 * was restored.
 */
function usesDeleted({ oracle }: World, value: unknown): boolean {
  const text = JSON.stringify(value ?? '')
  return [...text.matchAll(/"(exercise|program)Id":"(0193[^"]+)"/g)].some(([, kind, id]) => {
    const writes = oracle.writesOf(`${kind} ${id}`)
    return oracle.isRestored || writes.some(({ drops, state }) => drops.size > 0 || state !== 'kept')
  })
}

async function judgeAll(world: World, account: Account, pages: readonly Page[]): Promise<void> {
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
    await judgeRuns(by, replog, plain)
  }
  await judgeRows(world, account, server.workouts)
  const shown = new Map<string, Registers>([
    ...server.workouts.map((one) => [`workout ${one.id}`, registersOf('workout', one)] as const),
    ...server.exercises.map((one) => [`exercise ${one.id}`, registersOf('exercise', one)] as const),
    ...server.measurements.map((one) => [`measurement ${one.id}`, registersOf('measurement', one)] as const),
    ...server.programs.map((one) => [`program ${one.id}`, registersOf('program', one)] as const),
    ...server.runs.map((one) => [`run ${one.id}`, registersOf('run', one)] as const),
  ])
  for (const [resource, registers] of shown) oracle.see('server', account.id, resource, registers)
  for (const resource of oracle.resourcesOf(account.id)) {
    const registers = shown.get(resource) ?? nothing
    oracle.judge('server', resource, registers)
    oracle.judgeGone(resource, registers)
    // If a write was refused, the server never had its losing values.
    const losers =
      resource.startsWith('workout') && !world.invalid.has(resource)
        ? oracle.losersOf(resource, registers)
        : []
    if (losers.length === 0) continue
    const kept = await plain.revisionsOf(resource.slice('workout '.length))
    const was = kept.map((revision) => registersOf('workout', revision))
    for (const { register, text } of losers) {
      if (was.some((revision) => revision.get(register) === text)) continue
      throw new Violation(
        `server: ${register}=${text} of ${resource} lost, and is in no revision (it is ${registers.get(register)})`,
      )
    }
  }
}

/** The performed sets in the database must be those that the API returns. */
async function judgeRows(
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

type Told = readonly { readonly id: string }[]

function assertSame(what: string, shown: Told, server: Told): void {
  const byId = (items: Told) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (Bun.deepEquals(byId(shown), byId(server))) return
  throw new Violation(
    `${what} are not the server's:\n  ${JSON.stringify(byId(shown))}\n  ${JSON.stringify(byId(server))}`,
  )
}

const nothing: Registers = new Map()
