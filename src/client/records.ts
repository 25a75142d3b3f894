import type { Content } from './merge.ts'
import type { DeadLetter, Resource } from './types.ts'

/** The server's state of a resource, as far as it is known here. */
export interface Synced {
  readonly revision: number
  /** As the server gave it; without its own fields, as it was pushed. Of a deleted exercise, what it was. */
  readonly value?: Content | undefined
  readonly deleted?: boolean
  /** The number of the full pull that has met it. */
  readonly pull: number
}

/** What a change was made on: the resource as its user saw it. */
export interface Base {
  /** Of the server's state that it builds upon; 0 for none. */
  readonly revision: number
  readonly value?: Content | undefined
}

/** A write that waits to be sent. */
export interface Change {
  readonly mutationId: string
  /** Changes are sent in the order of this number. */
  readonly order: number
  readonly resource: Resource
  readonly id: string
  /** What the resource becomes; without it, it is deleted. */
  readonly value?: Content | undefined
  readonly base: Base
  /** When the user made it, in milliseconds since 1970. */
  readonly at: number
  /** Whether `at` is by a clock that was never compared with the server's. */
  readonly unchecked?: boolean
  /** The revision that it was sent with. From then on the server may know it, so that it stays as it is. */
  readonly sent?: number | undefined
  /** What was sent in place of `value`: the same, merged with what others had done by then. */
  readonly merged?: Content | undefined
  /** What was sent with it to be kept, as some of it has lost in that. */
  readonly superseded?: Content | undefined
  /** How often the server said that it doesn't know the base. */
  readonly tries?: number | undefined
  /** Why it is not sent: a dead letter. */
  readonly refused?: Refusal | undefined
}

/** Why a change was refused. */
export type Refusal = Pick<DeadLetter, 'problem' | 'dependsOn'>

/** How far the server's changes are known. */
export interface Progress {
  readonly cursor?: string | undefined
  readonly epoch?: string
  readonly seq: number
  /** Counts the pulls of everything. */
  readonly pull: number
  /** Whether the last one of those was finished. */
  readonly complete: boolean
  /** Whether the server's database was restored from a backup before it. */
  readonly restored?: boolean
  /** When all was known for the last time, in milliseconds since 1970. */
  readonly at: number
}

/** What is stored of a user, by kind. The kind is the start of the key. */
export interface Kinds {
  readonly synced: Synced
  readonly outbox: Change
  readonly progress: Progress
}

/** The version of what is stored. */
const version = 1

/** What a record can't do without, by examples. */
const needed: Readonly<Record<keyof Kinds, object>> = {
  synced: { revision: 0, pull: 0 },
  outbox: { mutationId: '', order: 0, base: {}, at: 0 },
  progress: { pull: 0 },
}

/** A record as text. */
export function encode(record: object): string {
  return JSON.stringify({ v: version, ...record })
}

/** The record in a text, if it can be read: of a change, whatever version wrote it. */
export function decode<Kind extends keyof Kinds>(kind: Kind, text = ''): Kinds[Kind] | undefined {
  try {
    const { v, ...record } = JSON.parse(text)
    const { base = {} } = record
    const isReadable = v === version || kind === 'outbox'
    const isWhole = Object.entries(needed[kind]).every(
      ([field, like]) => typeof record[field] === typeof like,
    )
    return isReadable && isWhole && hasIds(record) && hasIds(base) ? record : undefined
  } catch {
    // Cut off, or no JSON, or not of the shape that whoever shows it relies on.
  }
}

/** Whether what is kept of a resource has the ids that it can't be shown without. Throws where its shape is another. */
function hasIds({ value }: { value?: Content }): boolean {
  if (!value) return value === undefined
  return [value, ...(value.exercises ?? []).flatMap((entry) => [entry, ...entry.sets])].every(({ id }) => id)
}
