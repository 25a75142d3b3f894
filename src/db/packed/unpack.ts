import type { Json } from '../engine/json.ts'
import type { SetRow } from '../workouts/rows.ts'
import { ascii } from './ascii.ts'
import { float64At, uint16At, uint32At } from './bytes.ts'
import { figureBits, packedSides, packedTypes } from './pack.ts'
import { bytesOfId, idTexts } from './set-ids.ts'

/** The data of a set in packed form. */
export type UnpackedSet = Pick<
  SetRow,
  | 'id'
  | 'exerciseId'
  | 'performedAt'
  | 'type'
  | 'side'
  | 'reps'
  | 'weightGrams'
  | 'assistanceGrams'
  | 'durationSeconds'
  | 'distanceMillimeters'
  | 'rpe'
  | 'rir'
  | 'restSeconds'
  | 'target'
  | 'weightUnit'
  | 'assistanceUnit'
  | 'confirmed'
> & { readonly workoutId: string }

/** A row with packed sets. */
interface RowWithSets {
  readonly workoutId: string
  readonly startedAt: number
  readonly sets: Uint8Array
}

/**
 * Unpacks sets in chronological order. Rest, target and units are known only for sets packed by exercise.
 * A row's ids are converted to strings when one of them is read, because that takes as long as everything else.
 */
export function unpackSets(rows: readonly RowWithSets[]): UnpackedSet[] {
  const sets: UnpackedSet[] = []
  for (const row of rows) {
    const bytes = row.sets
    const ids = new SetIds(bytes)
    for (let offset = 0; offset < bytes.length; ) {
      const idEnd = offset + 1 + (bytes[offset] ?? 0)
      const exerciseId = ascii(bytes, offset + 1, idEnd)
      let remaining = bytes[idEnd] ?? 0
      offset = idEnd + 1
      for (; remaining > 0; remaining--) {
        const set = new LazySet(bytes, offset, row, exerciseId, ids)
        sets.push(set)
        offset = set.end
      }
    }
  }
  return sets
}

const utf8 = new TextDecoder()

/** The ids of a row's sets. */
class SetIds {
  readonly #bytes: Uint8Array
  readonly #offsets: number[] = []
  #texts: string[] | undefined

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Adds the id at this offset. Returns its index. */
  add(offset: number): number {
    return this.#offsets.push(offset) - 1
  }

  textAt(index: number): string {
    this.#texts ??= idTexts(this.#bytes, this.#offsets)
    return this.#texts[index] ?? ''
  }
}

class LazySet implements UnpackedSet {
  readonly workoutId: string
  readonly exerciseId: string
  readonly performedAt: number
  readonly type: SetRow['type']
  readonly side: SetRow['side']
  readonly reps: number | null = null
  readonly weightGrams: number | null = null
  readonly assistanceGrams: number | null = null
  readonly durationSeconds: number | null = null
  readonly distanceMillimeters: number | null = null
  readonly rpe: number | null = null
  readonly rir: number | null = null
  readonly restSeconds: number | null = null
  readonly target: SetRow['target'] = null
  readonly weightUnit: SetRow['weightUnit']
  readonly assistanceUnit: SetRow['assistanceUnit']
  readonly confirmed: SetRow['confirmed']
  readonly #ids: SetIds
  readonly #index: number
  readonly #end: number

  constructor(
    bytes: Uint8Array,
    start: number,
    { workoutId, startedAt }: RowWithSets,
    exerciseId: string,
    ids: SetIds,
  ) {
    this.workoutId = workoutId
    this.exerciseId = exerciseId
    this.performedAt = startedAt
    this.#ids = ids
    this.#index = ids.add(start + 2)
    const flags = uint16At(bytes, start)
    this.type = packedTypes[flags & 3] ?? 'normal'
    this.side = packedSides[(flags >> 2) & 3] ?? null
    let offset = start + 2 + bytesOfId
    if (flags & figureBits.reps) {
      this.reps = uint16At(bytes, offset)
      offset += 2
    }
    if (flags & figureBits.weight) {
      this.weightGrams = uint32At(bytes, offset)
      offset += 4
    }
    if (flags & figureBits.assistance) {
      this.assistanceGrams = uint32At(bytes, offset)
      offset += 4
    }
    if (flags & figureBits.duration) {
      this.durationSeconds = uint32At(bytes, offset)
      offset += 4
    }
    if (flags & figureBits.distance) {
      this.distanceMillimeters = float64At(bytes, offset)
      offset += 8
    }
    if (flags & figureBits.rpe) this.rpe = (bytes[offset++] ?? 0) / 2
    if (flags & figureBits.rir) this.rir = bytes[offset++] ?? 0
    if (flags & figureBits.rest) {
      this.restSeconds = uint32At(bytes, offset)
      offset += 4
    }
    if (flags & figureBits.target) {
      const length = uint16At(bytes, offset)
      // Written by `packPerformed` from the target's JSON.
      this.target = utf8.decode(bytes.subarray(offset + 2, offset + 2 + length)) as Json<never>
      offset += 2 + length
    }
    this.weightUnit = this.weightGrams === null ? null : flags & figureBits.weightInPounds ? 'lb' : 'kg'
    this.assistanceUnit =
      this.assistanceGrams === null ? null : flags & figureBits.assistanceInPounds ? 'lb' : 'kg'
    this.confirmed = flags & figureBits.confirmed ? true : null
    this.#end = offset
  }

  get id(): string {
    return this.#ids.textAt(this.#index)
  }

  /** The start of the next set. */
  get end(): number {
    return this.#end
  }
}
