import { lineOf } from '#lib/visible.ts'
import { checkProgram, readProgram } from '#training/programs/index.ts'
import { nameOf } from '../state/catalogue.ts'
import { type Draft, exerciseOfSlot } from './draft.ts'

/** What is wrong with a draft, in words, and where. */
export interface Fault {
  /** `Day A`, `Day A, Back Squat`. */
  readonly place: string
  readonly text: string
}

/** What must be fixed before a draft can be saved. */
export function faultsOf(draft: Draft): Fault[] {
  const faults: Fault[] = []
  if (lineOf(draft.name) === '') faults.push({ place: 'Name', text: 'Give the program a name.' })
  if (draft.days.length === 0) faults.push({ place: 'Days', text: 'Add a day.' })
  if (draft.days.length > 0 && draft.weeks.length === 0) faults.push({ place: 'Weeks', text: 'Add a week.' })
  for (const day of draft.days) {
    const place = day.name ?? day.key
    if (day.slots.length === 0) faults.push({ place, text: 'Add an exercise, or delete the day.' })
    if (!draft.weeks.some(({ days }) => days.includes(day.key)))
      faults.push({ place, text: 'This day isn’t in any week: add it to one, or delete it.' })
  }
  if (faults.length > 0) return faults
  const { id, ...content } = draft
  return [
    ...checkProgram(readProgram(content)).map(({ pointer, message }) => ({
      place: placeOf(draft, pointer),
      text: message,
    })),
    ...rangeFaults(draft),
  ]
}

/** Rep ranges of double progression whose maximum isn't above the minimum. */
function rangeFaults(draft: Draft): Fault[] {
  return draft.days.flatMap((day) =>
    day.slots.flatMap((slot) => {
      const { progression } = slot
      if (progression?.scheme !== 'double') return []
      const { minReps = 8, maxReps = 12 } = progression
      if (minReps < maxReps) return []
      return [
        {
          place: `${day.name ?? day.key}, ${slotName(draft, slot)}`,
          text: 'The maximum reps must be above the minimum.',
        },
      ]
    }),
  )
}

function slotName(draft: Draft, slot: Draft['days'][number]['slots'][number]): string {
  const exerciseId = exerciseOfSlot(draft, slot)
  return exerciseId === undefined ? slot.key : nameOf(exerciseId)
}

/** `/days/0/slots/2/sets` is the third exercise of the first day. */
function placeOf(draft: Draft, pointer: string): string {
  const [, kind, first = '', , second] = pointer.split('/')
  const index = Number(first)
  if (kind === 'days') {
    const day = draft.days[index]
    const slot = second === undefined ? undefined : day?.slots[Number(second)]
    return [day?.name ?? day?.key, slot && slotName(draft, slot)].filter(Boolean).join(', ')
  }
  if (kind === 'weeks') return draft.weeks[index]?.name ?? `Week ${index + 1}`
  const lift = kind === 'lifts' ? draft.lifts?.[index] : undefined
  return lift ? nameOf(lift.exerciseId) : 'Sets by week'
}
