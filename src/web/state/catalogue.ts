import { computed, signal } from '@preact/signals'
import type { Catalogue } from '#client/catalogue/index.ts'
import type { LocalExercise } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import { changes, log } from './log.ts'

export type Exercise = Schemas['Exercise'] | LocalExercise

const all = signal<ReadonlyMap<string, Exercise>>(new Map())
const source = signal<Catalogue | undefined>(undefined)
let reading: Promise<void> | undefined

/** Loads this device's catalogue and follows its changes; only once, however many pages wait for it. */
export function loadCatalogue(): Promise<void> {
  reading ??= read().catch((error) => {
    reading = undefined
    throw error
  })
  return reading
}

async function read(): Promise<void> {
  const { openKept } = await import('./catalogue-source.ts')
  const opened = await openKept()
  const follow = async () => {
    all.value = await opened.all()
  }
  source.value = opened
  opened.subscribe(() => void follow())
  await follow()
}

/** The user's own exercises; the same list until one changes. */
const own = computed(() => {
  changes.value
  return log().exercises.list()
})

/** Every exercise by its id: built-in and the user's own. */
export const exercises = computed<ReadonlyMap<string, Exercise>>(() => {
  const known = new Map(all.value)
  for (const one of own.value) known.set(one.id, one)
  return known
})

/** The exercises that a text may mean, best first; like the server's search, it tolerates typos and aliases. */
export function search(text: string): Exercise[] {
  const known = exercises.value
  return (source.value?.search(text) ?? []).flatMap(({ id }) => known.get(id) ?? [])
}

/** An exercise, including deleted ones that are still in a workout. */
export const exerciseOf = (id: string): Exercise | undefined =>
  exercises.value.get(id) ?? log().exercises.get(id)

/** Its name; derived from its id until the catalogue is loaded. */
export function nameOf(id: string): string {
  const name = exerciseOf(id)?.name
  if (name !== undefined) return name
  const words = id.replaceAll('-', ' ')
  return /^[0-9a-f]{8} /.test(words) ? 'Exercise' : words.charAt(0).toUpperCase() + words.slice(1)
}

export const trackingOf = (id: string): Schemas['Tracking'] => exerciseOf(id)?.tracking ?? 'weight_reps'

const equipmentNames: Readonly<Record<Schemas['Equipment'], string>> = {
  barbell: 'Barbell',
  ez_bar: 'EZ bar',
  trap_bar: 'Trap bar',
  dumbbell: 'Dumbbell',
  kettlebell: 'Kettlebell',
  machine: 'Machine',
  cable: 'Cable',
  smith_machine: 'Smith machine',
  band: 'Band',
  bodyweight: 'Bodyweight',
  plate: 'Plate',
  medicine_ball: 'Medicine ball',
  suspension: 'Suspension',
  cardio_machine: 'Cardio machine',
  sled: 'Sled',
  landmine: 'Landmine',
  other: 'Other',
}

export const equipmentName = (equipment: Schemas['Equipment']): string => equipmentNames[equipment]

/** `front delts`. */
export const muscleName = (muscle: string): string => muscle.replaceAll('_', ' ')

/** `Barbell · chest, triceps`. */
export function describe(exercise: Exercise | undefined): string {
  if (!exercise) return ''
  const main = exercise.engagement
    .filter(({ percent }) => percent >= 50)
    .toSorted((a, b) => b.percent - a.percent)
    .slice(0, 2)
    .map(({ muscle }) => muscleName(muscle))
  return [equipmentName(exercise.equipment), main.join(', ')].filter(Boolean).join(' · ')
}
