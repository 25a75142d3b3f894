import { type LocalExercise, type LocalMeasurement, LoggedOutError, StorageFullError } from '#client/index.ts'
import { addExercise, applyChange, invalidWorkout } from './edits.ts'
import { Violation } from './oracle.ts'
import { collections, type Kind, kinds, registersOf } from './registers.ts'
import { decisionOf, newProgram, newRun, trainedWorkout } from './runs.ts'
import type { Command } from './schedule.ts'
import type { HeldWorkout, Page, World } from './world.ts'
import type { Write } from './writes.ts'

type Edit = Extract<
  Command,
  {
    readonly do:
      | 'edit'
      | 'hold'
      | 'put_held'
      | 'use'
      | 'put_invalid'
      | 'exercise'
      | 'measure'
      | 'program'
      | 'decide'
      | 'train'
      | 'delete'
  }
>

/**
 * The id that the number in a step stands for: the id of an existing resource if there are that many, and otherwise
 * an id that only this author creates, and creates again after a deletion.
 *
 * @param author a number for each user on each device
 */
export function idOf({ unique }: World, kind: Kind, shown: Shown, author: number, number: number): string {
  const ids = shown.map(({ id }) => id).sort()
  return ids[number] ?? unique.fixedId((author + 1) * 0x100 + kinds.indexOf(kind) * 0x10 + number)
}

type Shown = readonly { readonly id: string }[]

/** Performs an edit on a page. */
export function performEdit(world: World, page: Page, command: Edit): void {
  // Users edit only after the page shows their earlier changes.
  if (world.isWriting(page.by) || world.isBehind(page)) return
  world.checkPage(page)
  const { unique, oracle } = world
  const { replog, user } = page
  const account = world.accounts.findIndex(({ id }) => id === user.id)
  const author = world.devices.indexOf(page.device) * 2 + account
  const idIn = (kind: Kind, number: number) => {
    const shown = replog[collections[kind]].list()
    // A guest's resources may belong to a user by now, so they are never created again.
    const isNew = account < 0 && number >= shown.length
    return isNew ? unique.id() : idOf(world, kind, shown, author, number)
  }
  if (command.do === 'exercise') {
    const id = idIn('exercise', command.at)
    const before = replog.exercises.get(id)
    const isNew = !before || before.deletedAt !== undefined
    const edited =
      command.field && !isNew
        ? { ...before, cues: [unique.text()] }
        : { ...(isNew ? newExercise(id) : before), name: unique.text() }
    putResource(world, page, 'exercise', before, edited)
    return
  }
  if (command.do === 'measure') {
    const id = idIn('measurement', command.at)
    const before = replog.measurements.get(id)
    const edited =
      command.field && before
        ? { ...before, notes: unique.text() }
        : { ...(before ?? newMeasurement(id)), value: unique.number() }
    putResource(world, page, 'measurement', before, edited)
    return
  }
  if (command.do === 'program') {
    const id = idIn('program', command.at)
    const before = replog.programs.get(id)
    const isNew = !before || before.deletedAt !== undefined
    const edited =
      command.field && !isNew
        ? { ...before, notes: unique.text() }
        : { ...(isNew ? newProgram(id) : before), name: unique.text() }
    putResource(world, page, 'program', before, edited)
    return
  }
  if (command.do === 'decide' || command.do === 'train') {
    const ids = replog.runs.list().map((run) => run.id)
    const before = replog.runs.get(ids.sort()[command.at] ?? '')
    if (command.do === 'train') {
      if (before) putResource(world, page, 'workout', undefined, trainedWorkout(before, command.day, unique))
      return
    }
    // A deleted run isn't created again, because its decisions would come back.
    const run = before ?? newRun(unique.id(), command.field ? replog.programs.list()[0] : undefined)
    const decided = { ...run, decisions: [...run.decisions, decisionOf(run, command.choice ?? 0, unique)] }
    putResource(world, page, 'run', before, decided)
    return
  }
  if (command.do === 'delete') {
    remove(world, page, command.kind, idIn(command.kind, command.at))
    return
  }
  const id = idIn('workout', command.workout)
  const before = replog.workouts.get(id)
  switch (command.do) {
    case 'edit': {
      const next = applyChange(before, id, command.change, command.at, unique)
      if (next) putResource(world, page, 'workout', before, next)
      return
    }
    case 'hold':
      if (before)
        world.heldBy(page).set(id, { view: before, past: new Set(oracle.seenBy(page.by, `workout ${id}`)) })
      return
    case 'put_held': {
      const held = world.heldBy(page).get(id)
      if (!held) return
      const next = applyChange(held.view, id, command.change, command.at, unique)
      if (next) putResource(world, page, 'workout', held.view, next, held)
      return
    }
    case 'use': {
      const exercise = replog.exercises.get(idIn('exercise', command.exercise))
      if (exercise && exercise.deletedAt === undefined) {
        putResource(world, page, 'workout', before, addExercise(before, id, exercise.id, unique))
      }
      return
    }
    case 'put_invalid':
      world.invalid.add(`workout ${id}`)
      putResource(world, page, 'workout', before, invalidWorkout(before, id, unique))
      return
  }
}

