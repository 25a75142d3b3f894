import type { ComponentType } from 'preact'

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

/** The pages that are fetched when they are opened, or by the service worker before. */
export const later: Readonly<Record<string, Load>> = {
  workout: async () => (await import('./pages/workout.tsx')).Workout,
  add: async () => (await import('./pages/picker.tsx')).Picker,
  done: async () => (await import('./pages/summary.tsx')).Summary,
  history: withStyle(async () => (await import('./pages/history.tsx')).History),
  edit: async () => (await import('./pages/edit.tsx')).EditWorkout,
  exercise: withStyle(async () => (await import('./pages/exercise.tsx')).ExercisePage),
  progress: withStyle(async () => (await import('./pages/progress.tsx')).Progress),
  measurements: withStyle(async () => (await import('./pages/measurements.tsx')).Measurements),
  programs: withStyle(async () => (await import('./pages/programs.tsx')).Programs),
  preview: withStyle(async () => (await import('./pages/preview.tsx')).Preview),
  run: withStyle(async () => (await import('./pages/run.tsx')).RunPage),
  routine: async () => (await import('./pages/routine.tsx')).Routine,
  suggest: async () => (await import('./pages/suggest.tsx')).Suggest,
  you: withStyle(async () => (await import('./pages/you.tsx')).You),
  account: withStyle(async () => (await import('./pages/account.tsx')).Account),
  storage: withStyle(async () => (await import('./pages/storage.tsx')).Storage),
  export: withStyle(async () => (await import('./pages/export.tsx')).Export),
  import: withStyle(async () => (await import('./pages/import.tsx')).Import),
  missing: withStyle(async () => (await import('./pages/missing.tsx')).Missing),
}

/** Fetches what a workout needs, so that starting one waits for nothing. */
export async function prepareWorkout(): Promise<void> {
  await Promise.all([later.workout?.(), later.add?.()])
}
