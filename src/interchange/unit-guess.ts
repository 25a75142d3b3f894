import { equipmentIn } from '#catalogue/names/equipment-words.ts'
import { plainWords } from '#catalogue/names/name-words.ts'
import type { WeightUnit } from '#training/units.ts'

/** The equipment of a lift, as far as the exercise's name shows. */
type Tool = 'barbell' | 'dumbbell' | 'other'

/** Which loads suggest a unit. */
interface Sign {
  readonly unit: WeightUnit
  /** How much one such set counts. */
  readonly points: number
  readonly tool: Tool | 'any'
  readonly what: string
  readonly holds: (weight: number) => boolean
}

const isMultiple = (weight: number, of: number) => Math.abs(weight / of - Math.round(weight / of)) < 1e-9
const isOneOf = (...loads: readonly number[]) => {
  const set = new Set(loads)
  return (weight: number) => set.has(weight)
}
/** Nobody enters more decimals than this. */
const isConverted = (weight: number) => (String(weight).split('.')[1] ?? '').length > 4

/**
 * The steps of bars, plates and dumbbells. Multiples of 5 suggest neither unit, since both have them. Machines and
 * cables suggest nothing either: their stacks have arbitrary numbers.
 */
const signs: readonly Sign[] = [
  {
    unit: 'lb',
    points: 3,
    tool: 'any',
    what: 'loads with the rounding errors of a conversion from kilograms (149.99999999999997)',
    holds: (weight) => isConverted(weight) && Math.abs(weight - Math.round(weight * 4) / 4) < 1e-6 * weight,
  },
  {
    unit: 'lb',
    points: 2,
    tool: 'barbell',
    what: 'loads of a 45-pound bar with 45- and 25-pound plates (95, 135, 185, 225, …)',
    holds: isOneOf(95, 115, 135, 185, 205, 225, 275, 315, 365, 405, 455, 495),
  },
  {
    unit: 'lb',
    points: 2,
    tool: 'barbell',
    what: 'the empty 45-pound bar (45)',
    holds: isOneOf(45),
  },
  {
    unit: 'lb',
    points: 1,
    tool: 'barbell',
    what: 'loads above 300, rare in kilograms',
    holds: (weight) => weight > 300,
  },
  {
    unit: 'kg',
    points: 2,
    tool: 'dumbbell',
    what: 'kilogram dumbbell and kettlebell loads that are rare in pounds (12, 14, 16, 18, 22, …)',
    holds: isOneOf(2, 4, 6, 7, 9, 12, 14, 16, 18, 22, 24, 26, 28, 32, 34, 36, 38),
  },
  {
    unit: 'kg',
    points: 1,
    tool: 'barbell',
    what: 'odd multiples of 2.5, as of 1.25-kg plates (22.5, 62.5, …)',
    holds: (weight) => isMultiple(weight, 2.5) && !isMultiple(weight, 5),
  },
  {
    unit: 'kg',
    points: 2,
    tool: 'barbell',
    what: 'odd multiples of 1.25 (21.25, 61.25, …)',
    holds: (weight) => isMultiple(weight, 1.25) && !isMultiple(weight, 2.5),
  },
  {
    unit: 'kg',
    points: 1,
    tool: 'barbell',
    what: 'loads of a 20-kg bar with 20-kg plates (20, 60, 100, 140, 180, 220)',
    holds: isOneOf(20, 60, 100, 140, 180, 220),
  },
]

/** The lightest load of a lift that starts with the empty bar, and how much it counts. */
const emptyBars = { lb: 45, kg: 20 } as const
const emptyBarPoints = 10

/** How strong the evidence must be for a guess to count as sure. */
const sure = { points: 10, times: 3 } as const

/** The unit of a file that doesn't name it, and the evidence. */
export interface UnitGuess {
  readonly unit: WeightUnit
  readonly sure: boolean
  /** For people, one line each. */
  readonly evidence: readonly string[]
}

/** How many names are cached with their equipment. */
const maxNames = 5000

/** Collects evidence from a log's loads for their unit. */
export class UnitEvidence {
  readonly #tools = new Map<string, Tool>()
  readonly #counts = signs.map(() => 0)
  #lightestBar = Number.POSITIVE_INFINITY

  /** @param weight above 0 */
  add(exercise: string, weight: number): void {
    const tool = this.#toolOf(exercise)
    for (const [index, sign] of signs.entries())
      if ((sign.tool === 'any' || sign.tool === tool) && sign.holds(weight))
        this.#counts[index] = (this.#counts[index] ?? 0) + 1
    if (tool === 'barbell') this.#lightestBar = Math.min(this.#lightestBar, weight)
  }

  #toolOf(exercise: string): Tool {
    const known = this.#tools.get(exercise)
    if (known) return known
    const tool = toolOf(exercise)
    if (this.#tools.size < maxNames) this.#tools.set(exercise, tool)
    return tool
  }

  /** Guesses the unit; without evidence it is kilograms. */
  guess(): UnitGuess {
    const points = { kg: 0, lb: 0 }
    const evidence: string[] = []
    for (const [index, { unit, points: each, what }] of signs.entries()) {
      const count = this.#counts[index] ?? 0
      if (count === 0) continue
      points[unit] += count * each
      evidence.push(`${count} ${count === 1 ? 'set suggests' : 'sets suggest'} ${unit}: ${what}.`)
    }
    for (const unit of ['kg', 'lb'] as const) {
      if (this.#lightestBar !== emptyBars[unit]) continue
      points[unit] += emptyBarPoints
      evidence.push(`The lightest barbell lift suggests ${unit}: it is the empty bar (${emptyBars[unit]}).`)
    }
    const unit = points.lb > points.kg ? 'lb' : 'kg'
    const [most, least] = [Math.max(points.kg, points.lb), Math.min(points.kg, points.lb)]
    if (evidence.length === 0) evidence.push('No load suggests either unit.')
    return { unit, sure: most >= sure.points && most >= sure.times * least, evidence }
  }
}

/** Lifts that are done with a barbell unless their name says otherwise. */
const barbellLifts = [
  ['squat'],
  ['bench', 'press'],
  ['deadlift'],
  ['overhead', 'press'],
  ['military', 'press'],
  ['power', 'clean'],
]
/** Words of variants that are rarely done with one. */
const otherTools = new Set(
  'machine cable smith dumbbell goblet hack bodyweight pistol split bulgarian jump leg'.split(' '),
)

function toolOf(exercise: string): Tool {
  const equipment = equipmentIn(exercise)
  if (equipment === 'barbell') return 'barbell'
  if (equipment === 'dumbbell' || equipment === 'kettlebell') return 'dumbbell'
  if (equipment !== undefined) return 'other'
  const words = plainWords(exercise)
  if (words.some((word) => otherTools.has(word))) return 'other'
  return barbellLifts.some((lift) => lift.every((word) => words.includes(word) || words.includes(`${word}s`)))
    ? 'barbell'
    : 'other'
}
