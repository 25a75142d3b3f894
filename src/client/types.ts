import type { ReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'

/** The kinds of resources that are kept on the device. */
export type Resource = 'workout' | 'exercise' | 'measurement' | 'program' | 'run'

/** Who is signed in. */
export type User = Schemas['User']

/** An error as the server words it. */
export type Problem = Schemas['Problem']

/** Distributes over unions, so that they keep their alternatives when members become optional. */
type Optional<Value, Members extends PropertyKey> = Value extends unknown
  ? Omit<Value, Members> & Partial<Pick<Value, Members & keyof Value>>
  : never

type ServerFields = 'revision' | 'createdAt' | 'updatedAt'

/**
 * A workout as the device knows it, including changes that are waiting to be sent. `totals` are present if
 * nothing is waiting. `revision` is that of the server's state that this one builds on, or 0 if the server
 * has never seen it. Frozen.
 */
export type LocalWorkout = Optional<Schemas['Workout'], ServerFields | 'totals'>
/**
 * A custom exercise as the device knows it. `source` and the roles of the muscles are present if nothing is
 * waiting (`engagementRole` of `replog/training` computes the roles in any case). If it has `deletedAt`, it
 * is deleted and kept only for the workouts that refer to it. Frozen.
 */
export type LocalExercise = Omit<Optional<Schemas['Exercise'], ServerFields | 'source'>, 'engagement'> & {
  engagement: (Schemas['EngagementInput'] & Partial<Schemas['Engagement']>)[]
}
/** A measurement as the device knows it. Frozen. */
export type LocalMeasurement = Optional<Schemas['Measurement'], ServerFields>
/** A program of the user's own as the device knows it. If it has `deletedAt`, it is kept for its runs. Frozen. */
export type LocalProgram = Optional<Schemas['Program'], ServerFields | 'source'>
/** A run as the device knows it: `foldRun` of `replog/training` gives its state. Frozen. */
export type LocalRun = Optional<Schemas['SyncedRun'], ServerFields>

/**
 * The fields of a resource that only the server sets: allowed in what is put, so that what was read can be
 * put again, but not sent.
 */
type Echoed<Local, Input> = Input extends unknown
  ? Input & Partial<Pick<Local & Record<never, never>, Exclude<keyof Local, keyof Input>>>
  : never

/** A workout to keep. Missing ids are generated: that of the workout, of each exercise and of each set. */
export type WorkoutToPut = Echoed<LocalWorkout, Schemas['WorkoutInput']>
/** An exercise to keep. */
export type ExerciseToPut = Echoed<LocalExercise, Schemas['ExerciseInput']>
/** A measurement to keep. */
export type MeasurementToPut = Echoed<LocalMeasurement, Schemas['MeasurementInput']>

/** A program to keep. */
export type ProgramToPut = Echoed<LocalProgram, Schemas['ProgramInput']>
/** A run to keep. Decisions are only ever added: those that are left out stay. */
export type RunToPut = Echoed<LocalRun, Schemas['RunInput']>

/**
 * The resources of one kind. Reads return from the device at once; writes are stored on it and sent when
 * there is a network.
 */
export interface Collection<Local, ToPut> {
  /**
   * The resource with everything that was put, or undefined if it is unknown or deleted. (A deleted exercise
   * or program is returned with `deletedAt`.)
   */
  get(id: string): Local | undefined
  /**
   * All that are not deleted, or the first `limit` of them: workouts, measurements and runs newest first,
   * exercises and programs by name. It is the same object until something in it changes.
   */
  list(options?: { readonly limit?: number }): readonly Local[]
  /**
   * Keeps a resource, replacing its previous state. Resolves to it, including its ids, once it is stored. If
   * it was read, changed and put again, it is merged with what came from other devices and tabs meanwhile:
   * leave its `revision` and `updatedAt` in place.
   *
   * @throws StorageFullError if the device has no room: nothing was written
   * @throws SignedOutError if nobody is signed in
   */
  put(input: ToPut): Promise<Local>
  /**
   * Deletes a resource. Resolves once that is stored, even if there is no such resource. Throws as `put`
   * does.
   */
  delete(id: string): Promise<void>
}

/**
 * A write that the server refused. It stays on the device, and reads show it, until it is corrected or
 * discarded.
 */
export interface DeadLetter {
  readonly id: string
  readonly resource: Resource
  /** The id of the workout, exercise or measurement. */
  readonly resourceId: string
  readonly op: 'put' | 'delete'
  /** What was to be put, as `put` takes it. */
  readonly value?: unknown
  /** Why it was refused. Absent if it only waits for another dead letter. */
  readonly problem?: Problem | undefined
  /** The dead letter of an exercise that this write needs. Retrying that one retries this one too. */
  readonly dependsOn?: string | undefined
}

/** What to do about refused writes. Both methods throw as `put` does. */
export interface DeadLetters {
  list(): readonly DeadLetter[]
  /**
   * Sends it again, as it was or corrected, together with those that depend on it. Reading the resource and
   * putting it corrected does the same.
   */
  retry(
    id: string,
    fixedInput?: WorkoutToPut | ExerciseToPut | MeasurementToPut | ProgramToPut | RunToPut,
  ): Promise<void>
  /** Discards the write: reads then show what the server has. */
  discard(id: string): Promise<void>
}

/** What went wrong with the device's storage. */
export type StorageProblem =
  /** There was no room for the last write. */
  | 'full'
  /**
   * The browser has wiped the storage or can't read it any more, as when the disk is full. All of it is still
   * in this page's memory, and the sync goes on; it is written back as soon as that works. Until then new
   * writes are refused, and closing the page loses what has not been sent.
   */
  | 'lost'
  /**
   * Something stored could not be read. It is kept in `replog.salvaged`; the rest is used, and what is
   * missing is pulled again.
   */
  | 'corrupt'

/** What a frontend can show about the sync. */
export interface ReplogStatus {
  /**
   * - `signed_out`: nobody is signed in
   * - `guest`: nobody is signed in, and what is logged is kept on this device alone, to be sent after
   * registering or signing in
   * - `sign_in_needed`: the session has ended; everything is kept, and sent after the next login
   * - `offline`: the server has not been reached yet, or could not be reached last time; it will be tried
   * again
   * - `syncing`: a sync is in progress
   * - `synced`: nothing is waiting, and no newer change is known
   */
  readonly state: 'signed_out' | 'guest' | 'sign_in_needed' | 'offline' | 'syncing' | 'synced'
  /** Writes that are waiting to be sent. */
  readonly pending: number
  /** Writes that were refused. */
  readonly deadLetters: number
  readonly storage?: StorageProblem
}

/**
 * Text kept by key: what the library needs from a device. `localStorageStore()` and `indexedDbStore()` create
 * one.
 */
export interface ReplogStorage {
  /** Distinguishes storages of the same origin; the names of locks and channels contain it too. */
  readonly name: string
  /** The text of a key. */
  read(key: string): Promise<string | undefined>
  /** Every entry whose key starts with this prefix. */
  load(prefix: string): Promise<ReadonlyMap<string, string>>
  /**
   * Sets each key to its text, or removes it if there is none: all or nothing, even if the page dies halfway.
   *
   * @throws StorageFullError
   */
  write(changes: ReadonlyMap<string, string | undefined>): Promise<void>
  /** Set by the library. To be called when what is stored may be gone, for lack of room or by a failure. */
  onclose?: (() => void) | undefined
}

/** What is needed of Web Locks (`navigator.locks`). */
export interface Locks {
  /**
   * Runs `work` while nobody else holds the lock with this name. Rejects if `signal` is aborted during the
   * wait.
   */
  request<Result>(
    name: string,
    options: { readonly signal?: AbortSignal | undefined },
    work: () => Promise<Result>,
  ): Promise<Result>
}

/** What is needed of a `BroadcastChannel`. */
export interface Channel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => unknown) | null
  close(): void
}