interface AnyCollection {
  put(next: object): Promise<object>
  get(id: string): object | undefined
}

function putResource(
  world: World,
  page: Page,
  kind: Kind,
  before: object | undefined,
  next: { readonly id: string },
  held?: HeldWorkout,
): void {
  const { oracle } = world
  const resource = `${kind} ${next.id}`
  const after = registersOf(kind, next)
  const write = oracle.record(page.by, page.user.id, resource, registersOf(kind, before), after, held?.past)
  // Each collection accepts what it has returned. The type checker can't see that they belong together.
  const collection = page.replog[collections[kind]] as unknown as AnyCollection
  settle(world, page, write, collection.put(next), () => {
    const shown = registersOf(kind, collection.get(next.id))
    for (const [register, text] of write.puts) {
      // Another change that came in between may already have won.
      const isOwn = shown.get(register) === text
      if (!isOwn && !mayHaveLost(world, page, write)) {
        throw new Violation(
          `${page.by} doesn't read ${register}=${text} of ${resource}, which it has just written`,
        )
      }
    }
  })
}

function remove(world: World, page: Page, kind: Kind, id: string): void {
  const collection = page.replog[collections[kind]]
  const before = registersOf(kind, collection.get(id))
  if (before.size === 0) return
  const write = world.oracle.record(page.by, page.user.id, `${kind} ${id}`, before, new Map())
  settle(world, page, write, collection.delete(id), () => {
    const isGone = registersOf(kind, collection.get(id)).size === 0
    if (!isGone && !mayHaveLost(world, page, write))
      throw new Violation(`${page.by} sees ${id}, which it has just deleted`)
  })
}

/** Whether the resource has other writes that a write's author had not seen when making it. */
function mayHaveLost(world: World, { by }: Page, write: Write): boolean {
  const writes = world.oracle.writesOf(write.resource)
  return writes.some(
    (other) => other !== write && !write.past.has(other.id) && (other.by !== by || other.id > write.id),
  )
}

/** Waits for a write, and reports its result to the oracle. */
function settle(
  world: World,
  page: Page,
  write: Write,
  writing: Promise<unknown>,
  onStored: () => void,
): void {
  const { oracle } = world
  world.trackWrite(write, page.pageProcess)
  world.start(page.pageProcess, async () => {
    try {
      await writing
    } catch (error) {
      write.state = 'failed'
      if (error instanceof StorageFullError && page.device.wasFull) return
      if (error instanceof LoggedOutError) return
      throw error
    }
    oracle.acknowledge(write)
    const isGuest = page.user === page.device.guest
    const isSameUser = isGuest
      ? page.replog.status.state === 'guest'
      : page.replog.user?.id === page.user.id && page.replog.status.state !== 'logged_out'
    if (isSameUser) onStored()
  })
}

function newExercise(id: string): Omit<LocalExercise, 'revision' | 'source' | 'engagement'> {
  return {
    id,
    name: '',
    aliases: [],
    category: 'push',
    equipment: 'other',
    tracking: 'weight_reps',
    unilateral: false,
    perHand: false,
    bodyweightShare: 0,
    cues: [],
  }
}

function newMeasurement(id: string): LocalMeasurement {
  return { id, kind: 'bodyweight', value: 80, unit: 'kg', measuredAt: '2026-11-20T06:30:00.000Z' }
}
