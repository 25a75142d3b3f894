import { auth } from './auth.ts'
import type { AppHandlers } from './context.ts'
import { exercises } from './exercises.ts'
import { lazyHandlers } from './lazy-handlers.ts'
import { measurements } from './measurements.ts'
import { type OperationsDeps, operationsHandlers } from './operations.ts'
import { users } from './users.ts'
import type { WebDeps } from './web.ts'
import { workouts } from './workouts.ts'

const imports = lazyHandlers(
  ['createImport', 'getImport', 'commitImport', 'undoImport'],
  async () => (await import('./imports.ts')).imports,
)

const exports = lazyHandlers(
  ['exportMe', 'exportWorkouts'],
  async () => (await import('./exports.ts')).exports,
)

const analytics = lazyHandlers(
  [
    'getVolume',
    'getProgress',
    'getRecords',
    'getFatigue',
    'reportSoreness',
    'deleteSoreness',
    'listSoreness',
    'getSummary',
    'getCalendar',
    'getTrainingLoad',
    'getStrength',
    'getLandmarks',
    'replaceLandmarks',
    'simulateWorkout',
  ],
  async () => (await import('./analytics.ts')).analytics,
)

const recommendations = lazyHandlers(
  [
    'getProgression',
    'recommendWorkout',
    'getExerciseProgression',
    'chooseProgression',
    'resetProgression',
    'listProgressions',
  ],
  async () => (await import('./recommendations.ts')).recommendations,
)

const programs = lazyHandlers(
  [
    'listPrograms',
    'createProgram',
    'getProgram',
    'replaceProgram',
    'deleteProgram',
    'previewProgram',
    'planProgram',
    'convertProgram',
    'createProgramFromWorkout',
  ],
  async () => (await import('./programs.ts')).programs,
)

const runs = lazyHandlers(
  [
    'listRuns',
    'createRun',
    'getRun',
    'replaceRun',
    'deleteRun',
    'decideRun',
    'getNextWorkout',
    'startRunWorkout',
    'getAdherence',
  ],
  async () => (await import('./runs.ts')).runs,
)

const sync = lazyHandlers(
  ['pullChanges', 'pushMutations', 'streamEvents'],
  async () => (await import('./sync.ts')).sync,
)

const web = (deps: WebDeps) =>
  lazyHandlers(['getRoot', 'getServiceWorker', 'getAppAsset'], async () =>
    (await import('./web.ts')).webHandlers(deps),
  )

/** The handler of every operation of the contract; a missing one is a compile error. */
export function createHandlers(deps: OperationsDeps & WebDeps): AppHandlers {
  return {
    ...auth,
    ...users,
    ...exercises,
    ...workouts,
    ...imports,
    ...exports,
    ...measurements,
    ...analytics,
    ...recommendations,
    ...programs,
    ...runs,
    ...sync,
    ...operationsHandlers(deps),
    ...web(deps),
  }
}
