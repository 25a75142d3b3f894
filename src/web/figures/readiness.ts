import { computed } from '@preact/signals'
import { fatigueWindow, muscleFatigues } from '#training/fatigue/fatigue.ts'
import type { MuscleFatigue } from '#training/fatigue/types.ts'
import type { Muscle } from '#training/types.ts'
import { hasCatalogue } from '../state/catalogue.ts'
import { quarterHour } from '../state/clock.ts'
import { changes } from '../state/log.ts'
import { dateText } from '../words.ts'
import { ownSettings } from './own.ts'
import { exerciseIndex, performedSets, workoutsSince } from './performed.ts'
import { sorenessAt } from './soreness.ts'

/** How recovered each muscle is now. */
export const fatigues = computed<readonly MuscleFatigue[]>(() => {
  quarterHour.value
  changes.value
  const now = Date.now()
  return muscleFatigues(performedSets(workoutsSince(now - fatigueWindow)), {
    exercises: exerciseIndex.value,
    at: now,
    soreness: sorenessAt(now, ownSettings()?.soreness),
    steps: 0,
  })
})

const groups: readonly { readonly name: string; readonly muscles: readonly Muscle[] }[] = [
  { name: 'Chest', muscles: ['chest'] },
  { name: 'Back', muscles: ['upper_back', 'lats'] },
  { name: 'Shoulders', muscles: ['front_delts', 'side_delts'] },
  { name: 'Legs', muscles: ['quads', 'hamstrings', 'glutes'] },
]

interface GroupReadiness {
  readonly name: string
  readonly readiness: number | undefined
  readonly recoveredAt?: number | undefined
}

/** The readiness of each group: that of its least recovered muscle. None until the exercises are loaded. */
export function readinessOfGroups(): GroupReadiness[] {
  if (!hasCatalogue.value) return []
  return groups.map(({ name, muscles }) => {
    const fatiguesOfGroup = fatigues.value.filter(({ muscle }) => muscles.includes(muscle))
    const worst = fatiguesOfGroup.toSorted((a, b) => a.readiness - b.readiness)[0]
    return { name, readiness: Math.round(worst?.readiness ?? 100), recoveredAt: worst?.recoveredAt }
  })
}

/** The readiness below which a muscle needs rest, in percent. */
const minReady = 60

/** Summarizes readiness in a sentence. */
export function readinessText(groups: readonly GroupReadiness[]): string {
  const worst = groups.toSorted((a, b) => (a.readiness ?? 100) - (b.readiness ?? 100))[0]
  if (!worst || (worst.readiness ?? 100) >= minReady) return 'Every muscle group is ready to train.'
  const until = worst.recoveredAt === undefined ? '' : ` until ${dateText(worst.recoveredAt, 'weekdayLong')}`
  return `${worst.name} ${worst.name.endsWith('s') ? 'need' : 'needs'} rest${until}.`
}
