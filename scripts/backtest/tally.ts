import { levelOf } from '#training/lift-state/level.ts'

/** A prescription for a session: a weight in kilograms and the reps of the first set. */
export interface PrescribedLoad {
  readonly load: number
  readonly reps: number
}

/** A completed session: its working load in kilograms, and the level shown by its best set. */
export interface Done {
  readonly load: number
  readonly level: number
  /** The working load of the previous session. */
  readonly before: number
}

/**
 * The difference of logarithms beyond which a session shows that its prescription was too hard or too
 * easy.
 */
const infeasibleBy = 0.05
const tooEasyBy = 0.1
const cutShare = 0.9
const followedShare = 0.95

/** The results of one rule's prescriptions. */
export class Tally {
  readonly #errors: number[] = []
  #cuts = 0
  #notFollowed = 0
  #infeasible = 0
  #tooEasy = 0
  #raises = 0

  add({ load, reps }: PrescribedLoad, done: Done): void {
    this.#errors.push((Math.abs(load - done.load) / done.load) * 100)
    const isCut = load <= cutShare * done.before
    if (isCut) this.#cuts++
    if (isCut && done.load >= followedShare * done.before) this.#notFollowed++
    const room = done.level - levelOf(load, Math.min(20, Math.max(1, reps)))
    if (room < -infeasibleBy) this.#infeasible++
    if (room > tooEasyBy) this.#tooEasy++
    if (load > done.before) this.#raises++
  }

  /** Sessions, then mean and median weight error, cuts, cuts not followed, infeasible, too easy and raises, in %. */
  row(): number[] {
    const count = this.#errors.length
    const errors = this.#errors.toSorted((a, b) => a - b)
    const mean = errors.reduce((sum, error) => sum + error, 0) / count
    const shares = [this.#cuts, this.#notFollowed, this.#infeasible, this.#tooEasy, this.#raises]
    return [count, mean, errors[Math.floor(count / 2)] ?? 0, ...shares.map((of) => (of / count) * 100)]
  }
}

/** How often an interval covered the actual value, and the error of its middle. */
export class Coverage {
  #count = 0
  #covered = 0
  #error = 0

  add(
    { center, low, high }: { readonly center: number; readonly low: number; readonly high: number },
    level: number,
  ) {
    this.#count++
    if (level >= low && level <= high) this.#covered++
    this.#error += Math.abs(Math.exp(level - center) - 1) * 100
  }

  /** Sessions, share covered in %, mean error in %. */
  row(): number[] {
    return [this.#count, (this.#covered / this.#count) * 100, this.#error / this.#count]
  }
}
