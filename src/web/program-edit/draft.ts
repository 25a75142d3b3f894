import { signal } from '@preact/signals'
import type { ProgramToPut } from '#client/index.ts'
import type { Schemas } from '#generated//types.ts'
import { shorten } from '#lib/shorten.ts'
import { programOf } from '../programs/known.ts'
import { createId } from '../state/id.ts'

export type Day = Schemas['ProgramDay']
export type Slot = Schemas['ProgramSlot']
export type Week = Schemas['ProgramWeek']
export type Lift = Schemas['ProgramLift']
export type PlannedSet = Schemas['PlannedSet']

/** A program being edited. */
export type Draft = ProgramToPut & { readonly id: string }

const key = 'replog.program-draft'

function storedDraft(): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** The program being edited; it survives reloads until it is saved. */
export const draft = signal<Draft | undefined>(storedDraft())

export function changeDraft(edit: (program: Draft) => Draft): void {
  const program = draft.value
  if (program) storeDraft(edit(program))
}

/** Stores this draft, or clears it. */
export function storeDraft(next: Draft | undefined): void {
  draft.value = next
  try {
    if (next) localStorage.setItem(key, JSON.stringify(next))
    else localStorage.removeItem(key)
  } catch {
    // Without storage, it lasts until the page is closed.
  }
}

export const forgetDraft = (): void => storeDraft(undefined)

const emptyDay = (name: string, dayKey: string): Day => ({ key: dayKey, name, slots: [] })

/** Starts a draft of a new program with one day. Returns its id. */
export function beginNew(): string {
  const id = createId()
  storeDraft({
    id,
    name: '',
    days: [emptyDay('Day A', 'day-1')],
    weeks: [{ key: 'week-1', days: ['day-1'] }],
  })
  return id
}

/** Starts a draft as a copy of another program. Returns its id, or undefined if there is no such program. */
export function beginCopy(programId: string): string | undefined {
  const program = programOf(programId)
  if (!program) return undefined
  const { revision, isOwn, ...content } = program
  const id = createId()
  storeDraft({ ...content, name: shorten(`${program.name} (copy)`, 100), id })
  return id
}

/** Resumes the draft of a program of the user's own, or starts one. */
export function beginEdit(programId: string): void {
  if (draft.peek()?.id === programId) return
  const program = programOf(programId)
  if (!program?.isOwn) return
  const { isOwn, ...content } = program
  storeDraft(content)
}

/** A key that isn't used yet, such as `day-3`. */
export function freshKey(kind: string, siblings: readonly { readonly key: string }[]): string {
  const keys = new Set(siblings.map((item) => item.key))
  let number = siblings.length + 1
  while (keys.has(`${kind}-${number}`)) number++
  return `${kind}-${number}`
}

const letter = (index: number) => String.fromCharCode(65 + (index % 26))

/** Adds a day, also at the end of each week. */
export const addDay = (program: Draft): Draft => {
  const dayKey = freshKey('day', program.days)
  return {
    ...program,
    days: [...program.days, emptyDay(`Day ${letter(program.days.length)}`, dayKey)],
    weeks: program.weeks.map((week) => ({ ...week, days: [...week.days, dayKey] })),
  }
}

/** Removes a day, also from weeks and rules, and the weeks that are left without days. */
export const removeDay =
  (dayKey: string) =>
  (program: Draft): Draft => ({
    ...program,
    days: program.days.filter((day) => day.key !== dayKey),
    weeks: program.weeks
      .map((week) => ({ ...week, days: week.days.filter((other) => other !== dayKey) }))
      .filter((week) => week.days.length > 0),
    ...(program.lifts && { lifts: program.lifts.map((lift) => withoutKey(lift, 'days', dayKey)) }),
  })

/** Removes a day or week from a lift's rules, and the rules that apply only there. */
function withoutKey(lift: Lift, kind: 'days' | 'weeks', removedKey: string): Lift {
  if (!lift.rules) return lift
  const rules = lift.rules.flatMap((rule) => {
    const keys = rule[kind]
    if (!keys?.includes(removedKey)) return [rule]
    const remaining = keys.filter((key) => key !== removedKey)
    return remaining.length > 0 ? [{ ...rule, [kind]: remaining }] : []
  })
  return { ...lift, rules }
}

