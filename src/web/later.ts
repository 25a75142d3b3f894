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

/** Loads a page with the exercises on this device, so that their names don't change while it is open. */
const withExercises =
  (load: Load): Load =>
  async () => {
    // Without them, the page shows what it can.
    const [page] = await Promise.all([load(), loadCatalogue().catch(() => {})])
    return page
  }

const withBoth = (load: Load): Load => withStyle(withExercises(load))

// Few files, because each is compressed separately and code shared by two becomes another file.
const logging = () => import('./groups/logging.ts')
const lookingBack = () => import('./groups/figures.ts')
const programs = () => import('./groups/programs.ts')
const account = () => import('./groups/account.ts')

/** The pages that are fetched when they are opened, or earlier by the service worker. */
export const later: Readonly<Record<string, Load>> = {
  workout: withBoth(async () => (await logging()).Workout),
  add: withBoth(async () => (await logging()).Picker),
  done: withBoth(async () => (await logging()).Summary),
  edit: withBoth(async () => (await logging()).EditWorkout),
  history: withBoth(async () => (await lookingBack()).History),
  exercise: withBoth(async () => {
    const [{ ExercisePage }] = await Promise.all([lookingBack(), loadCoach()])
    return ExercisePage
  }),
  progress: withBoth(async () => (await lookingBack()).Progress),
  measurements: withStyle(async () => (await lookingBack()).Measurements),
  programs: withBoth(async () => (await programs()).Programs),
  preview: withBoth(async () => (await programs()).Preview),
  run: withBoth(async () => (await programs()).RunPage),
  program: withBoth(async () => (await import('./pages/program.tsx')).ProgramEditor),
  routine: withBoth(async () => (await account()).Routine),
  suggest: withBoth(async () => (await account()).Suggest),
  you: withStyle(async () => (await account()).You),
  account: withStyle(async () => (await account()).Account),
  storage: withStyle(async () => (await account()).Storage),
  export: withStyle(async () => (await account()).Export),
  import: withBoth(async () => (await account()).Import),
  missing: withStyle(async () => (await account()).Missing),
}

/** Prefetches the workout pages, so that starting one is instant. */
export async function prepareWorkout(): Promise<void> {
  await later.workout?.()
}