/** Something that happened around the page. */
export type Signal = 'online' | 'offline' | 'visibilitychange' | 'storage'

/**
 * What the library takes from its surroundings. Each member defaults to the browser's; tests supply their
 * own.
 */
export interface Environment {
  readonly fetch: (request: Request) => Promise<Response>
  /** Whole milliseconds since 1970 by the device's clock, which may be wrong. */
  readonly now: () => number
  /** A random number from 0 to below 1. */
  readonly random: () => number
  /** Runs something after a delay in milliseconds. Returns a function that cancels it. */
  readonly after: (delay: number, run: () => void) => () => void
  /** `navigator.locks`. Without it, as on pages without TLS, leases in the storage are used instead. */
  readonly locks: Locks | undefined
  readonly openChannel: (name: string) => Channel | undefined
  /**
   * Listens to `online`, `offline`, `visibilitychange` and `storage`. Returns a function that stops
   * listening.
   */
  readonly listen: (listener: (signal: Signal) => void) => () => void
}

/** How to create a Replog. */
export interface ReplogOptions extends Partial<Environment> {
  /** Without `/api`, such as `https://replog.example`. */
  readonly baseUrl: string
  /**
   * Defaults to `localStorageStore()`. `indexedDbStore()` also works in workers, and keeps the last minutes
   * of writes, which `localStorage` loses if the browser is killed.
   */
  readonly storage?: ReplogStorage
  /** Whether it syncs by itself, which is the default, or only when `sync()` is called. */
  readonly auto?: boolean
  /**
   * Whether one can log without an account, and without a network. `register` and `logIn` then move what the
   * guest has logged to the account, all of it in one write.
   */
  readonly guest?: boolean
}

