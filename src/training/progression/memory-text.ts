import { countText } from '#lib/count-text.ts'
import { largeStep } from '../lift-state/earn-weight.ts'
import type { LiftPrescription } from '../lift-state/index.ts'
import type { WeightUnit } from '../units.ts'
import type { Lift } from './lift.ts'
import { estimateText, type TextSet } from './text.ts'

/** The values used in the sentences of a memory prescription: weights are in grams, without bodyweight. */
export interface MemoryWords {
  readonly lift: Lift
  readonly did: readonly TextSet[]
  readonly todo: readonly TextSet[]
  /** The weight that was lifted. */
  readonly weight: number
  /** The next weight up, if there is one. */
  readonly up: number | undefined
  /** The usual weight. */
  readonly main: number
  /** Whether the lift moves part of the body's weight. */
  readonly movesBody: boolean
}

/** At this many reps or more, further reps say nothing about strength. */
const enduranceReps = 20

/** One sentence on what to do, and why. */
export function memorySentence(next: LiftPrescription, words: MemoryWords): string {
  const { lift, did, todo, weight } = words
  const didText = lift.setsText(did)
  const todoText = lift.setsText(todo)
  switch (next.rule) {
    case 'comeback':
      return `It has been ${next.gapDays} days since ${didText}: start back with ${todoText}; lost strength returns quickly.`
    case 'repeat':
      return `It has been ${next.gapDays} days since ${didText}: repeat ${todoText} before adding anything.`
    case 'return':
      if (next.comingBack)
        return `Your ${ordinal(next.comingBack.sessions)} time after ${next.comingBack.days} days off was ${didText}: work back toward ${lift.weightText(words.main)} with ${todoText}.`
      if (weight >= words.main) return `Last time was heavier than usual: go back to ${todoText}.`
      return (todo[0]?.weight ?? 0) > weight
        ? `Last time was light, ${didText}: work back toward your usual ${lift.weightText(words.main)} with ${todoText}.`
        : `Last time was light, ${didText}: repeat ${todoText} before your usual ${lift.weightText(words.main)}.`
    case 'new_range':
      return `For ${rangeText(next)}, start with ${todoText}.`
    case 'add_weight':
      return next.untested === 'untested'
        ? `You did ${didText}, and your limit isn’t known: try ${todoText}.`
        : `You did ${didText}, so move up to ${todoText}.`
    case 'step_back':
      if (next.comingBack)
        return `Your first time after ${next.comingBack.days} days off, ${didText}, was too heavy: step back to ${todoText}.`
      return did.every(({ reps }) => reps === 0)
        ? `You got no reps at ${lift.weightText(weight)} last time: step back to ${todoText}.`
        : `You were short of ${countText(next.range.low, 'rep')} twice at ${lift.weightText(weight)}: step back to ${todoText}.`
    case 'hold':
      if (next.peaking)
        return `You are working up to fewer, heavier reps: repeat ${todoText} before adding anything.`
      if (did.every(({ reps }) => reps >= enduranceReps))
        return `You did ${didText}: more reps now build endurance, so try ${words.movesBody ? 'a harder variation' : 'more weight for fewer reps'}, or ${todoText}.`
      return next.waiting === undefined
        ? `You did ${didText}, but ${holdText(words)}: ${todoText}.`
        : `You did ${didText}, and you usually stay at a weight longer: ${todoText}, or try ${next.waiting.reps} at ${lift.weightText(words.up ?? weight)}, which should work about ${Math.round(next.waiting.chance * 100)}% of the time.`
    case 'add_reps': {
      const addRep = `add a rep to ${todo[0]?.reps === did[0]?.reps ? 'the sets with fewer' : 'each set'}`
      if (did.every(({ reps }) => reps < next.range.low))
        return `You were short of ${countText(next.range.low, 'rep')} with ${didText}: stay and ${addRep}, ${todoText}${next.step <= largeStep * next.load ? '; if you are short again, step back' : ''}.`
      return `You did ${didText} last time: ${addRep}, ${upToText(next, words)}: ${todoText}.`
    }
  }
}

const ordinal = (n: number) => (n === 1 ? 'first' : `${n}${n === 2 ? 'nd' : n === 3 ? 'rd' : 'th'}`)

/** One sentence on the chance of success and the expected one-rep max. */
export function chanceSentence(
  {
    chance,
    forecast,
    reserve,
    comingBack,
  }: Pick<LiftPrescription, 'chance' | 'forecast' | 'comingBack'> & { readonly reserve?: number | undefined },
  unit: WeightUnit,
  which: 'first' | 'heaviest' | 'top',
): string {
  const sayLoad = (level: number) => estimateText(Math.exp(level) * 1000, unit)
  const condition = reserve
    ? ` if you have been leaving ${reserve} or more reps in reserve`
    : comingBack?.expected
      ? ' if your strength returns as fast as usual'
      : ''
  return `Your chance of making the ${which} set is about ${Math.round(chance * 100)}%${condition}; ${comingBack?.expected ? 'judging by what you have lifted since, ' : ''}your expected one-rep max is ${sayLoad(forecast.center)}, 8 times in 10 between ${sayLoad(forecast.low)} and ${sayLoad(forecast.high)}.`
}

/** Explains the sets at other loads. */
export const othersSentence = 'The other sets are as usual, scaled to match.'

function rangeText({ range }: LiftPrescription): string {
  return range.low === range.high ? countText(range.low, 'rep') : `${range.low}–${range.high} reps`
}

function holdText({ up, lift, movesBody }: MemoryWords): string {
  if (up !== undefined)
    return `${lift.weightText(up)} isn’t likely enough to work yet, so stay and build reps`
  return `nothing heavier can be loaded, so build reps${movesBody ? ' or try a harder variation' : ''}`
}

function upToText({ top, range }: LiftPrescription, { up, weight, lift }: MemoryWords): string {
  if (up === undefined) return `up to ${top}`
  if (top <= range.high) return `up to ${top} before ${weight < 0 ? 'reducing assistance' : 'adding weight'}`
  const percent = weight > 0 ? ` is ${Math.round(((up - weight) / weight) * 100)}% more` : ' is a large step'
  return `up to ${top} because ${lift.weightText(up)}${percent}`
}
