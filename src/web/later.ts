import type { ComponentType } from 'preact'
import { loadCatalogue } from './state/catalogue.ts'
import { loadCoach } from './workout/advice.ts'

declare const MORE_STYLE: string

let styled: Promise<void> | undefined

/** Adds the style sheet of the figures. */
function addStyle(): Promise<void> {
  styled ??= new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = MORE_STYLE
    link.onload = link.onerror = () => resolve()
    document.head.append(link)
  })
  return styled
}

type Load = () => Promise<ComponentType>

const withStyle =
  (load: Load): Load =>
  async () => {
    const [page] = await Promise.all([load(), addStyle()])
    return page
  }

/** With the exercises that this device knows: what a page says of them doesn't change under the reader. */
const withExercises =
  (load: Load): Load =>
  async () => {
    // Without them it shows what it can.
    const [page] = await Promise.all([load(), loadCatalogue().catch(() => {})])
    return page
  }

const figures = (load: Load): Load => withStyle(withExercises(load))

/** The pages that are fetched when they are opened, or by the service worker before. */
export const later: Readonly<Record<string, Load>> = {
  workout: withExercises(async () => (await import('./pages/workout.tsx')).Workout),
  add: withExercises(async () => (await import('./pages/picker.tsx')).Picker),
  done: withExercises(async () => (await import('./pages/summary.tsx')).Summary),
  history: figures(async () => (await import('./pages/history.tsx')).History),
  edit: withExercises(async () => (await import('./pages/edit.tsx')).EditWorkout),
  exercise: figures(async () => {
    const [{ ExercisePage }] = await Promise.all([import('./pages/exercise.tsx'), loadCoach()])
    return ExercisePage
  }),
  progress: figures(async () => (await import('./pages/progress.tsx')).Progress),
  measurements: withStyle(async () => (await import('./pages/measurements.tsx')).Measurements),
  programs: figures(async () => (await import('./pages/programs.tsx')).Programs),
  preview: figures(async () => (await import('./pages/preview.tsx')).Preview),
  program: figures(async () => (await import('./pages/program.tsx')).ProgramEditor),
  run: figures(async () => (await import('./pages/run.tsx')).RunPage),
  routine: withExercises(async () => (await import('./pages/routine.tsx')).Routine),
  suggest: withExercises(async () => (await import('./pages/suggest.tsx')).Suggest),
  you: withStyle(async () => (await import('./pages/you.tsx')).You),
  account: withStyle(async () => (await import('./pages/account.tsx')).Account),
  storage: withStyle(async () => (await import('./pages/storage.tsx')).Storage),
  export: withStyle(async () => (await import('./pages/export.tsx')).Export),
  import: figures(async () => (await import('./pages/import.tsx')).Import),
  missing: withStyle(async () => (await import('./pages/missing.tsx')).Missing),
}

/** Fetches what a workout needs, so that starting one waits for nothing. */
export async function prepareWorkout(): Promise<void> {
  await Promise.all([later.workout?.(), later.add?.()])
}