/** Adds a copy of the last week, including its sets in waves. */
export const addWeek = (program: Draft): Draft => {
  const last = program.weeks.at(-1)
  const weekKey = freshKey('week', program.weeks)
  const waves = program.waves?.map((wave) => {
    const copied = wave.weeks.find(({ week }) => week === last?.key)
    return copied ? { ...wave, weeks: [...wave.weeks, { ...copied, week: weekKey }] } : wave
  })
  return {
    ...program,
    weeks: [...program.weeks, { key: weekKey, days: last?.days ?? program.days.map((day) => day.key) }],
    ...(waves && { waves }),
  }
}

/** Removes a week, also from waves, rules and slots. */
export const removeWeek =
  (weekKey: string) =>
  (program: Draft): Draft => ({
    ...program,
    weeks: program.weeks.filter((week) => week.key !== weekKey),
    ...(program.waves && {
      waves: program.waves
        .map((wave) => ({ ...wave, weeks: wave.weeks.filter(({ week }) => week !== weekKey) }))
        .filter(({ weeks }) => weeks.length > 0),
    }),
    ...(program.lifts && { lifts: program.lifts.map((lift) => withoutKey(lift, 'weeks', weekKey)) }),
    days: program.days.map((day) => ({
      ...day,
      slots: day.slots.flatMap((slot) => {
        if (!slot.weeks?.includes(weekKey)) return [slot]
        const remaining = slot.weeks.filter((week) => week !== weekKey)
        return remaining.length > 0 ? [{ ...slot, weeks: remaining }] : []
      }),
    })),
  })

export const changeWeek =
  (weekKey: string, edit: (week: Week) => Week) =>
  (program: Draft): Draft => ({
    ...program,
    weeks: program.weeks.map((week) => (week.key === weekKey ? edit(week) : week)),
  })

export const changeDay =
  (dayKey: string, edit: (day: Day) => Day) =>
  (program: Draft): Draft => ({
    ...program,
    days: program.days.map((day) => (day.key === dayKey ? edit(day) : day)),
  })

export const changeSlot = (dayKey: string, slotKey: string, edit: (slot: Slot) => Slot) =>
  changeDay(dayKey, (day) => ({
    ...day,
    slots: day.slots.map((slot) => (slot.key === slotKey ? edit(slot) : slot)),
  }))

export const changeLift =
  (liftKey: string, edit: (lift: Lift) => Lift) =>
  (program: Draft): Draft => ({
    ...program,
    ...(program.lifts && { lifts: program.lifts.map((lift) => (lift.key === liftKey ? edit(lift) : lift)) }),
  })

/** The initial sets of a slot. */
export const usualSets: readonly PlannedSet[] = [{ count: 3, reps: { min: 8, max: 12 } }]

/** Adds an exercise to a day. */
export const addSlot = (dayKey: string, exerciseId: string) =>
  changeDay(dayKey, (day) => ({
    ...day,
    slots: [
      ...day.slots,
      {
        key: freshKey('slot', day.slots),
        exerciseId,
        progression: { scheme: 'double', sets: 3, minReps: 8, maxReps: 12 },
      },
    ],
  }))

/** Adds a lift for a slot, so that its sets can be percentages of a base. */
export const addLift =
  (dayKey: string, slotKey: string) =>
  (program: Draft): Draft => {
    const slot = program.days
      .find((day) => day.key === dayKey)
      ?.slots.find((candidate) => candidate.key === slotKey)
    const { exerciseId } = slot ?? {}
    if (exerciseId === undefined || slot?.lift !== undefined) return program
    const lifts = program.lifts ?? []
    const existing = lifts.find((lift) => lift.exerciseId === exerciseId)
    const liftKey = existing?.key ?? freshKey('lift', lifts)
    const added: Lift = {
      key: liftKey,
      exerciseId,
      base: 'training_max',
      rules: [{ made: { kind: 'add', value: 2.5, unit: 'kg' } }],
    }
    const withLift = changeSlot(dayKey, slotKey, ({ exerciseId: _, ...others }) => ({
      ...others,
      lift: liftKey,
    }))
    return withLift({ ...program, lifts: existing ? lifts : [...lifts, added] })
  }

/** The exercise of a slot: its own, or that of its lift. */
export const exerciseOfSlot = ({ lifts = [] }: Pick<Draft, 'lifts'>, slot: Slot): string | undefined =>
  slot.exerciseId ?? lifts.find((lift) => lift.key === slot.lift)?.exerciseId
