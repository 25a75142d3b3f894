import { equipmentIn } from '#catalogue/names/equipment-words.ts'
import { plainWords } from '#catalogue/names/name-words.ts'
import type { WeightUnit } from '#training/units.ts'

/** The equipment of a lift, as far as the exercise's name reveals it. */
type Tool = 'barbell' | 'dumbbell' | 'other'

/** A pattern of weights that suggests a unit. */
interface Sign {
  readonly unit: WeightUnit
  /** How much one such set counts as evidence. */
  readonly points: number
  readonly tool: Tool | 'any'
  readonly description: string
  readonly matches: (weight: number) => boolean
}

const isMultiple = (weight: number, of: number) => Math.abs(weight / of - Math.round(weight / of)) < 1e-9
const isOneOf = (...weights: readonly number[]) => {
  const set = new Set(weights)
  return (weight: number) => set.has(weight)
}
/** Nobody enters more than four decimals. */
const isConverted = (weight: number) => (String(weight).split('.')[1] ?? '').length > 4

/**
 * The typical weights of bars, plates and dumbbells. Multiples of 5 suggest neither unit, since they occur in both. Nor
 * do machines and cables, whose stacks have arbitrary numbers.
 */
const signs: readonly Sign[] = [
  {
    unit: 'lb',
    points: 3,
    tool: 'any',
    description: 'weights with the rounding errors of a conversion from kilograms (149.99999999999997)',
    matches: (weight) => isConverted(weight) && Math.abs(weight - Math.round(weight * 4) / 4) < 1e-6 * weight,
  },
  {
    unit: 'lb',
    points: 2,
    tool: 'barbell',
    description: 'weights of a 45-pound bar with 45- and 25-pound plates (95, 135, 185, 225, …)',
    matches: isOneOf(95, 115, 135, 185, 205, 225, 275, 315, 365, 405, 455, 495),
  },
  {
    unit: 'lb',
    points: 2,
    tool: 'barbell',
    description: 'the empty 45-pound bar (45)',
    matches: isOneOf(45),
  },
  {
    unit: 'lb',
    points: 1,
    tool: 'barbell',
    description: 'weights above 300, rare in kilograms',
    matches: (weight) => weight > 300,
  },
  {
    unit: 'kg',
    points: 2,
    tool: 'dumbbell',
    description: 'kilogram dumbbell and kettlebell weights that are rare in pounds (12, 14, 16, 18, 22, …)',
    matches: isOneOf(2, 4, 6, 7, 9, 12, 14, 16, 18, 22, 24, 26, 28, 32, 34, 36, 38),
  },
  {
    unit: 'kg',
    points: 1,
    tool: 'barbell',
    description: 'odd multiples of 2.5, as with a pair of 1.25-kg plates (22.5, 62.5, …)',
    matches: (weight) => isMultiple(weight, 2.5) && !isMultiple(weight, 5),
  },
  {
    unit: 'kg',
    points: 2,
    tool: 'barbell',
    description: 'odd multiples of 1.25 (21.25, 61.25, …)',
    matches: (weight) => isMultiple(weight, 1.25) && !isMultiple(weight, 2.5),
  },
  {
    unit: 'kg',
    points: 1,
    tool: 'barbell',
    description: 'weights of a 20-kg bar with 20-kg plates (20, 60, 100, 140, 180, 220)',
    matches: isOneOf(20, 60, 100, 140, 180, 220),
  },
]

/** The weight of the empty bar, which the lightest barbell lift of a log may reveal, and its points as evidence. */
const emptyBars = { lb: 45, kg: 20 } as const
const emptyBarPoints = 10

/** A sure guess has at least this many points, and this many times those of the other unit. */
const sure = { points: 10, ratio: 3 } as const

/** A guess of the unit in a file that doesn't name it. */
export interface UnitGuess {
  readonly unit: WeightUnit
  readonly sure: boolean
  /** Human-readable, one line each. */
  readonly evidence: readonly string[]
}

/** The maximum number of exercise names whose equipment is cached. */
const maxNames = 5000

/** Collects evidence for the unit of a log's weights. */
export class UnitEvidence {
  readonly #tools = new Map<string, Tool>()
  readonly #counts = signs.map(() => 0)
  #lightestBar = Number.POSITIVE_INFINITY

  /** @param weight above 0 */
  add(exercise: string, weight: number): void {
    const tool = this.#toolOf(exercise)
    for (const [index, sign] of signs.entries())
      if ((sign.tool === 'any' || sign.tool === tool) && sign.matches(weight))
        this.#counts[index] = (this.#counts[index] ?? 0) + 1
    if (tool === 'barbell') this.#lightestBar = Math.min(this.#lightestBar, weight)
  }

  #toolOf(exercise: string): Tool {
    const cached = this.#tools.get(exercise)
    if (cached) return cached
    const tool = toolOf(exercise)
    if (this.#tools.size < maxNames) this.#tools.set(exercise, tool)
    return tool
  }

  /** Guesses the unit; without evidence it is kilograms. */
  guess(): UnitGuess {
    const points = { kg: 0, lb: 0 }
    const evidence: string[] = []
    for (const [index, { unit, points: pointsPerSet, description }] of signs.entries()) {
      const count = this.#counts[index] ?? 0
      if (count === 0) continue
      points[unit] += count * pointsPerSet
      evidence.push(`${count} ${count === 1 ? 'set suggests' : 'sets suggest'} ${unit}: ${description}.`)
    }
    for (const unit of ['kg', 'lb'] as const) {
      if (this.#lightestBar !== emptyBars[unit]) continue
      points[unit] += emptyBarPoints
      evidence.push(`The lightest barbell lift suggests ${unit}: it is the empty bar (${emptyBars[unit]}).`)
    }
    const unit = points.lb > points.kg ? 'lb' : 'kg'
    const [higher, lower] = [Math.max(points.kg, points.lb), Math.min(points.kg, points.lb)]
    if (evidence.length === 0) evidence.push('No weight suggests either unit.')
    return { unit, sure: higher >= sure.points && higher >= sure.ratio * lower, evidence }
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
/** Words of variants that are rarely done with a barbell. */
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
