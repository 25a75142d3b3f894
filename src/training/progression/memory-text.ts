import type { LiftPrescription } from '../lift-state/index.ts'
import type { Lift } from './lift.ts'
import type { TextSet } from './text.ts'

/** The values used in the sentences of a memory prescription: weights are in grams, without the body. */
export interface MemoryWords {
  readonly lift: Lift
  readonly did: readonly TextSet[]
  readonly todo: readonly TextSet[]
  /** The weight that was lifted, the next one up if there is one, and the usual one. */
  readonly weight: number
  readonly up: number | undefined
  readonly main: number
  readonly moving: boolean
}

/** One sentence on what to do, and why. */
export function memorySentence(next: LiftPrescription, words: MemoryWords): string {
  const { lift, did, todo, weight } = words
  const was = lift.say(did)
  const now = lift.say(todo)
  switch (next.rule) {
    case 'comeback':
      return `${next.gapDays} days since ${was}: begin again with ${now}; it comes back faster than it came.`
    case 'repeat':
      return `${next.gapDays} days since ${was}: the same again, ${now}.`
    case 'return':
      if (next.breakDays !== undefined)
        return `The first time after ${next.breakDays} days was ${was}: on the way back to ${lift.sayWeight(words.main)}, now ${now}.`
      return (todo[0]?.weight ?? 0) > weight
        ? `The last time was light, ${was}: back toward the usual ${lift.sayWeight(words.main)} with ${now}.`
        : `The last time was light, ${was}: the same again before the usual ${lift.sayWeight(words.main)}, ${now}.`
    case 'new_range':
      return `For ${rangeText(next)} reps begin with ${now}.`
    case 'add_weight':
      return next.untested === 'untested'
        ? `${was} done every time, so nothing shows what more you could do: try ${now}.`
        : `${was} done: now ${now}.`
    case 'step_back':
      return did.every(({ reps }) => reps === 0)
        ? `No rep at ${lift.sayWeight(weight)} the last time: step back to ${now}.`
        : `Short of ${next.range.low} reps twice at ${lift.sayWeight(weight)}: step back to ${now}.`
    case 'hold':
      return next.waiting === undefined
        ? `${was} done, but ${holdText(words)}: ${now}.`
        : `${was} done, and you usually stay at a weight for longer: ${now}, or ${next.waiting.reps} at ${lift.sayWeight(words.up ?? weight)} if you like, which goes well in about ${Math.round(next.waiting.chance * 100)} % of cases.`
    case 'add_reps':
      return `${was} the last time: one rep more a set, ${upToText(next, words)}: ${now}.`
  }
}

/** How likely it is, and how strong the lift is expected to be. */
export function chanceSentence(
  { chance, forecast, untested }: Pick<LiftPrescription, 'chance' | 'forecast' | 'untested'>,
  lift: Lift,
  which: 'first' | 'heaviest' | 'top' = 'first',
): string {
  const grams = (level: number) => Math.round(Math.exp(level) * 1000)
  const says = (level: number) => `${Math.round(lift.inUnit(grams(level)))} ${lift.unit}`
  return `The chance of making the ${which} set is about ${Math.round(chance * 100)} %${untested ? ' if two reps were left so far' : ''}; a one-rep max of ${says(forecast.center)} is expected, in 8 of 10 cases from ${says(forecast.low)} to ${says(forecast.high)}.`
}

/** Where the sets at other loads come from. */
export const othersSentence = ({ before, after }: Pick<LiftPrescription, 'before' | 'after'>): string =>
  before.length + after.length === 1
    ? 'The other set is as you usually do it, in proportion.'
    : 'The other sets are as you usually do them, in proportion.'

function rangeText({ range }: LiftPrescription): string {
  return range.low === range.high ? `${range.low}` : `${range.low}–${range.high}`
}

function holdText({ up, lift, moving }: MemoryWords): string {
  if (up !== undefined) return `${lift.sayWeight(up)} is not likely enough yet, so stay and build reps`
  return moving
    ? 'nothing heavier can be loaded, so build reps or take a harder variation'
    : 'nothing heavier can be loaded, so build reps'
}

function upToText({ top, range }: LiftPrescription, { up, weight, lift }: MemoryWords): string {
  if (up === undefined) return `up to ${top}`
  if (top <= range.high) return `up to ${top} before the weight rises`
  const percent = weight > 0 ? ` is ${Math.round(((up - weight) / weight) * 100)} % more` : ' is a large step'
  return `up to ${top} because ${lift.sayWeight(up)}${percent}`
}
