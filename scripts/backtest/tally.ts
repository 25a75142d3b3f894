import { levelOf } from '#training/lift-state/level.ts'

/** What was prescribed for a session: a weight in kilograms and the reps of the first set. */
export interface Asked {
  readonly load: number
  readonly reps: number
}

/** What a session was: its working load in kilograms, and the level that its best set showed. */
export interface Done {
  readonly load: number
  readonly level: number
  /** The working load of the session before. */
  readonly before: number
}

/** A prescription that the session showed to be too much, or too little, by this difference of logarithms. */
const infeasibleBy = 0.05
const tooEasyBy = 0.1
const cutShare = 0.9
const followedShare = 0.95

/** How the prescriptions of one rule went. */
export class Tally {
  readonly #errors: number[] = []
  #cuts = 0
  #notFollowed = 0
  #infeasible = 0
  #tooEasy = 0
  #raises = 0

  add({ load, reps }: Asked, done: Done): void {
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

/** How often an interval held what a session showed, and how far its middle was off. */
export class Coverage {
  #count = 0
  #held = 0
  #error = 0

  add(
    { center, low, high }: { readonly center: number; readonly low: number; readonly high: number },
    level: number,
  ) {
    this.#count++
    if (level >= low && level <= high) this.#held++
    this.#error += Math.abs(Math.exp(level - center) - 1) * 100
  }

  /** Sessions, share held in %, mean error in %. */
  row(): number[] {
    return [this.#count, (this.#held / this.#count) * 100, this.#error / this.#count]
  }
}
