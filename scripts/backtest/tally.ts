import { levelOf } from '#training/lift-state/level.ts'

/** A prescription for a session: the working load in kilograms, and the reps of the first set. */
export interface PrescribedLoad {
  readonly load: number
  readonly reps: number
}

/** A completed session: its working load in kilograms, and the level shown by its best set. */
export interface CompletedSession {
  readonly load: number
  readonly level: number
  /** The working load of the previous session. */
  readonly previousLoad: number
}

/**
 * The difference of logarithms beyond which a session shows that its prescription was too hard or too
 * easy.
 */
const tooHardBy = 0.05
const tooEasyBy = 0.1
/** A prescription of at most this share of the last load is a cut. */
const cutShare = 0.9
/** A lifter who lifted at least this share of the last load did not follow a cut. */
const ignoredShare = 0.95

/** The results of one rule's prescriptions. */
export class Tally {
  readonly #errors: number[] = []
  #cuts = 0
  #ignoredCuts = 0
  #tooHard = 0
  #tooEasy = 0
  #raises = 0

  add({ load, reps }: PrescribedLoad, session: CompletedSession): void {
    this.#errors.push((Math.abs(load - session.load) / session.load) * 100)
    const isCut = load <= cutShare * session.previousLoad
    if (isCut) this.#cuts++
    if (isCut && session.load >= ignoredShare * session.previousLoad) this.#ignoredCuts++
    const margin = session.level - levelOf(load, Math.min(20, Math.max(1, reps)))
    if (margin < -tooHardBy) this.#tooHard++
    if (margin > tooEasyBy) this.#tooEasy++
    if (load > session.previousLoad) this.#raises++
  }

  /** Sessions, then mean and median load error, cuts, cuts not followed, too hard, too easy and raises, in %. */
  row(): number[] {
    const count = this.#errors.length
    const errors = this.#errors.toSorted((a, b) => a - b)
    const mean = errors.reduce((sum, error) => sum + error, 0) / count
    const counts = [this.#cuts, this.#ignoredCuts, this.#tooHard, this.#tooEasy, this.#raises]
    return [
      count,
      mean,
      errors[Math.floor(count / 2)] ?? 0,
      ...counts.map((number) => (number / count) * 100),
    ]
  }
}

/** The stated chances of a rule, and how often they came true where the lifter used the prescribed load. */
export class Chances {
  #count = 0
  #stated = 0
  #made = 0

  add(chance: number, made: boolean): void {
    this.#count++
    this.#stated += chance
    if (made) this.#made++
  }

  /** Sessions, mean stated chance and share that made it, both in %. */
  row(): number[] {
    return [this.#count, (this.#stated / this.#count) * 100, (this.#made / this.#count) * 100]
  }
}

/** How often an interval covered the actual value, and the error of its midpoint. */
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
