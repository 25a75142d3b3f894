import type { Schemas } from '#generated/types.ts'
import type { TestUser } from '#tests/support/user.ts'
import { squatProgram } from '../programs/sample.ts'

type Program = Schemas['ProgramInput']

/** Returns the reps that a lifter does in a set. */
export type RepsOfSet = (set: Schemas['WorkoutSet'], slot: string | undefined) => number

const fewestReps: RepsOfSet = ({ target }) => target?.reps?.min ?? 1

/** A run of a user, through the API. */
export class HttpRun {
  readonly user: TestUser
  readonly id: string

  private constructor(user: TestUser, id: string) {
    this.user = user
    this.id = id
  }

  /** Stores a program, by default the sample, and starts a run of it, by default at 100 kg. */
  static async createWithProgram(
    user: TestUser,
    {
      program = squatProgram(),
      lifts = squatAt(100),
    }: { program?: Program; lifts?: Schemas['LiftBase'][] } = {},
  ): Promise<HttpRun> {
    const { data } = await user.client.POST('/api/programs', { body: program })
    if (!data) throw new Error('the program was not stored')
    return HttpRun.create(user, { programId: data.id, programRevision: 1, lifts })
  }

  /** Creates a run. */
  static async create(user: TestUser, body: Schemas['RunInput']): Promise<HttpRun> {
    const { data, error } = await user.client.POST('/api/runs', { body })
    if (!data) throw new Error(`the run was not created: ${error.detail}`)
    return new HttpRun(user, data.id)
  }

  get params() {
    return { path: { id: this.id } }
  }

  async read(): Promise<Schemas['Run']> {
    const { data } = await this.user.client.GET('/api/runs/{id}', { params: this.params })
    if (!data) throw new Error("the run doesn't exist")
    return data
  }

  next(query: { week?: string; day?: string; unit?: Schemas['WeightUnit'] } = {}) {
    return this.user.client.GET('/api/runs/{id}/next', { params: { ...this.params, query } })
  }

  start(body: Schemas['StartInput'] = {}) {
    return this.user.client.POST('/api/runs/{id}/start', { params: this.params, body })
  }

  async setStatus(status: Schemas['RunStatus']): Promise<void> {
    const { programId, programRevision } = await this.read()
    await this.user.client.PUT('/api/runs/{id}', {
      params: { ...this.params, header: { 'If-Match': '*' } },
      body: { programId, programRevision, status },
    })
  }

  /** Starts the next workout, and finishes it after an hour. Resolves to the workout. */
  async train(startedAt: string, repsOf: RepsOfSet = fewestReps): Promise<Schemas['Workout']> {
    const { data: workout, error } = await this.start({ startedAt })
    if (!workout) throw new Error(`the workout was not started: ${error?.detail}`)
    return this.finish(workout, repsOf)
  }

  /** Saves a started workout with completed sets. Resolves to the workout. */
  async finish(workout: Schemas['Workout'], repsOf: RepsOfSet = fewestReps): Promise<Schemas['Workout']> {
    const { totals: _, revision: __, createdAt: ___, updatedAt: ____, ...input } = workout
    const { data, error } = await this.user.client.PUT('/api/workouts/{id}', {
      params: { path: { id: workout.id }, header: { 'If-Match': '*' } },
      body: {
        ...input,
        endedAt: new Date(Date.parse(workout.startedAt) + 3_600_000).toISOString(),
        exercises: workout.exercises.map((exercise) => ({
          ...exercise,
          sets: exercise.sets.map((set) => ({ ...set, reps: repsOf(set, exercise.slot) })),
        })),
      },
    })
    if (!data) throw new Error(`the workout was not saved: ${error.detail}`)
    return data
  }
}

/** The base of the squat, in kilograms. */
export function squatAt(value: number): Schemas['LiftBase'][] {
  return [{ lift: 'squat', base: { value, unit: 'kg' } }]
}
