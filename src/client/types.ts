import type { ReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'

/** The kinds of resources that are stored on the device. */
export type Resource = Schemas['SyncMutation']['resource']

/** A user of Replog. */
export type User = Schemas['User']

/** The server's description of an error. */
export type Problem = Schemas['Problem']

/** Distributes over unions, so that they keep their alternatives when members become optional. */
type Optional<Value, Members extends PropertyKey> = Value extends unknown
  ? Omit<Value, Members> & Partial<Pick<Value, Members & keyof Value>>
  : never

type ServerFields = 'revision' | 'createdAt' | 'updatedAt'

/**
 * A workout as the device knows it, including unsent changes. `totals` are present only without unsent changes.
 * `revision` is the revision of the server's state that it builds on, or 0 if the server has never seen the workout.
 * Frozen.
 */
export type LocalWorkout = Optional<Schemas['Workout'], ServerFields | 'totals'>
/**
 * A custom exercise as the device knows it. `source` and the roles of the muscles are present only without unsent
 * changes (`engagementRole` of `replog/training` computes the roles in any case). If it has `deletedAt`, it is deleted
 * and kept only for the workouts that refer to it. Frozen.
 */
export type LocalExercise = Omit<Optional<Schemas['Exercise'], ServerFields | 'source'>, 'engagement'> & {
  engagement: (Schemas['EngagementInput'] & Partial<Schemas['Engagement']>)[]
}
/** A measurement as the device knows it. Frozen. */
export type LocalMeasurement = Optional<Schemas['Measurement'], ServerFields>
/** A program of the user's own as the device knows it. If it has `deletedAt`, it is kept for its runs. Frozen. */
export type LocalProgram = Optional<Schemas['Program'], ServerFields | 'source'>
/** A run as the device knows it; `foldRun` of `replog/training` computes its state. Frozen. */
export type LocalRun = Optional<Schemas['SyncedRun'], ServerFields>

/**
 * An input that may also contain the fields that only the server sets, so that a resource can be read, changed and put
 * again. These fields aren't sent.
 */
type Echoed<Local, Input> = Input extends unknown
  ? Input & Partial<Pick<Local & Record<never, never>, Exclude<keyof Local, keyof Input>>>
  : never

/** A workout to store. Missing ids of the workout, its exercises and sets are generated. */
export type WorkoutToPut = Echoed<LocalWorkout, Schemas['WorkoutInput']>
/** An exercise to store. */
export type ExerciseToPut = Echoed<LocalExercise, Schemas['ExerciseInput']>
/** A measurement to store. */
export type MeasurementToPut = Echoed<LocalMeasurement, Schemas['MeasurementInput']>

/** A program to store. */
export type ProgramToPut = Echoed<LocalProgram, Schemas['ProgramInput']>
/** A run to store. Decisions are only ever added: omitted ones stay. */
export type RunToPut = Echoed<LocalRun, Schemas['RunInput']>

/**
 * The resources of one kind. Reads return from the device immediately; writes are stored on it and sent when there
 * is a network.
 */
export interface Collection<Local, ToPut> {
  /**
   * The resource with all local changes, or undefined if it is unknown or deleted. (A deleted exercise or program is
   * returned with `deletedAt`.)
   */
  get(id: string): Local | undefined
  /**
   * All resources that are not deleted, or the first `limit`: workouts, measurements and runs newest first, exercises
   * and programs by name. The list is the same object until something in it changes.
   */
  list(options?: { readonly limit?: number }): readonly Local[]
  /**
   * Stores a resource, replacing its previous state. Resolves to it, including its ids, once it is stored. A resource
   * that was read, changed and put again is merged with changes that other devices and tabs made in the meantime: leave
   * its `revision` and `updatedAt` in place.
   *
   * @throws StorageFullError if the device is full: nothing was written
   * @throws LoggedOutError if nobody is logged in
   */
  put(input: ToPut): Promise<Local>
  /**
   * Deletes a resource. Resolves once the deletion is stored, even if there is no such resource. Throws as `put` does.
   */
  delete(id: string): Promise<void>
}

/**
 * A write that the server rejected. It stays on the device, and reads show it, until it is corrected or
 * discarded.
 */
export interface DeadLetter {
  readonly id: string
  readonly resource: Resource
  /** The id of the resource. */
  readonly resourceId: string
  readonly op: 'put' | 'delete'
  /** The input of the rejected `put`. */
  readonly value?: unknown
  /**
   * Why it was rejected; pointers lead into `value`. Absent if it only depends on another dead letter.
   */
  readonly problem?: Problem | undefined
  /**
   * The id of the dead letter that creates an exercise or a program that this write needs, or renames the exercise that
   * has the name of the new one. Retrying that dead letter retries this write, too.
   */
  readonly dependsOn?: string | undefined
}

/** The rejected writes. `retry` and `discard` throw as `put` does. */
export interface DeadLetters {
  list(): readonly DeadLetter[]
  /**
   * Sends the write again, unchanged or corrected, together with the writes that depend on it. Putting the corrected
   * resource does the same.
   */
  retry(
    id: string,
    fixedInput?: WorkoutToPut | ExerciseToPut | MeasurementToPut | ProgramToPut | RunToPut,
  ): Promise<void>
  /**
   * Discards the write: reads then show what the server has. Writes that depend on it are sent again, so that the
   * server says what they lack.
   */
  discard(id: string): Promise<void>
}

/** A problem with the device's storage. */
export type StorageProblem =
  /** The last write could not be stored, for lack of room or because the storage failed. */
  | 'full'
  /**
   * The browser has wiped the storage or can't read it anymore, for example because the disk is full. Everything is
   * still in this page's memory, and the sync continues; it is written back as soon as possible. Until then, new writes
   * are rejected, and closing the page loses unsent changes.
   */
  | 'lost'
  /**
   * Part of the storage could not be read. It is kept in `replog.salvaged`; the rest is used, and missing data is
   * pulled again.
   */
  | 'corrupt'

/** The state of the sync, for a frontend to show. */
export interface ReplogStatus {
  /**
   * - `logged_out`: nobody is logged in
   * - `guest`: nobody is logged in, and the log is stored only on this device, to be sent after registering or logging
   *   in
   * - `login_needed`: the session has ended; everything is kept, and sent after the next login
   * - `offline`: nothing has been synced yet, the last sync failed, or the network is gone; without automatic syncs,
   *   which try again by themselves, also while writes wait for `sync()`
   * - `syncing`: a sync is in progress or about to start
   * - `synced`: nothing is waiting, and no newer change is known
   */
  readonly state: 'logged_out' | 'guest' | 'login_needed' | 'offline' | 'syncing' | 'synced'
  /** Writes that are waiting to be sent. */
  readonly pending: number
  /** Writes that were rejected. */
  readonly deadLetters: number
  readonly storage?: StorageProblem
}

/**
 * A store of text by key, the only thing the library needs from a device. `localStorageStore()` and `indexedDbStore()`
 * create one.
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
  /** Set by the library. Call it when stored data may be gone, by eviction or a failure. */
  onclose?: (() => void) | undefined
}

