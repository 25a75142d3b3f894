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
      return `It has been ${next.gapDays} days since ${was}: start back with ${now}; lost strength returns quickly.`
    case 'repeat':
      return `It has been ${next.gapDays} days since ${was}: repeat ${now} before adding anything.`
    case 'return':
      if (next.breakDays !== undefined)
        return `Your first time after ${next.breakDays} days was ${was}: work back toward ${lift.sayWeight(words.main)} with ${now}.`
      return (todo[0]?.weight ?? 0) > weight
        ? `Last time was light, ${was}: work back toward your usual ${lift.sayWeight(words.main)} with ${now}.`
        : `Last time was light, ${was}: repeat ${now} before your usual ${lift.sayWeight(words.main)}.`
    case 'new_range':
      return `For ${rangeText(next)} reps, start with ${now}.`
    case 'add_weight':
      return next.untested === 'untested'
        ? `You did ${was} every time, so find out what more you can do: try ${now}.`
        : `You did ${was}, so move up to ${now}.`
    case 'step_back':
      return did.every(({ reps }) => reps === 0)
        ? `You got no reps at ${lift.sayWeight(weight)} last time: step back to ${now}.`
        : `You were short of ${next.range.low} reps twice at ${lift.sayWeight(weight)}: step back to ${now}.`
    case 'hold':
      return next.waiting === undefined
        ? `You did ${was}, but ${holdText(words)}: ${now}.`
        : `You did ${was}, and you usually stay at a weight longer: ${now}, or try ${next.waiting.reps} at ${lift.sayWeight(words.up ?? weight)}, which should work about ${Math.round(next.waiting.chance * 100)}% of the time.`
    case 'add_reps':
      return `You did ${was} last time: add a rep to each set, ${upToText(next, words)}: ${now}.`
  }
}

/** Below this, in either unit, a whole one says too little. */
const smallLoad = 50

/** One sentence on the chance of success and the expected one-rep max. */
export function chanceSentence(
  { chance, forecast, untested }: Pick<LiftPrescription, 'chance' | 'forecast' | 'untested'>,
  lift: Lift,
  which: 'first' | 'heaviest' | 'top' = 'first',
): string {
  const grams = (level: number) => Math.round(Math.exp(level) * 1000)
  const says = (level: number) => {
    const value = lift.inUnit(grams(level))
    return `${value < smallLoad ? Math.round(value * 10) / 10 : Math.round(value)} ${lift.unit}`
  }
  return `Your chance of making the ${which} set is about ${Math.round(chance * 100)}%${untested ? ' if you have been leaving two reps in reserve' : ''}; your expected one-rep max is ${says(forecast.center)}, 8 times in 10 between ${says(forecast.low)} and ${says(forecast.high)}.`
}

/** Where the sets at other loads come from. */
export const othersSentence = ({ before, after }: Pick<LiftPrescription, 'before' | 'after'>): string =>
  before.length + after.length === 1
    ? 'The other set is the one you usually do, in proportion.'
    : 'The other sets are the ones you usually do, in proportion.'

function rangeText({ range }: LiftPrescription): string {
  return range.low === range.high ? `${range.low}` : `${range.low}–${range.high}`
}

function holdText({ up, lift, moving }: MemoryWords): string {
  if (up !== undefined) return `${lift.sayWeight(up)} isn’t likely enough yet, so stay and build reps`
  return moving
    ? 'nothing heavier can be loaded, so build reps or try a harder variation'
    : 'nothing heavier can be loaded, so build reps'
}

function upToText({ top, range }: LiftPrescription, { up, weight, lift }: MemoryWords): string {
  if (up === undefined) return `up to ${top}`
  if (top <= range.high) return `up to ${top} before adding weight`
  const percent = weight > 0 ? ` is ${Math.round(((up - weight) / weight) * 100)}% more` : ' is a large step'
  return `up to ${top} because ${lift.sayWeight(up)}${percent}`
}
