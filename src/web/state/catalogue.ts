import { computed, signal } from '@preact/signals'
import type { LocalExercise } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import { changes, log } from './log.ts'

export type Exercise = Schemas['Exercise'] | LocalExercise

const builtIn = signal<readonly Schemas['Exercise'][]>([])

const cacheName = 'replog-catalogue'
const cacheKey = '/catalogue.json'

/** Reads the built-in exercises from the device, then from the server. */
export async function loadCatalogue(): Promise<void> {
  const cache = 'caches' in globalThis ? await caches.open(cacheName) : undefined
  const kept = await cache?.match(cacheKey)
  if (kept) builtIn.value = await kept.json()
  if (kept && builtIn.value.length > 0) return
  const items: Schemas['Exercise'][] = []
  let cursor: string | undefined
  do {
    const response = await log().client.GET('/api/exercises', {
      params: { query: { source: 'builtin', limit: 200, ...(cursor && { cursor }) } },
    })
    if (!response.data) return
    items.push(...response.data.items)
    cursor = response.data.nextCursor
  } while (cursor)
  builtIn.value = items
  await cache?.put(cacheKey, Response.json(items))
}

/** Every exercise by its id: the built-in ones, and the reader's own. */
export const exercises = computed<ReadonlyMap<string, Exercise>>(() => {
  changes.value
  const all = new Map<string, Exercise>(builtIn.value.map((one) => [one.id, one]))
  for (const own of log().exercises.list()) all.set(own.id, own)
  return all
})

/** An exercise, also one that was deleted and is still in a workout. */
export const exerciseOf = (id: string): Exercise | undefined =>
  exercises.value.get(id) ?? log().exercises.get(id)

/** Its name; made of its id until the catalogue is there. */
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