/** The training log on this device, kept in step with the server. */
export interface Replog {
  /** Who is signed in, even if there is no network. Undefined for a guest. */
  readonly user: User | undefined
  /**
   * The typed client with the session's token, for everything that isn't kept on the device: analytics, the
   * catalogue, …
   */
  readonly client: ReplogClient
  readonly workouts: Collection<LocalWorkout, WorkoutToPut>
  /** The user's own exercises. */
  readonly exercises: Collection<LocalExercise, ExerciseToPut>
  readonly measurements: Collection<LocalMeasurement, MeasurementToPut>
  /** The user's own; those of the catalogue are read from the server. */
  readonly programs: Collection<LocalProgram, ProgramToPut>
  readonly runs: Collection<LocalRun, RunToPut>
  readonly deadLetters: DeadLetters
  readonly status: ReplogStatus
  /** Stored text that could not be read, by its key: nothing is thrown away. */
  readonly salvaged: ReadonlyMap<string, string>
  /**
   * Creates an account and signs in. What a guest has logged on this device is moved to the account.
   *
   * @throws ProblemError, what `fetch` throws, or StorageFullError
   */
  register(registration: Schemas['Registration']): Promise<User>
  /**
   * Signs in. What another user has not sent yet stays on the device, hidden, until they sign in again; what
   * a guest has logged on it is moved to the account.
   *
   * @throws ProblemError, what `fetch` throws, or StorageFullError
   */
  logIn(credentials: Schemas['Credentials']): Promise<User>
  /**
   * Ends the session and removes the user's data from the device.
   *
   * @throws UnsentChangesError if anything is waiting to be sent or was refused, unless `discard` is set
   */
  logOut(options?: { readonly discard?: boolean }): Promise<void>
  /**
   * The ids of the users whose data this device keeps: the one who is signed in, others who have unsent
   * changes or have not logged out, and accounts that were deleted.
   */
  keptUsers(): Promise<readonly string[]>
  /**
   * Removes a user's data from the device, without asking the server, as after the deletion of an account. If
   * they are signed in, that ends.
   *
   * @throws UnsentChangesError as `logOut` does
   */
  forget(userId: string, options?: { readonly discard?: boolean }): Promise<void>
  /**
   * Sends what is waiting and fetches what is new, now. Resolves to the status when that is done or has
   * failed.
   */
  sync(): Promise<ReplogStatus>
  /**
   * Calls the listener after each change of the data or the status, including changes made in other tabs. Until
   * something has changed, `list()`, `get()` and `status` return the same objects. Returns a function that
   * unsubscribes.
   *
   * @param listener gets the ids of the resources that may look different now; none if only the status does
   */
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void
  /** Stops everything. What is stored stays. */
  close(): Promise<void>
}