/** The part of Web Locks (`navigator.locks`) that the library uses. */
export interface Locks {
  /**
   * Runs `work` while nobody else holds the lock with this name. Rejects if `signal` is aborted during the wait.
   */
  request<Result>(
    name: string,
    options: { readonly signal?: AbortSignal | undefined },
    work: () => Promise<Result>,
  ): Promise<Result>
}

/** The part of `BroadcastChannel` that the library uses. */
export interface Channel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => unknown) | null
  close(): void
}

/** An event of the page that the library listens to. */
export type Signal = 'online' | 'offline' | 'visibilitychange' | 'storage'

/**
 * The library's dependencies on its environment. Each member defaults to the browser's; tests supply their own.
 */
export interface Environment {
  readonly fetch: (request: Request) => Promise<Response>
  /** Whole milliseconds since 1970 by the device's clock, which may be wrong. */
  readonly now: () => number
  /** A random number, at least 0 and below 1. */
  readonly random: () => number
  /** Runs something after a delay in milliseconds. Returns a function that cancels it. */
  readonly after: (delay: number, run: () => void) => () => void
  /** `navigator.locks`. Without it, as on pages without TLS, leases in the storage are used instead. */
  readonly locks: Locks | undefined
  readonly openChannel: (name: string) => Channel | undefined
  /**
   * Listens to `online`, `offline`, `visibilitychange` and `storage`. Returns a function that stops listening.
   */
  readonly listen: (listener: (signal: Signal) => void) => () => void
}

