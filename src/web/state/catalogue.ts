import { computed, signal } from '@preact/signals'
import type { Catalogue } from '#client/catalogue/index.ts'
import type { LocalExercise } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import { capitalized } from '../words.ts'
import { changes, log } from './log.ts'
import { settings } from './settings.ts'

export type Exercise = Schemas['Exercise'] | LocalExercise

const builtIn = signal<ReadonlyMap<string, Exercise>>(new Map())
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
  const { openStoredCatalogue } = await import('./catalogue-source.ts')
  const catalogue = await openStoredCatalogue()
  const follow = async () => {
    builtIn.value = await catalogue.all()
  }
  source.value = catalogue
  catalogue.subscribe(() => void follow())
  await follow()
}

/** The user's own exercises; the same list until one changes. */
const ownExercises = computed(() => {
  changes.value
  return log().exercises.list()
})

/** The built-in exercises, with their names in the chosen language. */
const namedBuiltIn = computed(() => {
  const { namesLanguage } = settings.value
  if (!namesLanguage) return builtIn.value
  const inLanguage = (exercise: Exercise) => {
    const translations = 'translations' in exercise ? exercise.translations : []
    const name = translations?.find(({ language }) => language === namesLanguage)?.name
    return name === undefined ? exercise : { ...exercise, name }
  }
  return new Map([...builtIn.value].map(([id, exercise]) => [id, inLanguage(exercise)] as const))
})

/** Every exercise by its id: built-in and the user's own. */
export const exercises = computed<ReadonlyMap<string, Exercise>>(() => {
  const byId = new Map(namedBuiltIn.value)
  for (const exercise of ownExercises.value) byId.set(exercise.id, exercise)
  return byId
})

/** Whether the built-in exercises are loaded; the user's own are known before. */
export const hasCatalogue = computed(() => builtIn.value.size > 0)

/** The exercises that a search may mean, best first; like the server's search, it knows aliases and tolerates typos. */
export function search(text: string): Exercise[] {
  const byId = exercises.value
  return (source.value?.search(text) ?? []).flatMap(({ id }) => byId.get(id) ?? [])
}

/** An exercise, including deleted ones that are still in a workout. Undefined until the catalogue is loaded. */
export const exerciseOf = (id: string): Exercise | undefined =>
  exercises.value.get(id) ?? log().exercises.get(id)

/** The name of an exercise; derived from its id until the catalogue is loaded. */
export function nameOf(id: string): string {
  const name = exerciseOf(id)?.name
  if (name !== undefined) return name
  const words = id.replaceAll('-', ' ')
  return /^[0-9a-f]{8} /.test(words) ? 'Exercise' : capitalized(words)
}

export const trackingOf = (id: string): Schemas['Tracking'] => exerciseOf(id)?.tracking ?? 'weight_reps'
