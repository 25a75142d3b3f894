import type { Schemas } from '#generated/types.ts'
import type { SetWork } from '#training/types.ts'
import { ascii } from './ascii.ts'
import { float64At } from './bytes.ts'
import {
  changed,
  flag,
  packedSides,
  packedTypes,
  repsBits,
  repsFollow,
  restStep,
  sideShift,
  typeBits,
  uncommonFigures,
  weightStep,
} from './format.ts'
import { numberedExercises } from './numbered-exercises.ts'

const noBytes = new Uint8Array()
const utf8 = new TextDecoder()

/**
 * Reads packed sets one after another: its members are those of the current set. What a set has in common with the one
 * before is already there. Beyond the end of damaged bytes it reads zeros.
 */
export class SetReader {
  exerciseId = ''
  type: SetWork['type'] = 'normal'
  side: SetWork['side'] = undefined
  reps: number | undefined = undefined
  weightGrams: number | undefined = undefined
  assistanceGrams: number | undefined = undefined
  durationSeconds: number | undefined = undefined
  distanceMillimeters: number | undefined = undefined
  rpe: number | undefined = undefined
  rir: number | undefined = undefined
  confirmed = false
  restSeconds: number | undefined = undefined
  target: string | undefined = undefined
  /** The number of sets, and how many of them haven't been read yet. */
  protected count = 0
  protected remaining = 0
  private readonly grams: (whole: number) => number
  private bytes: Uint8Array = noBytes
  private offset = 0
  private flags = 0
  private remainingOfExercise = 0
  private hasReps = false
  private hasWeight = false
  private hasUncommonFigures = false
  private lastWeight = 0
  private lastRpe = 0
  private lastRir = 0
  private lastRest = 0

  /** `grams` converts stored whole grams to the grams used in calculations. */
  constructor(grams: (whole: number) => number) {
    this.grams = grams
  }

  get weightUnit(): Schemas['WeightUnit'] | undefined {
    if (this.weightGrams === undefined) return undefined
    return this.flags & flag.weightInPounds ? 'lb' : 'kg'
  }

  get assistanceUnit(): Schemas['WeightUnit'] | undefined {
    if (this.assistanceGrams === undefined) return undefined
    return this.flags & flag.assistanceInPounds ? 'lb' : 'kg'
  }

  /** Starts reading the sets of a workout. */
  protected open(bytes: Uint8Array): void {
    this.bytes = bytes
    this.offset = 1
    // Each set takes a byte or more.
    this.count = bytes.length === 0 ? 0 : Math.min(this.number(), bytes.length)
    this.remaining = this.count
    this.remainingOfExercise = 0
    this.lastWeight = 0
    this.lastRpe = 0
    this.lastRir = 0
    this.lastRest = 0
    this.flags = 0
    this.applyFlags()
  }

  /** Reads the next set. There must be one. */
  protected readSet(): void {
    if (this.remainingOfExercise === 0) this.enterExercise()
    this.remainingOfExercise--
    this.remaining--
    const { bytes } = this
    const control = bytes[this.offset++] ?? 0
    if (control & changed.flags) this.readFlags(control)
    else {
      if (control & changed.weight) {
        const code = bytes[this.offset] ?? 0
        // Most weights differ by a few plates from the one before.
        if (code < 128 && (code & 1) === 0) {
          this.offset++
          this.lastWeight += (code & 2 ? -((code >> 2) + 1) : code >> 2) * weightStep
        } else this.lastWeight += this.signed(weightStep)
        if (this.hasWeight) this.weightGrams = this.grams(this.lastWeight)
      }
      if (control & changed.effort) this.readEffort()
      if (control & changed.rest) this.readRest()
    }
    const reps = control & repsBits
    if (this.hasReps) this.reps = reps === repsFollow ? this.number() : reps
    if (this.hasUncommonFigures) this.readUncommonFigures()
  }

  private enterExercise(): void {
    const { bytes } = this
    const start = this.offset + 1
    const length = bytes[this.offset] ?? 0
    if (length < 128) {
      this.offset = start + length
      this.exerciseId = ascii(bytes, start, this.offset)
    } else {
      this.offset = start + 1
      this.exerciseId = numberedExercises[((length & 127) << 8) | (bytes[start] ?? 0)] ?? ''
    }
    this.remainingOfExercise = this.number()
  }

  /** Reads the flags, and what else has changed. */
  private readFlags(control: number): void {
    this.flags = this.number()
    if (control & changed.weight) this.lastWeight += this.signed(weightStep)
    this.applyFlags()
    if (control & changed.effort) this.readEffort()
    if (control & changed.rest) this.readRest()
  }

  private readEffort(): void {
    if (this.flags & flag.rpe) {
      this.lastRpe = (this.bytes[this.offset++] ?? 0) / 2
      this.rpe = this.lastRpe
    }
    if (this.flags & flag.rir) {
      this.lastRir = this.bytes[this.offset++] ?? 0
      this.rir = this.lastRir
    }
  }

  private readRest(): void {
    this.lastRest = this.scaled(restStep)
    if (this.flags & flag.rest) this.restSeconds = this.lastRest
  }

  /** Sets the members that remain the same until something changes. */
  private applyFlags(): void {
    const { flags } = this
    this.hasReps = (flags & flag.reps) !== 0
    this.hasWeight = (flags & flag.weight) !== 0
    if (this.hasUncommonFigures) this.clearUncommonFigures()
    this.hasUncommonFigures = (flags & uncommonFigures) !== 0
    this.type = packedTypes[flags & typeBits] ?? 'normal'
    this.side = packedSides[(flags >> sideShift) & 3]
    this.confirmed = (flags & flag.confirmed) !== 0
    this.weightGrams = this.hasWeight ? this.grams(this.lastWeight) : undefined
    this.rpe = flags & flag.rpe ? this.lastRpe : undefined
    this.rir = flags & flag.rir ? this.lastRir : undefined
    this.restSeconds = flags & flag.rest ? this.lastRest : undefined
    if (!this.hasReps) this.reps = undefined
  }

  private clearUncommonFigures(): void {
    this.assistanceGrams = undefined
    this.durationSeconds = undefined
    this.distanceMillimeters = undefined
    this.target = undefined
  }

  private readUncommonFigures(): void {
    const { flags } = this
    if (flags & flag.assistance) this.assistanceGrams = this.grams(this.number())
    if (flags & flag.duration) this.durationSeconds = this.number()
    if (flags & flag.distance) this.distanceMillimeters = this.double()
    if (flags & flag.target) this.target = this.text()
  }

  private number(): number {
    const byte = this.bytes[this.offset++] ?? 0
    return byte < 128 ? byte : this.longNumber(byte)
  }

  private longNumber(first: number): number {
    let value = first & 127
    for (let unit = 128; ; unit *= 128) {
      const byte = this.bytes[this.offset++] ?? 0
      value += (byte & 127) * unit
      if (byte < 128) return value
    }
  }

  private scaled(step: number): number {
    const value = this.number()
    return value & 1 ? (value - 1) / 2 : (value / 2) * step
  }

  private signed(step: number): number {
    const value = this.number()
    const unsigned = Math.floor(value / 2)
    const number = unsigned & 1 ? -(unsigned + 1) / 2 : unsigned / 2
    return value & 1 ? number : number * step
  }

  private double(): number {
    this.offset += 8
    return float64At(this.bytes, this.offset - 8)
  }

  private text(): string {
    const length = this.number()
    this.offset += length
    return utf8.decode(this.bytes.subarray(this.offset - length, this.offset))
  }
}
