import { expect, test } from 'bun:test'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { now, progressionInput, setsAt, workout } from '#tests/training/history.ts'
import { dayMs } from '#training/day-ms.ts'
import { progressionOf } from '#training/progression/progression.ts'
import { type SchemeId, schemeIds } from '#training/progression/schemes.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { whyOf } from '#web/coach/why.ts'

const training = new URL('../../../src/training/', import.meta.url)

/** How the sources name rules: whole, after the name of a scheme, as an outcome, or in a union. */
const ruleForms = [
  /'((?:apre|double|gzclp|rpe|sum|two_for_two|unloaded)\.[a-z_]+)'/g,
  /\$\{scheme[^}]*\}(\.[a-z_]+)/g,
  /(?<=outcome\b.*)'([a-z_]+)'/gi,
  /decided\('([a-z_]+)'/g,
  /^ {2}\| '([a-z_]+)'/gm,
]

/** The rules in the sources of the schemes and of the memory, such as `double.add_weight`, `.comeback` or `hold`. */
async function listRules(): Promise<string[]> {
  const schemes = await readdir(fileURLToPath(new URL('progression/', training)))
  const files = [...schemes.map((name) => `progression/${name}`), 'lift-state/prescription.ts']
  const texts = await Promise.all(files.map((name) => Bun.file(new URL(name, training)).text()))
  const rules = texts.flatMap((text) =>
    ruleForms.flatMap((form) => [...text.matchAll(form)].map(([, rule = '']) => rule)),
  )
  return [...new Set(rules)]
}

test('each rule of a scheme has a short reason of at most five words', async () => {
  const rules = await listRules()
  expect(rules.length).toBeGreaterThan(10)
  const lengths = rules.map((rule) => ({
    rule,
    words: whyOf({ rule, reasons: [] })?.text.split(' ').length ?? 0,
  }))
  expect(lengths.filter(({ words }) => words === 0 || words > 5)).toEqual([])
})

test('the short reason for a raise names the reps that were made', () => {
  const why = whyOf({ rule: 'memory.add_weight', reasons: [] }, 5)
  expect(why).toEqual({ icon: 'arrow-up', text: 'made 5 last time' })
})

test('for a weight that a program prescribes, the short reason is its percentage of the base', () => {
  const why = whyOf({ share: { min: 87.5, max: 87.5, of: 'training_max' }, reasons: [] })
  expect(why).toEqual({ icon: 'calendar-days', text: '87.5% of training max' })
})

test('for sets with different percentages, the short reason is their range', () => {
  const why = whyOf({ share: { min: 65, max: 85, of: 'training_max' }, reasons: [] })
  expect(why?.text).toBe('65–85% of training max')
})

test('100% of a working weight is called the starting weight', () => {
  const why = whyOf({ share: { min: 100, max: 100, of: 'working_weight' }, reasons: [] })
  expect(why?.text).toBe('starting weight')
})

test('without a rule or a percentage there is no short reason', () => {
  expect(whyOf({ reasons: ['As the program prescribes.'] })).toBeUndefined()
})

/** Workouts with one scheme: the gaps before them, in days, and the reps done beyond those prescribed. */
interface Habits {
  readonly gaps: readonly number[]
  readonly moreReps: readonly number[]
}

const habits: readonly Habits[] = [
  { gaps: [3], moreReps: [0] },
  { gaps: [3, 3, 3, 3, 40], moreReps: [1, 0, 0, 2] },
  { gaps: [4, 4, 200, 4], moreReps: [0, 0, -1] },
  { gaps: [2, 3], moreReps: [-1] },
  { gaps: [2, 3, 7, 30], moreReps: [-20, 0, 3] },
]

const heaviestOf = (sets: readonly { type?: string; weightGrams?: number | undefined }[]) =>
  Math.max(...sets.flatMap(({ type, weightGrams }) => (type === 'warmup' ? [] : (weightGrams ?? []))))

/** The prescriptions whose arrow points the other way than their heaviest set, compared with the last one. */
function wrongArrows(scheme: SchemeId, { gaps, moreReps }: Habits): string[] {
  const log: TrainedSet[] = [12, 9, 6, 3].flatMap((daysAgo) => workout(daysAgo, setsAt(100, [6, 5, 5])))
  const wrong: string[] = []
  let day = 0
  let last = 100_000
  for (let index = 0; index < 24; index++) {
    const at = now + day * dayMs
    const next = progressionOf(progressionInput(log, { scheme }, { now: at }))
    if (next.status !== 'prescription') throw new Error(next.reasons.join())
    const heaviest = heaviestOf(next.sets)
    const icon = whyOf({ rule: next.rule, reasons: [] })?.icon
    if ((icon === 'arrow-up' && heaviest < last) || (icon === 'arrow-down' && heaviest > last))
      wrong.push(`${next.rule}: ${icon} from ${last} to ${heaviest}`)
    last = heaviest
    const more = moreReps[index % moreReps.length] ?? 0
    const done = next.sets.map(({ type, weightGrams = 0, reps, rpe }) => ({
      type,
      weight: weightGrams / 1000,
      reps: Math.max(0, (reps?.min ?? 1) + more),
      target: { weightGrams, reps, rpe },
    }))
    log.push(...workout(-day, done))
    day += gaps[index % gaps.length] ?? 3
  }
  return wrong
}

test.each(schemeIds)('an arrow of %s never points away from the weight', (scheme) => {
  expect(habits.flatMap((each) => wrongArrows(scheme, each))).toEqual([])
})
