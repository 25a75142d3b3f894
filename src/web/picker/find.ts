import { computed, signal } from '@preact/signals'
import { type Exercise, exercises } from '../state/catalogue.ts'
import { sessionsByExercise } from '../state/history.ts'

/** The lifts that most people look for first. */
const staples = [
  'barbell-back-squat',
  'barbell-bench-press',
  'barbell-deadlift',
  'barbell-overhead-press',
  'barbell-row',
  'pull-up',
  'lat-pulldown',
  'dumbbell-bench-press',
  'incline-dumbbell-bench-press',
  'barbell-romanian-deadlift',
  'leg-press',
  'dumbbell-lateral-raise',
  'barbell-curl',
  'triceps-pushdown',
  'seated-cable-row',
  'push-up',
  'barbell-hip-thrust',
  'plank',
] as const

const mostRecent = 6

/** The exercises done last, newest first. */
export function recent(): Exercise[] {
  const last = [...sessionsByExercise.value]
    .map(([id, [session]]) => ({ id, at: session?.workout.startedAt ?? '' }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return last.flatMap(({ id }) => exercises.value.get(id) ?? []).slice(0, mostRecent)
}

/** The staples that aren't among the recent ones. */
export function usual(): Exercise[] {
  const shown = new Set(recent().map(({ id }) => id))
  return staples.flatMap((id) => (shown.has(id) ? [] : (exercises.value.get(id) ?? [])))
}

const loaded = signal<typeof import('./search.ts') | undefined>(undefined)

export const searchIsReady = computed(() => loaded.value !== undefined)

/** Fetches the search of the server, which finds typing errors and other names too. */
export function loadSearch(): void {
  if (loaded.value) return
  import('./search.ts').then(
    (module) => {
      loaded.value = module
    },
    () => {},
  )
}

const search = computed(() => {
  const all = [...exercises.value.values()].map((one) => ({
    ...one,
    aliases: one.aliases ?? [],
    source: one.source ?? ('custom' as const),
  }))
  const isOwn = ({ source }: { source: string }) => source === 'custom'
  return loaded.value?.searchOf(
    all.filter((one) => !isOwn(one)),
    all.filter(isOwn),
  )
})

/** The exercises that the reader does most, most first. */
const used = computed(() =>
  [...sessionsByExercise.value].toSorted(([, a], [, b]) => b.length - a.length).map(([id]) => id),
)

/** What matches, best first. */
export function find(text: string): Exercise[] {
  const known = exercises.value
  return search.value ? search.value(text, used.value).flatMap((id) => known.get(id) ?? []) : plainly(text)
}

/** Until the search is there: names that have every word. */
function plainly(text: string): Exercise[] {
  const words = text.toLowerCase().split(/\s+/)
  return [...exercises.value.values()]
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .toSorted((a, b) => a.name.length - b.name.length)
}
