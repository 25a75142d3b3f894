import type { components } from '../../generated/types.ts'

type Words = components['schemas']

/** The kinds of resource that are kept on the device. */
export type Resource = 'workout' | 'exercise' | 'measurement'

/** Who is signed in. */
export type User = Words['User']

/** An error as the server words it. */
export type Problem = Words['Problem']

/** A union keeps its alternatives when members become optional. */
type Optional<Value, Members extends PropertyKey> = Value extends unknown
  ? Omit<Value, Members> & Partial<Pick<Value, Members & keyof Value>>
  : never

type ServerFields = 'revision' | 'createdAt' | 'updatedAt'

/**
 * A workout as the device knows it: with what waits to be sent. `totals` are there when nothing waits; `revision` is that
 * of the server's state that this one builds upon, and 0 on what the server has never seen. Frozen.
 */
export type LocalWorkout = Optional<Words['Workout'], ServerFields | 'totals'>
/**
 * An exercise of one's own as the device knows it. `source` and the roles of the muscles are there when nothing waits
 * (`engagementRole` of `replog/training` gives them anyway). With `deletedAt` it is deleted, and kept for the workouts that name it. Frozen.
 */
export type LocalExercise = Omit<Optional<Words['Exercise'], ServerFields | 'source'>, 'engagement'> & {
  engagement: (Words['EngagementInput'] & Partial<Words['Engagement']>)[]
}
/** A measurement as the device knows it. Frozen. */
export type LocalMeasurement = Optional<Words['Measurement'], ServerFields>

/** What the server alone says of a resource: allowed in what is put, so that what was read can be put again, and not sent. */
type Echoed<Local, Input> = Input extends unknown
  ? Input & Partial<Pick<Local & Record<never, never>, Exclude<keyof Local, keyof Input>>>
  : never

/** A workout to keep. Ids that are left out are made: that of the workout, of each exercise and of each set. */
export type WorkoutToPut = Echoed<LocalWorkout, Words['WorkoutInput']>
/** An exercise to keep. */
export type ExerciseToPut = Echoed<LocalExercise, Words['ExerciseInput']>
/** A measurement to keep. */
export type MeasurementToPut = Echoed<LocalMeasurement, Words['MeasurementInput']>

/** The resources of one kind. Reads answer from the device at once; writes are stored on it, and sent when there is a network. */
export interface Collection<Local, ToPut> {
  /** The resource with all that was put, or undefined: unknown or deleted. (A deleted exercise comes with `deletedAt`.) */
  get(id: string): Local | undefined
  /** All that are not deleted: workouts and measurements latest first, exercises by name. */
  list(): readonly Local[]
  /**
   * Keeps a resource, replacing what it was. Resolves with it, ids included, once it is stored. What was read, changed and put
   * again is merged with what came from other devices and other tabs meanwhile: keep its `revision` and `updatedAt`.
   *
   * @throws StorageFullError when the device has no room: nothing was written
   * @throws SignedOutError when nobody is signed in
   */
  put(input: ToPut): Promise<Local>
  /** Deletes a resource. Resolves once that is stored, also where there is none. Throws as `put` does. */
  delete(id: string): Promise<void>
}

/** A write that the server refused: it stays on the device, and is shown by reads, until it is put right or discarded. */
export interface DeadLetter {
  readonly id: string
  readonly resource: Resource
  /** Of the workout, exercise or measurement. */
  readonly resourceId: string
  readonly op: 'put' | 'delete'
  /** What was to be put, in the shape of `put`. */
  readonly value?: unknown
  /** Why. Absent where it only waits for another one. */
  readonly problem?: Problem | undefined
  /** The dead letter of an exercise that this write needs. It is tried again with it. */
  readonly dependsOn?: string | undefined
}

/** What to do about writes that were refused. */
export interface DeadLetters {
  list(): readonly DeadLetter[]
  /** Sends it again, as it was or put right, and those that depend on it. Putting what is read of the resource, put right, does the same. */
  retry(id: string, fixedInput?: WorkoutToPut | ExerciseToPut | MeasurementToPut): Promise<void>
  /** Gives the write up: reads show what the server has. */
  discard(id: string): Promise<void>
}

/** What went wrong with the device's storage. */
export type StorageProblem =
  /** There was no room for the last write. */
  | 'full'
  /** Something stored could not be read. It stands in `replog.salvaged`; the rest is used, and what is missing pulled again. */
  | 'corrupt'

/** What a frontend shows. */
export interface ReplogStatus {
  /**
   * - `signed_out`: nobody is signed in
   * - `sign_in_needed`: the session has ended; all is kept, and sent after the next login
   * - `offline`: the server was not reached yet, or not the last time; it is tried again
   * - `syncing`: at it
   * - `synced`: nothing waits, and nothing new is known of
   */
  readonly state: 'signed_out' | 'sign_in_needed' | 'offline' | 'syncing' | 'synced'
  /** Writes that wait to be sent. */
  readonly pending: number
  /** Writes that were refused. */
  readonly deadLetters: number
  readonly storage?: StorageProblem
}

/** Text that is kept by key: what the library needs of a device. `localStorageStore()` and `indexedDbStore()` make one. */
export interface ReplogStorage {
  /** Tells storages of one origin apart; locks and channels bear it too. */
  readonly name: string
  /** The text of a key. */
  read(key: string): Promise<string | undefined>
  /** Every entry whose key starts so. */
  load(prefix: string): Promise<ReadonlyMap<string, string>>
  /**
   * Sets each key to its text, or removes it where there is none: all or nothing, also when the page dies half-way.
   *
   * @throws StorageFullError
   */
  write(changes: ReadonlyMap<string, string | undefined>): Promise<void>
}

/** What is needed of Web Locks (`navigator.locks`). */
export interface Locks {
  /** Runs `work` while nobody else holds the lock of this name. Rejects when `signal` ends the wait. */
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

/** What the library takes from its surroundings. Each has a default of the browser's; tests put in their own. */
export interface Environment {
  readonly fetch: (request: Request) => Promise<Response>
  /** Milliseconds since 1970 by the device's clock, which may be wrong. */
  readonly now: () => number
  /** From 0 to below 1. */
  readonly random: () => number
  /** Runs something later, in milliseconds; gives back how to call it off. */
  readonly after: (delay: number, run: () => void) => () => void
  /** `navigator.locks`. Without it, as on pages without TLS, leases in the storage take its place. */
  readonly locks: Locks | undefined
  readonly openChannel: (name: string) => Channel | undefined
  /** Listens to `online`, `offline`, `visibilitychange` and `storage`; gives back how to stop. */
  readonly listen: (heard: (signal: Signal) => void) => () => void
}

/** How to make a Replog. */
export interface ReplogOptions extends Partial<Environment> {
  /** Without `/api`: `https://replog.example`. */
  readonly baseUrl: string
  /**
   * `localStorageStore()` without it. `indexedDbStore()` is there in workers too, and keeps what a browser that is killed would lose of
   * the last minutes otherwise.
   */
  readonly storage?: ReplogStorage
  /** Whether it syncs by itself, which is the default; otherwise only when `sync()` is called. */
  readonly auto?: boolean
}