/** The options of `createReplog`. */
export interface ReplogOptions extends Partial<Environment> {
  /** The URL of the server, without `/api`, such as `https://replog.example`. */
  readonly baseUrl: string
  /**
   * Defaults to `localStorageStore()`, which can lose the writes of the last few minutes if the browser is killed.
   * `indexedDbStore()` keeps them, and also works in workers.
   */
  readonly storage?: ReplogStorage
  /** Whether the log syncs automatically (the default), or only when `sync()` is called. */
  readonly auto?: boolean
  /** How long an automatic sync waits after a change, in milliseconds; by default not at all. */
  readonly syncDelay?: number
  /**
   * Whether the log can be used without an account. `register` and `logIn` then move the guest's log to the account in
   * one write.
   */
  readonly guest?: boolean
}

/** The training log on this device, synced with the server. */
export interface Replog {
  /** The logged-in user, even without a network. Undefined for a guest. */
  readonly user: User | undefined
  /**
   * The typed client with the session's token, for everything that isn't stored on the device: analytics, the
   * catalogue, …
   */
  readonly client: ReplogClient
  readonly workouts: Collection<LocalWorkout, WorkoutToPut>
  /** The user's own exercises. */
  readonly exercises: Collection<LocalExercise, ExerciseToPut>
  readonly measurements: Collection<LocalMeasurement, MeasurementToPut>
  /** The user's own programs; for built-in ones, see `replog/client/programs`. */
  readonly programs: Collection<LocalProgram, ProgramToPut>
  readonly runs: Collection<LocalRun, RunToPut>
  readonly deadLetters: DeadLetters
  readonly status: ReplogStatus
  /** Stored text that could not be read, by its key; nothing is discarded. */
  readonly salvaged: ReadonlyMap<string, string>
  /**
   * Creates an account and logs in. A guest's log on this device is moved to the account.
   *
   * @throws ProblemError, what `fetch` throws, or StorageFullError
   */
  register(registration: Schemas['Registration']): Promise<User>
  /**
   * Logs in. Another user's unsent changes stay on the device, hidden, until that user logs in again; a guest's log is
   * moved to the account.
   *
   * @throws ProblemError, what `fetch` throws, or StorageFullError
   */
  logIn(credentials: Schemas['Credentials']): Promise<User>
  /**
   * Ends the session and removes the user's data from the device.
   *
   * @throws UnsentChangesError if anything is waiting to be sent or was rejected, unless `discard` is set
   */
  logOut(options?: { readonly discard?: boolean }): Promise<void>
  /**
   * The ids of the users whose data is on this device: the logged-in one, others who have unsent changes or haven't
   * logged out, and deleted accounts.
   */
  keptUsers(): Promise<readonly string[]>
  /**
   * Removes a user's data from the device without contacting the server, for example after the account was deleted.
   * Ends their session on this device.
   *
   * @throws UnsentChangesError as `logOut` does
   */
  forget(userId: string, options?: { readonly discard?: boolean }): Promise<void>
  /**
   * Sends and fetches changes now. Resolves to the status once the sync has succeeded or failed.
   */
  sync(): Promise<ReplogStatus>
  /**
   * Calls the listener after each change to the data or the status, including changes by other tabs. Until something
   * changes, `list()`, `get()` and `status` return the same objects. Returns a function that unsubscribes.
   *
   * @param listener receives the ids of the resources that may have changed; none if only the status did
   */
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void
  /** Stops all activity. Stored data stays. */
  close(): Promise<void>
}
