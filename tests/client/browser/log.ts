import {
  createReplog,
  indexedDbStore,
  localStorageStore,
  StorageFullError,
  type WorkoutToPut,
} from '#client/index.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

/** What the page shows of the log: its status, and the sets of the current workout. */
export interface LogView {
  /** The state, the numbers of pending writes and dead letters, and the storage problem or `ok`. */
  readonly status: string
  /** The number of workouts. */
  readonly workouts: number
  readonly sets: readonly { readonly id: string; readonly reps: number | undefined }[]
}

/** The log as a frontend would use it, in a window or in a worker. */
export interface Log {
  register(credentials: Credentials): Promise<unknown>
  logIn(credentials: Credentials): Promise<unknown>
  /**
   * Adds a set to the current workout, and creates the workout if there is none. Resolves to the set's id
   * once it is saved.
   */
  logSet(): Promise<string>
}

/** The reason that a set was not saved: `full`, or the error. */
export function reasonOf(error: unknown): string {
  return error instanceof StorageFullError ? 'full' : String(error)
}

/**
 * Opens the log of this device.
 *
 * @param search `?api=` names the server and `?storage=` the storage of the device. With `?auto=off` the log doesn't
 * sync by itself, and with `?guest=on` it needs no account.
 * @param show called with the contents of the page, now and after each change
 */
export async function openLog(search: string, show: (log: LogView) => void): Promise<Log> {
  const parameters = new URLSearchParams(search)
  const storage = parameters.get('storage') === 'IndexedDB' ? indexedDbStore() : localStorageStore()
  const auto = parameters.get('auto') !== 'off'
  const guest = parameters.get('guest') === 'on'
  const replog = await createReplog({ baseUrl: parameters.get('api') ?? '', storage, auto, guest })

  /** The current workout: the first one that hasn't ended. */
  const current = () => replog.workouts.list().find(({ endedAt }) => endedAt === undefined)
  const render = () => {
    const { state, pending, deadLetters, storage: problem } = replog.status
    show({
      status: [state, pending, deadLetters, problem ?? 'ok'].join(' '),
      workouts: replog.workouts.list().length,
      sets: (current()?.exercises ?? []).flatMap(({ sets }) => sets).map(({ id, reps }) => ({ id, reps })),
    })
  }
  replog.subscribe(render)
  render()
  // Sets are logged one after another, so that each is added to the workout that the previous one saved.
  let logging: Promise<unknown> = Promise.resolve()

  return {
    register: replog.register,
    logIn: replog.logIn,
    logSet() {
      const logged = logging.then(async () => {
        const id = crypto.randomUUID()
        const set = { id, type: 'normal', weight: { value: 100, unit: 'kg' }, reps: 5 } as const
        const workout: WorkoutToPut = current() ?? {
          startedAt: new Date().toISOString(),
          exercises: [{ exerciseId: 'barbell-bench-press', sets: [] }],
        }
        const exercises = workout.exercises.map((exercise) => ({
          ...exercise,
          sets: [...exercise.sets, set],
        }))
        await replog.workouts.put({ ...workout, exercises })
        return id
      })
      logging = logged.catch(() => {})
      return logged
    },
  }
}
