import type { ComponentType } from 'preact'
import { addStyle } from './more-style.ts'
import { loadProgramGroup } from './programs/load.ts'
import { loadCatalogue } from './state/catalogue.ts'
import { loadActiveRun } from './today/active-run.ts'
import { loadCoach } from './workout/advice.ts'

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

/** A page of a group. */
const pageOf =
  <Name extends string>(group: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name): Load =>
  async () =>
    (await group())[name]

// Few files, because each is compressed separately and code shared by two becomes another file.
const logging = () => import('./groups/logging.ts')
const figures = () => import('./groups/figures.ts')
const account = () => import('./groups/account.ts')

/** The pages that are fetched when they are opened, or earlier by the service worker. */
export const lazyPages: Readonly<Record<string, Load>> = {
  workout: withBoth(pageOf(logging, 'Workout')),
  add: withBoth(pageOf(logging, 'Picker')),
  done: withBoth(pageOf(logging, 'Summary')),
  edit: withBoth(pageOf(logging, 'EditWorkout')),
  history: withBoth(pageOf(figures, 'History')),
  exercise: withBoth(async () => {
    const [{ ExercisePage }] = await Promise.all([figures(), loadCoach(), loadActiveRun()])
    return ExercisePage
  }),
  progress: withBoth(async () => {
    const { Progress, loadBodyShapes } = await figures()
    await loadBodyShapes()
    return Progress
  }),
  measurements: withStyle(pageOf(figures, 'Measurements')),
  programs: withBoth(pageOf(loadProgramGroup, 'Programs')),
  preview: withBoth(pageOf(loadProgramGroup, 'Preview')),
  run: withBoth(pageOf(loadProgramGroup, 'RunPage')),
  program: withBoth(async () => {
    const [{ ProgramEditor }] = await Promise.all([import('./groups/program.ts'), loadProgramGroup()])
    return ProgramEditor
  }),
  routine: withBoth(pageOf(account, 'Routine')),
  suggest: withBoth(pageOf(() => import('./groups/suggest.ts'), 'Suggest')),
  you: withStyle(pageOf(account, 'You')),
  account: withStyle(pageOf(account, 'Account')),
  storage: withStyle(pageOf(account, 'Storage')),
  export: withStyle(pageOf(account, 'Export')),
  import: withBoth(pageOf(account, 'Import')),
  missing: withStyle(pageOf(account, 'Missing')),
}

/** Prefetches the workout pages, so that starting a workout is instant. */
export async function prepareWorkout(): Promise<void> {
  await lazyPages.workout?.()
}
