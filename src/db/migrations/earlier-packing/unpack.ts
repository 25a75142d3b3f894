import { bytesOfUuid } from '#lib/uuid-text.ts'
import type { Json } from '../../engine/json.ts'
import type { PackableExercise } from '../../packed/pack.ts'
import { idText } from '../../packed/set-ids.ts'
import { figureBits, packedSides, packedTypes } from './pack.ts'

type PackableSet = PackableExercise['sets'][number]

/** The exercises of sets that were packed before 0024, of a whole workout or of one exercise. */
export function unpackEarlier(bytes: Uint8Array): PackableExercise[] {
  const reader = new Reader(bytes)
  const exercises: PackableExercise[] = []
  while (!reader.isAtEnd) exercises.push(reader.exercise())
  return exercises
}

class Reader {
  readonly #bytes: Buffer
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#bytes.length
  }

  exercise(): PackableExercise {
    const exerciseId = this.#take(this.#uint8()).toString('latin1')
    const count = this.#uint8()
    return { exerciseId, sets: Array.from({ length: count }, () => this.#set()) }
  }

  #set(): PackableSet {
    const flags = this.#bytes.readUInt16LE(this.#advance(2))
    const has = (figure: keyof typeof figureBits) => (flags & figureBits[figure]) !== 0
    const id = idText(Buffer.concat([noSharedBytes, this.#take(bytesOfUuid)]), '', 0)
    const reps = has('reps') ? this.#bytes.readUInt16LE(this.#advance(2)) : null
    const weightGrams = has('weight') ? this.#uint32() : null
    const assistanceGrams = has('assistance') ? this.#uint32() : null
    const durationSeconds = has('duration') ? this.#uint32() : null
    const distanceMillimeters = has('distance') ? this.#bytes.readDoubleLE(this.#advance(8)) : null
    const rpe = has('rpe') ? this.#uint8() / 2 : null
    const rir = has('rir') ? this.#uint8() : null
    const restSeconds = has('rest') ? this.#uint32() : null
    const target = has('target') ? this.#target() : null
    return {
      id,
      type: packedTypes[flags & 3] ?? 'normal',
      side: packedSides[(flags >> 2) & 3] ?? null,
      reps,
      weightGrams,
      assistanceGrams,
      durationSeconds,
      distanceMillimeters,
      rpe,
      rir,
      restSeconds,
      target,
      weightUnit: weightGrams === null ? null : has('weightInPounds') ? 'lb' : 'kg',
      assistanceUnit: assistanceGrams === null ? null : has('assistanceInPounds') ? 'lb' : 'kg',
      confirmed: has('confirmed') ? true : null,
    }
  }

  #target(): PackableSet['target'] {
    const length = this.#bytes.readUInt16LE(this.#advance(2))
    // Written by `packEarlierPerformed` from the target's JSON.
    return this.#take(length).toString() as Json<never>
  }

  #uint8(): number {
    return this.#bytes.readUInt8(this.#advance(1))
  }

  #uint32(): number {
    return this.#bytes.readUInt32LE(this.#advance(4))
  }

  /** Throws if the bytes end before. */
  #take(length: number): Buffer {
    const start = this.#advance(length)
    if (this.#offset > this.#bytes.length) throw new RangeError('packed sets are incomplete')
    return this.#bytes.subarray(start, this.#offset)
  }

  #advance(length: number): number {
    this.#offset += length
    return this.#offset - length
  }
}

/** Before an id: that it shares no bytes with that of its workout. */
const noSharedBytes = Uint8Array.of(0)
