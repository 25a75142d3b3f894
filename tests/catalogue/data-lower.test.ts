import { describe, expect, test } from 'bun:test'
import type { CatalogueExercise } from '#catalogue/exercise.ts'
import { loadCatalogue } from '#catalogue/load.ts'
import { nameKey } from '#catalogue/names/name-words.ts'
import { nameIndex } from '#catalogue/names/slug-by-name.ts'
import type { Muscle } from '#catalogue/vocabulary.ts'

const { exercises } = loadCatalogue()
const slugByKey = nameIndex(exercises)
const bySlug = new Map(exercises.map((exercise) => [exercise.slug, exercise]))

function slugOf(name: string): string | undefined {
  return slugByKey.get(nameKey(name))
}

function find(slug: string): CatalogueExercise {
  const exercise = bySlug.get(slug)
  if (!exercise) throw new Error(`no exercise ${slug}`)
  return exercise
}

/** The muscles with the highest engagement, ties included. */
function leading(exercise: CatalogueExercise): readonly string[] {
  const most = Math.max(...Object.values(exercise.engagement))
  return Object.entries(exercise.engagement)
    .filter(([, percent]) => percent === most)
    .map(([muscle]) => muscle)
}

describe('the names of other apps', () => {
  test.each([
    // Strong
    ['Squat (Barbell)', 'barbell-back-squat'],
    ['Front Squat (Barbell)', 'barbell-front-squat'],
    ['Hack Squat', 'machine-hack-squat'],
    ['Hack Squat (Barbell)', 'barbell-hack-squat'],
    ['Leg Press', 'leg-press'],
    ['Seated Leg Press (Machine)', 'horizontal-leg-press'],
    ['Stiff Leg Deadlift (Dumbbell)', 'dumbbell-stiff-leg-deadlift'],
    ['Hip Abductor (Machine)', 'hip-abduction-machine'],
    ["Knee Raise (Captain's Chair)", 'captains-chair-knee-raise'],
    ['Calf Press on Leg Press', 'leg-press-calf-raise'],
    ['Cycling (Indoor)', 'stationary-bike'],
    ['Running (Treadmill)', 'treadmill-running'],
    ['Rowing (Machine)', 'rowing-machine'],
    ['Snatch Pull (Barbell)', 'snatch-pull'],
    // Hevy
    ['Leg Press Horizontal (Machine)', 'horizontal-leg-press'],
    ['Seated Leg Curl (Machine)', 'seated-leg-curl'],
    ['Nordic Hamstrings Curls', 'nordic-hamstring-curl'],
    ['Deadlift (Trap bar)', 'trap-bar-deadlift'],
    ['Hip Adduction (Machine)', 'hip-adduction-machine'],
    ['Cable Twist (Up to down)', 'high-to-low-cable-woodchop'],
    ['Cable Twist (Down to up)', 'low-to-high-cable-woodchop'],
    ['Stair Machine (Floors)', 'stair-machine'],
    ['Air Bike', 'assault-bike'],
    ['Back Extension (Weighted Hyperextension)', 'weighted-back-extension'],
    // FitNotes
    ['Barbell Front Squat', 'barbell-front-squat'],
    ['Lying Leg Curl Machine', 'lying-leg-curl'],
    ['Ab-Wheel Rollout', 'ab-wheel-rollout'],
    ['Running (Outdoor)', 'running'],
    // Short
    ['RDL', 'barbell-romanian-deadlift'],
    ['BSS', 'bulgarian-split-squat'],
    ['OHS', 'overhead-squat'],
    ['TGU', 'turkish-get-up'],
  ])('%s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test('a name that could mean several lifts matches none', () => {
    for (const name of ['Curl', 'Press', 'Raise']) expect(slugOf(name)).toBeUndefined()
  })
})

describe('anatomy', () => {
  test.each<[string, Muscle]>([
    ['leg-extension', 'quads'],
    ['barbell-back-squat', 'quads'],
    ['barbell-romanian-deadlift', 'hamstrings'],
    ['seated-leg-curl', 'hamstrings'],
    ['barbell-hip-thrust', 'glutes'],
    ['hip-abduction-machine', 'abductors'],
    ['cable-hip-adduction', 'adductors'],
    ['seated-calf-raise', 'calves'],
    ['tibialis-raise', 'tibialis'],
    ['side-plank', 'obliques'],
    ['cable-crunch', 'abs'],
    ['band-hip-flexion', 'hip_flexors'],
    ['farmers-walk', 'forearms'],
  ])('%s is led by %s', (slug, muscle) => {
    expect(leading(find(slug))).toContain(muscle)
  })

  test('an upright squat engages the quads more and the back less than one leaning forward', () => {
    const front = find('barbell-front-squat').engagement
    const low = find('low-bar-back-squat').engagement
    expect(front.quads ?? 0).toBeGreaterThan(low.quads ?? 0)
    expect(front.lower_back ?? 0).toBeLessThan(low.lower_back ?? 0)
    expect(front.hamstrings ?? 0).toBeLessThan(low.hamstrings ?? 0)
  })

  test('knee extension never trains the hamstrings, knee flexion always', () => {
    for (const { slug, pattern, engagement } of exercises) {
      if (pattern === 'knee_extension') expect([slug, engagement.hamstrings]).toEqual([slug, undefined])
      if (pattern === 'knee_flexion') expect([slug, (engagement.hamstrings ?? 0) >= 75]).toEqual([slug, true])
    }
  })
})

describe('tracking', () => {
  test('lunges and single-leg lifts are done one side at a time', () => {
    for (const { slug, pattern, unilateral } of exercises)
      if (pattern === 'lunge' || /(?:^|-)single-leg-/.test(slug))
        expect([slug, unilateral]).toEqual([slug, true])
  })

  test('only handheld equipment is per hand', () => {
    const inHands = new Set(['dumbbell', 'kettlebell', 'cable', 'plate'])
    for (const { slug, perHand, equipment } of exercises)
      if (perHand) expect([slug, inHands.has(equipment)]).toEqual([slug, true])
  })

  test('a stretch is held or repeated, and never loaded', () => {
    for (const { slug, pattern, tracking } of exercises)
      if (pattern === 'stretch') expect([slug, ['duration', 'reps'].includes(tracking)]).toEqual([slug, true])
  })

  test('a carry is measured by distance and time', () => {
    for (const { slug, pattern, tracking } of exercises)
      if (pattern === 'carry') expect([slug, tracking]).toEqual([slug, 'distance_duration'])
  })

  test('the two-legged squat and the lunge move the same share of the body, one leg alone more', () => {
    expect(find('bodyweight-squat').bodyweightShare).toBe(0.78)
    expect(find('bodyweight-lunge').bodyweightShare).toBe(0.78)
    expect(find('pistol-squat').bodyweightShare).toBe(0.89)
    expect(find('bodyweight-calf-raise').bodyweightShare).toBe(0.97)
  })
})
