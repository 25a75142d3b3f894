import type { ComponentType } from 'preact'
import { loadCatalogue } from './state/catalogue.ts'
import { loadCoach } from './workout/advice.ts'

declare const MORE_STYLE: string

let styled: Promise<void> | undefined

/** Adds the style sheet of all pages but the first. */
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

const informed = (load: Load): Load => withStyle(withExercises(load))

// Few files: each compresses alone, and what two of them share is a file of its own.
const logging = () => import('./groups/logging.ts')
const lookingBack = () => import('./groups/figures.ts')
const programs = () => import('./groups/programs.ts')
const account = () => import('./groups/account.ts')

/** The pages that are fetched when they are opened, or by the service worker before. */
export const later: Readonly<Record<string, Load>> = {
  workout: informed(async () => (await logging()).Workout),
  add: informed(async () => (await logging()).Picker),
  done: informed(async () => (await logging()).Summary),
  edit: informed(async () => (await logging()).EditWorkout),
  history: informed(async () => (await lookingBack()).History),
  exercise: informed(async () => {
    const [{ ExercisePage }] = await Promise.all([lookingBack(), loadCoach()])
    return ExercisePage
  }),
  progress: informed(async () => (await lookingBack()).Progress),
  measurements: withStyle(async () => (await lookingBack()).Measurements),
  programs: informed(async () => (await programs()).Programs),
  preview: informed(async () => (await programs()).Preview),
  run: informed(async () => (await programs()).RunPage),
  program: informed(async () => (await import('./pages/program.tsx')).ProgramEditor),
  routine: informed(async () => (await account()).Routine),
  suggest: informed(async () => (await account()).Suggest),
  you: withStyle(async () => (await account()).You),
  account: withStyle(async () => (await account()).Account),
  storage: withStyle(async () => (await account()).Storage),
  export: withStyle(async () => (await account()).Export),
  import: informed(async () => (await account()).Import),
  missing: withStyle(async () => (await account()).Missing),
}

/** Fetches what a workout needs, so that starting one waits for nothing. */
export async function prepareWorkout(): Promise<void> {
  await later.workout?.()
}
