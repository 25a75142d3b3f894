import { signal } from '@preact/signals'
import type { ProgramToPut } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
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

function stored(): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** The program being edited; it survives reloads until it is saved. */
export const draft = signal<Draft | undefined>(stored())

/** Changes the draft. */
export function change(to: (now: Draft) => Draft): void {
  const now = draft.value
  if (now) keepDraft(to(now))
}

/** Stores this draft, or clears it. */
export function keepDraft(next: Draft | undefined): void {
  draft.value = next
  try {
    if (next) localStorage.setItem(key, JSON.stringify(next))
    else localStorage.removeItem(key)
  } catch {
    // Without storage, it lasts until the page is closed.
  }
}

export const forgetDraft = (): void => keepDraft(undefined)

const emptyDay = (name: string, dayKey: string): Day => ({ key: dayKey, name, slots: [] })

/** Starts a draft of a new program with one day. */
export function beginNew(): string {
  const id = createId()
  keepDraft({ id, name: '', days: [emptyDay('Day A', 'day-1')], weeks: [{ key: 'week-1', days: ['day-1'] }] })
  return id
}

/** Starts a draft as a copy of another program. */
export function beginCopy(programId: string): string | undefined {
  const known = programOf(programId)
  if (!known) return undefined
  const { revision, isOwn, ...content } = known
  const id = createId()
  keepDraft({ ...content, id, name: `${content.name} (copy)`.slice(0, 100) })
  return id
}

/** Resumes the draft of a program, or starts one. */
export function beginEdit(programId: string): void {
  if (draft.peek()?.id === programId) return
  const known = programOf(programId)
  if (!known?.isOwn) return
  const { isOwn, ...content } = known
  keepDraft(content)
}

/** A key that isn't used yet, such as `day-3`. */
export function freshKey(kind: string, used: readonly { readonly key: string }[]): string {
  const keys = new Set(used.map((one) => one.key))
  let number = used.length + 1
  while (keys.has(`${kind}-${number}`)) number++
  return `${kind}-${number}`
}

const letter = (index: number) => String.fromCharCode(65 + (index % 26))

/** Adds a day, also at the end of each week. */
export const addDay = (now: Draft): Draft => {
  const dayKey = freshKey('day', now.days)
  return {
    ...now,
    days: [...now.days, emptyDay(`Day ${letter(now.days.length)}`, dayKey)],
    weeks: now.weeks.map((week) => ({ ...week, days: [...week.days, dayKey] })),
  }
}

/** Removes a day, also from weeks and rules, and the weeks that are left without days. */
export const removeDay =
  (dayKey: string) =>
  (now: Draft): Draft => ({
    ...now,
    days: now.days.filter((day) => day.key !== dayKey),
    weeks: now.weeks
      .map((week) => ({ ...week, days: week.days.filter((other) => other !== dayKey) }))
      .filter((week) => week.days.length > 0),
    ...(now.lifts && { lifts: now.lifts.map((lift) => withoutPlace(lift, 'days', dayKey)) }),
  })

/** Removes a day or week from a lift's rules, and rules that applied only there. */
function withoutPlace(lift: Lift, kind: 'days' | 'weeks', gone: string): Lift {
  if (!lift.rules) return lift
  const rules = lift.rules.flatMap((rule) => {
    const places = rule[kind]
    if (!places?.includes(gone)) return [rule]
    const left = places.filter((place) => place !== gone)
    return left.length > 0 ? [{ ...rule, [kind]: left }] : []
  })
  return { ...lift, rules }
}

/** Adds a copy of the last week, including its sets in waves. */
export const addWeek = (now: Draft): Draft => {
  const last = now.weeks.at(-1)
  const weekKey = freshKey('week', now.weeks)
  const waves = now.waves?.map((wave) => {
    const like = wave.weeks.find(({ week }) => week === last?.key)
    return like ? { ...wave, weeks: [...wave.weeks, { ...like, week: weekKey }] } : wave
  })
  return {
    ...now,
    weeks: [...now.weeks, { key: weekKey, days: last?.days ?? now.days.map((day) => day.key) }],
    ...(waves && { waves }),
  }
}

/** Removes a week, also from waves, rules and slots. */
export const removeWeek =
  (weekKey: string) =>
  (now: Draft): Draft => ({
    ...now,
    weeks: now.weeks.filter((week) => week.key !== weekKey),
    ...(now.waves && {
      waves: now.waves
        .map((wave) => ({ ...wave, weeks: wave.weeks.filter(({ week }) => week !== weekKey) }))
        .filter(({ weeks }) => weeks.length > 0),
    }),
    ...(now.lifts && { lifts: now.lifts.map((lift) => withoutPlace(lift, 'weeks', weekKey)) }),
    days: now.days.map((day) => ({
      ...day,
      slots: day.slots.flatMap((slot) => {
        if (!slot.weeks?.includes(weekKey)) return [slot]
        const left = slot.weeks.filter((week) => week !== weekKey)
        return left.length > 0 ? [{ ...slot, weeks: left }] : []
      }),
    })),
  })

export const changeWeek =
  (weekKey: string, to: (week: Week) => Week) =>
  (now: Draft): Draft => ({
    ...now,
    weeks: now.weeks.map((week) => (week.key === weekKey ? to(week) : week)),
  })

export const changeDay =
  (dayKey: string, to: (day: Day) => Day) =>
  (now: Draft): Draft => ({ ...now, days: now.days.map((day) => (day.key === dayKey ? to(day) : day)) })

export const changeSlot = (dayKey: string, slotKey: string, to: (slot: Slot) => Slot) =>
  changeDay(dayKey, (day) => ({
    ...day,
    slots: day.slots.map((slot) => (slot.key === slotKey ? to(slot) : slot)),
  }))

export const changeLift =
  (liftKey: string, to: (lift: Lift) => Lift) =>
  (now: Draft): Draft => ({
    ...now,
    ...(now.lifts && { lifts: now.lifts.map((lift) => (lift.key === liftKey ? to(lift) : lift)) }),
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
  (now: Draft): Draft => {
    const slot = now.days.find((day) => day.key === dayKey)?.slots.find((one) => one.key === slotKey)
    const { exerciseId } = slot ?? {}
    if (exerciseId === undefined || slot?.lift !== undefined) return now
    const lifts = now.lifts ?? []
    const known = lifts.find((lift) => lift.exerciseId === exerciseId)
    const liftKey = known?.key ?? freshKey('lift', lifts)
    const added: Lift = {
      key: liftKey,
      exerciseId,
      base: 'training_max',
      rules: [{ made: { kind: 'add', value: 2.5, unit: 'kg' } }],
    }
    const withLift = changeSlot(dayKey, slotKey, ({ exerciseId: _, ...one }) => ({ ...one, lift: liftKey }))
    return withLift({ ...now, lifts: known ? lifts : [...lifts, added] })
  }

/** The exercise of a slot: its own, or that of its lift. */
export const exerciseOfSlot = ({ lifts = [] }: Pick<Draft, 'lifts'>, slot: Slot): string | undefined =>
  slot.exerciseId ?? lifts.find((lift) => lift.key === slot.lift)?.exerciseId
