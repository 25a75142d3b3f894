import type { OperationId } from '#http/contract-types.ts'
import { appBundle } from '#services/app/bundle.ts'
import { createResetToken } from '#tests/support/accounts.ts'
import { password } from '#tests/support/user.ts'
import { muscles } from '#training/types.ts'
import { exerciseBody, importBody, measurementBodies, pushBodies, workoutBody } from './bodies.ts'
import { decisionBodies, programBodies, runBody } from './program-bodies.ts'
import { progressionBodies } from './progression-bodies.ts'
import type { Sampler } from './sample.ts'
import {
  chooseProgression,
  createChangedWorkout,
  createExercise,
  createImport,
  createMeasurement,
  createOtherSession,
  createProgram,
  createRun,
  createWorkout,
  epochOf,
  login,
} from './sample-resources.ts'

const range = { from: '2026-01-01', to: '2026-06-30' }
let created = 0

/** A valid request for every operation; a missing operation is a compile error. */
export const samples: { readonly [Id in OperationId]: Sampler<Id> } = {
  register: () => ({
    bodies: [
      {
        email: `sample-${++created}@example.com`,
        password,
        displayName: 'Ada',
        unit: 'kg',
        distanceUnit: 'km',
        timeZone: 'Europe/Berlin',
        dayStartHour: 4,
        weekStart: 'monday',
        device: "Ada's phone",
      },
    ],
  }),
  login: ({ user }) => ({ bodies: [{ email: user.email, password, device: "Ada's phone" }] }),
  refresh: async (caller) => ({ bodies: [{ refreshToken: (await login(caller.user)).refreshToken }] }),
  logout: async ({ user }) => ({ token: (await login(user)).accessToken }),
  validateSession: () => ({}),
  listSessions: () => ({ query: { limit: '10' } }),
  endSession: async ({ user }) => ({ path: { id: await createOtherSession(user) } }),
  getMe: () => ({}),
  updateMe: () => ({
    headers: { 'If-Match': '*' },
    bodies: [
      {
        displayName: 'Ada L.',
        unit: 'lb',
        distanceUnit: 'mi',
        timeZone: 'America/Chicago',
        dayStartHour: 3,
        weekStart: 'sunday',
        birthYear: 1990,
        sex: 'female',
        experience: 'advanced',
        goal: 'strength',
        workoutsPerWeek: 4,
        bodyweightGoal: 'lose',
        competitionDay: '2026-12-12',
        equipment: ['barbell', 'dumbbell'],
        plates: [{ weight: { value: 20, unit: 'kg' }, pairs: 2 }],
      },
      {},
    ],
  }),
  deleteMe: async ({ app }) => ({
    token: (await app.register()).token,
    headers: { 'If-Match': '*', 'X-Current-Password': encodeURIComponent(password) },
  }),
  changePassword: async ({ app }) => ({
    token: (await app.register()).token,
    bodies: [{ currentPassword: password, newPassword: 'nine marble kettles sing', device: "Ada's phone" }],
  }),
  exportMe: () => ({}),
  listMuscles: () => ({}),
  listExercises: () => ({
    query: {
      q: 'press',
      muscle: 'chest',
      minEngagement: '20',
      equipment: 'barbell',
      category: 'push',
      pattern: 'horizontal_push',
      mechanic: 'compound',
      difficulty: 'intermediate',
      source: 'builtin',
      sort: 'engagement',
      limit: '10',
    },
  }),
  createExercise: () => ({ bodies: [exerciseBody()] }),
  getExercise: async ({ user }) => ({ path: { id: await createExercise(user) } }),
  replaceExercise: async ({ user }) => {
    const id = await createExercise(user)
    return { path: { id }, headers: { 'If-Match': '*' }, bodies: [exerciseBody(id)] }
  },
  deleteExercise: async ({ user }) => ({
    path: { id: await createExercise(user) },
    headers: { 'If-Match': '*' },
  }),
  restoreExercise: async ({ user }) => {
    const id = await createExercise(user)
    await user.send('DELETE', `/api/exercises/${id}`, { headers: { 'If-Match': '*' } })
    return { path: { id } }
  },
  listWorkouts: () => ({
    query: {
      ...range,
      exerciseId: 'barbell-bench-press',
      q: 'push',
      status: 'completed',
      unit: 'lb',
      limit: '10',
    },
  }),
  createWorkout: () => ({ bodies: [workoutBody()] }),
  getWorkout: async ({ user }) => ({ path: { id: await createWorkout(user) }, query: { unit: 'lb' } }),
  replaceWorkout: async ({ user }) => {
    const id = await createWorkout(user)
    return { path: { id }, headers: { 'If-Match': '*' }, bodies: [workoutBody(id)] }
  },
  deleteWorkout: async ({ user }) => ({
    path: { id: await createWorkout(user) },
    headers: { 'If-Match': '*' },
  }),
  listWorkoutRevisions: async ({ user }) => ({
    path: { id: await createChangedWorkout(user) },
    query: { limit: '10' },
  }),
  restoreWorkout: async ({ user }) => ({
    path: { id: await createChangedWorkout(user) },
    bodies: [{ revision: 1 }, {}],
  }),
  listMeasurements: () => ({ query: { ...range, kind: 'bodyweight', limit: '10' } }),
  createMeasurement: () => ({ bodies: measurementBodies() }),
  getMeasurement: async ({ user }) => ({ path: { id: await createMeasurement(user) } }),
  replaceMeasurement: async ({ user }) => {
    const id = await createMeasurement(user)
    return { path: { id }, headers: { 'If-Match': '*' }, bodies: measurementBodies(id) }
  },
  deleteMeasurement: async ({ user }) => ({
    path: { id: await createMeasurement(user) },
    headers: { 'If-Match': '*' },
  }),
  restoreMeasurement: async ({ user }) => {
    const id = await createMeasurement(user)
    await user.send('DELETE', `/api/measurements/${id}`, { headers: { 'If-Match': '*' } })
    return { path: { id } }
  },
  createImport: () => ({ bodies: [importBody()] }),
  getImport: async (caller) => ({ path: { id: await createImport(caller) } }),
  undoImport: async (caller) => ({ path: { id: await createImport(caller) } }),
  commitImport: async (caller) => ({
    path: { id: await createImport(caller) },
    bodies: [
      {
        mappings: [
          { name: 'Sample Lift', exerciseId: 'barbell-bench-press' },
          {
            name: 'Another Lift',
            newExercise: {
              name: 'Another Lift',
              category: 'push',
              equipment: 'barbell',
              tracking: 'weight_reps',
              unilateral: true,
            },
          },
        ],
        unit: 'lb',
        accept: [],
      },
      {},
    ],
  }),
  exportWorkouts: () => ({ query: { format: 'strong', unit: 'lb' } }),
  getVolume: () => ({ query: { ...range, bucket: 'month', muscle: 'chest', unit: 'lb' } }),
  getProgress: () => ({
    query: { ...range, exerciseId: 'barbell-bench-press', formula: 'brzycki', unit: 'lb' },
  }),
  getRecords: () => ({
    query: {
      ...range,
      exerciseId: 'barbell-bench-press',
      kind: 'heaviest_weight',
      formula: 'brzycki',
      unit: 'lb',
      limit: '10',
    },
  }),
  getFatigue: () => ({ query: { at: '2026-06-30T18:00:00.000Z' } }),
  reportSoreness: () => ({
    path: { muscle: 'quads' },
    bodies: [{ soreness: 6.5, at: '2026-06-30T18:00:00.000Z' }],
  }),
  deleteSoreness: async ({ user }) => {
    const at = new Date(Date.parse('2026-06-01T06:00:00Z') + ++created * 1000).toISOString()
    const path = '/api/analytics/fatigue/quads'
    const { status } = await user.send('PUT', path, { body: { soreness: 4, at } })
    if (status !== 200) throw new Error(`${path} returned ${status}`)
    return { path: { muscle: 'quads' }, query: { at } }
  },
  listSoreness: async ({ user }) => {
    const muscle = muscles[++created % muscles.length]
    const body = { soreness: 4, at: '2026-06-01T06:00:00Z' }
    const { status } = await user.send('PUT', `/api/analytics/fatigue/${muscle}`, { body })
    if (status !== 200) throw new Error(`reporting soreness returned ${status}`)
    return { query: { ...range, limit: '10' } }
  },
  getSummary: () => ({ query: { unit: 'lb' } }),
  getCalendar: () => ({ query: { ...range, unit: 'lb' } }),
  getTrainingLoad: () => ({ query: range }),
  getStrength: () => ({ query: { ...range, formula: 'brzycki', unit: 'lb' } }),
  getLandmarks: () => ({}),
  replaceLandmarks: () => ({
    headers: { 'If-Match': '*' },
    bodies: [
      { items: [{ muscle: 'chest', mv: 6, mev: 8, mav: { min: 10, max: (++created % 90) + 10 }, mrv: 100 }] },
    ],
  }),
  simulateWorkout: () => ({ query: { unit: 'lb' }, bodies: [workoutBody()] }),
  getProgression: () => ({
    query: {
      exerciseId: 'barbell-bench-press',
      at: '2026-06-30T18:00:00.000Z',
      formula: 'brzycki',
      unit: 'lb',
    },
  }),
  recommendWorkout: () => ({
    query: { unit: 'lb' },
    bodies: [
      {
        minutes: 60,
        at: '2026-06-30T18:00:00.000Z',
        equipment: ['barbell', 'dumbbell'],
        focus: ['chest'],
        avoid: ['lower_back'],
        energy: 4,
        exclude: ['barbell-deadlift'],
      },
    ],
  }),
  listProgressions: async ({ user }) => {
    await chooseProgression(user)
    return { query: { limit: '10' } }
  },
  getExerciseProgression: async ({ user }) => ({ path: { id: await createExercise(user) } }),
  chooseProgression: async ({ user }) => ({
    path: { id: await createExercise(user) },
    headers: { 'If-Match': '*' },
    bodies: progressionBodies(),
  }),
  resetProgression: async ({ user }) => {
    const id = await chooseProgression(user)
    return { path: { id }, headers: { 'If-Match': '*' } }
  },
  listPrograms: () => ({ query: { source: 'custom', sessionsPerWeek: '3', limit: '10' } }),
  createProgram: () => ({ bodies: programBodies() }),
  getProgram: async ({ user }) => ({ path: { id: await createProgram(user) }, query: { revision: '1' } }),
  replaceProgram: async ({ user }) => {
    const id = await createProgram(user)
    return { path: { id }, headers: { 'If-Match': '*' }, bodies: programBodies(id) }
  },
  deleteProgram: async ({ user }) => ({
    path: { id: await createProgram(user) },
    headers: { 'If-Match': '*' },
  }),
  previewProgram: () => {
    const [program, other] = programBodies()
    const lifts = [{ lift: 'squat', base: { value: 100, unit: 'kg' as const } }]
    return {
      query: { unit: 'lb' },
      bodies: [{ program, lifts, cycles: 2 }, { program: other ?? program }],
    }
  },
  planProgram: () => ({
    query: { unit: 'lb' },
    bodies: [
      { goal: 'hypertrophy', sessionsPerWeek: 4, minutes: 75, favor: ['chest'] },
      {
        goal: 'strength',
        sessionsPerWeek: 1,
        minutes: 15,
        weeks: 4,
        experience: 'advanced',
        equipment: ['barbell'],
        exclude: ['barbell-row'],
      },
      { goal: 'general', sessionsPerWeek: 6, minutes: 30, experience: 'beginner' },
    ],
  }),
  convertProgram: () => ({
    bodies: [
      {
        text: JSON.stringify({ title: 'Push', exercises: [{ title: 'Press', sets: [{ reps: 5 }] }] }),
        mappings: [{ name: 'Press', exerciseId: 'barbell-overhead-press' }],
      },
      { text: JSON.stringify(programBodies()[0]) },
    ],
  }),
  createProgramFromWorkout: async ({ user }) => ({
    bodies: [{ workoutId: await createWorkout(user), name: 'Push A' }],
  }),
  listRuns: () => ({ query: { limit: '10' } }),
  createRun: () => ({ bodies: [runBody()] }),
  getRun: async ({ user }) => ({ path: { id: await createRun(user) }, query: { unit: 'lb' } }),
  replaceRun: async ({ user }) => {
    const id = await createRun(user)
    return { path: { id }, headers: { 'If-Match': '*' }, bodies: [runBody(id)] }
  },
  deleteRun: async ({ user }) => ({ path: { id: await createRun(user) }, headers: { 'If-Match': '*' } }),
  decideRun: async ({ user }) => ({ path: { id: await createRun(user) }, bodies: decisionBodies() }),
  getNextWorkout: async ({ user }) => ({
    path: { id: await createRun(user) },
    query: { week: 'w2', day: 'squat', unit: 'lb' },
  }),
  startRunWorkout: async ({ user }) => ({
    path: { id: await createRun(user) },
    bodies: [{ id: Bun.randomUUIDv7(), startedAt: '2026-03-02T17:00:00.000Z', week: 'w1', day: 'press' }, {}],
  }),
  getAdherence: async ({ user }) => ({ path: { id: await createRun(user) } }),
  pullChanges: () => ({ query: { limit: '10' } }),
  pushMutations: async ({ user }) => ({ bodies: pushBodies(await epochOf(user)) }),
  streamEvents: () => ({ headers: { 'Last-Event-ID': '0' } }),
  getLiveness: () => ({}),
  getReadiness: () => ({}),
  getMetrics: () => ({}),
  getContractYaml: () => ({}),
  getContractJson: () => ({}),
  getRoot: () => ({}),
  getServiceWorker: () => ({}),
  getAppAsset: async () => ({ path: { asset: [...(await appBundle()).files.keys()][0] ?? '' } }),
  getResetPage: () => ({}),
  resetPassword: async ({ app }) => {
    const { email } = await app.register()
    return { bodies: [{ token: await createResetToken(app, email), newPassword: password }] }
  },
  getReference: () => ({}),
  getReferenceAsset: () => ({ path: { asset: 'swagger-ui-bundle.js' } }),
}
