import type { Content } from '#training/merge.ts'
import type { DeadLetter, Resource } from './types.ts'

/** The server's state of a resource, as far as this device knows it. */
export interface SyncedState {
  readonly revision: number
  /**
   * As the server returned it, or as it was pushed, in which case it lacks the server's own fields except an estimated
   * `updatedAt`. For a deleted resource, its last value if it is known.
   */
  readonly value?: Content | undefined
  readonly deleted?: boolean
  /** The number of the full pull that last contained it. */
  readonly pull: number
}

/** The state that a change builds on: the resource as the user saw it. */
export interface Base {
  /** The revision of the server's state; 0 for none. */
  readonly revision: number
  readonly value?: Content | undefined
}

/** A write that is waiting to be sent. */
export interface Mutation {
  readonly mutationId: string
  /** Mutations are sent in the order of this number. */
  readonly order: number
  readonly resource: Resource
  readonly id: string
  /** The new state of the resource; if absent, it is deleted. */
  readonly value?: Content | undefined
  readonly base: Base
  /** When the user made it, in milliseconds since 1970. */
  readonly at: number
  /** Whether `at` comes from a clock that was never compared with the server's. */
  readonly unchecked?: boolean | undefined
  /**
   * The base revision with which it was sent. From then on the server may know it, so it must not change.
   */
  readonly sent?: number | undefined
  /** The value that was sent instead of `value`: merged with what other devices had changed by then. */
  readonly merged?: Content | undefined
  /** The value that was sent along to be stored as a revision, because part of it lost in that merge. */
  readonly superseded?: Content | undefined
  /**
   * How often the server responded that it doesn't know the base, or that the name is taken. The latter counts only
   * once between two pulls.
   */
  readonly tries?: number | undefined
  /** `at` of the progress when the server last responded that way. */
  readonly pulledAt?: number | undefined
  /** Why it was rejected; present if it is a dead letter. Devices store it under this name. */
  readonly refused?: Rejection | undefined
}

/** Whether a mutation creates an exercise or a program, which other resources may refer to. */
export function isCreation({ resource, value, base }: Mutation): boolean {
  return (resource === 'exercise' || resource === 'program') && value !== undefined && !base.value
}

/** A test for whether a mutation contains the id of another resource. */
export function references({
  id: own,
  value,
  base,
}: Mutation): (resource: { readonly id: string }) => boolean {
  const text = JSON.stringify([value, base.value])
  return ({ id }) => id !== own && text.includes(id)
}

/** Why a mutation was rejected. */
export type Rejection = Pick<DeadLetter, 'problem' | 'dependsOn'>

/** The exercise that another one was merged into, since they had the same name. */
interface Alias {
  readonly id: string
}

/** How much of the server's changes this device has pulled. */
export interface Progress {
  readonly cursor?: string | undefined
  readonly epoch?: string
  readonly seq: number
  /** The number of the current full pull. */
  readonly pull: number
  /** Whether the last full pull was finished. */
  readonly complete: boolean
  /** Whether the current full pull is needed because the server's database was restored from a backup. */
  readonly restored?: boolean | undefined
  /** When this device was last up to date, in milliseconds since 1970. */
  readonly at: number
}

/** The records that are stored for a user, by kind. Keys start with the kind. */
export interface Kinds {
  readonly synced: SyncedState
  readonly outbox: Mutation
  readonly aliases: Alias
  readonly progress: Progress
}

/** The version of the storage format. */
const version = 1

/** Required fields of each kind of record, with values of the right type. */
const requiredFields: Readonly<Record<keyof Kinds, object>> = {
  synced: { revision: 0, pull: 0 },
  outbox: { mutationId: '', order: 0, base: {}, at: 0 },
  aliases: { id: '' },
  progress: { pull: 0 },
}

/** A record as text. */
export function encode(record: object): string {
  return JSON.stringify({ v: version, ...record })
}

/** The record that a string holds, if it can be read. A mutation can be read whatever version wrote it. */
export function decode<Kind extends keyof Kinds>(kind: Kind, text = ''): Kinds[Kind] | undefined {
  try {
    const { v, ...record } = JSON.parse(text)
    const { base = {} } = record
    const isReadable = v === version || kind === 'outbox'
    const isWhole = Object.entries(requiredFields[kind]).every(
      ([field, like]) => typeof record[field] === typeof like,
    )
    return isReadable && isWhole && hasIds(record) && hasIds(base) ? record : undefined
  } catch {
    // The text is cut off, isn't JSON, or doesn't have the expected shape.
  }
}

/**
 * Whether the stored value of a resource has all required ids. Throws if its shape is different.
 */
function hasIds({ value }: { value?: Content }): boolean {
  if (!value) return value === undefined
  return [value, ...(value.exercises ?? []).flatMap((entry) => [entry, ...entry.sets])].every(({ id }) => id)
}
