import { describe, expect, test } from 'bun:test'
import { catalogueProblems } from '#catalogue/check.ts'
import type { CatalogueExercise } from '#catalogue/exercise.ts'
import { CatalogueError, loadCatalogue } from '#catalogue/load.ts'
import { exercise } from './exercise.ts'

/** An engagement that the compiler would reject in a literal. */
function looseEngagement(entries: Record<string, number>): CatalogueExercise['engagement'] {
  return entries
}

const invalid: readonly (readonly [rule: string, changes: Partial<CatalogueExercise>])[] = [
  ['slug_form', { slug: 'Zercher Shrug' }],
  ['slug_form', { slug: 'zercher--shrug' }],
  ['slug_form', { slug: 'z'.repeat(65) }],
  ['name_form', { name: ' Zercher Shrug' }],
  ['name_form', { name: '---' }],
  ['name_form', { aliases: ['Zercher '] }],
  ['name_form', { aliases: ['x'.repeat(81)] }],
  ['alias_repeated', { aliases: ['Zercher Shrug'] }],
  ['alias_repeated', { aliases: ['Zercher', 'Zercher'] }],
  ['cue_count', { cues: ['Stand tall'] }],
  ['cue_count', { cues: ['a', 'b', 'c', 'd'] }],
  ['cue_form', { cues: ['Stand tall', ' '] }],
  ['cue_form', { cues: ['Stand tall', 'x'.repeat(101)] }],
  ['muscle_known', { engagement: looseEngagement({ traps: 90, tongue: 10 }) }],
  ['engagement_percent', { engagement: { traps: 90, biceps: 101 } }],
  ['engagement_percent', { engagement: { traps: 90, biceps: -1 } }],
  ['engagement_percent', { engagement: { traps: 90, biceps: 0.5 } }],
  ['engagement_percent', { engagement: { traps: 90, biceps: Number.NaN } }],
  ['engagement_primary', { engagement: {} }],
  ['engagement_primary', { engagement: { traps: 49 } }],
  ['bodyweight_share', { tracking: 'bodyweight_reps' }],
  ['bodyweight_share', { bodyweightShare: 0.5 }],
  ['bodyweight_share', { tracking: 'bodyweight_reps', bodyweightShare: 0 }],
  ['bodyweight_share', { tracking: 'bodyweight_reps', bodyweightShare: 1.1 }],
  ['per_hand', { tracking: 'reps', perHand: true }],
]

describe('catalogueProblems', () => {
  test('a valid exercise has no problems', () => {
    expect(catalogueProblems([exercise()])).toEqual([])
  })

  test.each(invalid)('%s is violated by %j', (rule, changes) => {
    const problems = catalogueProblems([exercise(changes)])
    expect(problems.map((problem) => problem.rule)).toContain(rule)
    expect(new Set(problems.map((problem) => problem.rule)).size).toBe(1)
    expect(problems[0]?.slug).toBe(changes.slug ?? 'zercher-shrug')
  })

  test('slug_unique is violated by two exercises with the same slug', () => {
    const problems = catalogueProblems([exercise(), exercise({ name: 'Other Thing' })])
    expect(problems).toContainEqual({
      slug: 'zercher-shrug',
      rule: 'slug_unique',
      message: 'two exercises have this slug',
    })
  })

  test.each([
    ['its name', { name: 'Shrug (Zercher)' }],
    ['an alias in another spelling', { aliases: ['zercher-shrugs'] }],
    ['its slug', { slug: 'shrug-zercher' }],
  ])('name_unique is violated by a second exercise with the same name (%s)', (_, changes) => {
    const other = exercise({ slug: 'other-thing', name: 'Other Thing', ...changes })
    const problems = catalogueProblems([exercise(), other])
    expect(problems.map(({ slug, rule }) => ({ slug, rule }))).toEqual([
      { slug: other.slug, rule: 'name_unique' },
    ])
    expect(problems[0]?.message).toContain('already means "zercher-shrug"')
  })

  test('an exercise may have two spellings of a name', () => {
    expect(catalogueProblems([exercise({ aliases: ['Shrug (Zercher)'] })])).toEqual([])
  })
})

test('loadCatalogue throws an error with a line for each problem', () => {
  const load = () =>
    loadCatalogue([exercise({ cues: [] }), exercise({ slug: 'x', name: 'X', engagement: {} })])
  expect(load).toThrow(CatalogueError)
  expect(load).toThrow(
    'the exercise catalogue is invalid:\n' +
      'zercher-shrug: cue_count: two or three cues are needed, not 0\n' +
      'x: engagement_primary: no muscle has 50 percent or more',
  )
})
