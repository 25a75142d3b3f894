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
  if (!exercise) throw new Error(`there is no exercise ${slug}`)
  return exercise
}

/** The muscles with the highest engagement; several if they are tied. */
function mostEngagedMuscles(exercise: CatalogueExercise): readonly string[] {
  const highest = Math.max(...Object.values(exercise.engagement))
  return Object.entries(exercise.engagement)
    .filter(([, percent]) => percent === highest)
    .map(([muscle]) => muscle)
}

describe('names in other apps', () => {
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
    // Abbreviations
    ['RDL', 'barbell-romanian-deadlift'],
    ['BSS', 'bulgarian-split-squat'],
    ['OHS', 'overhead-squat'],
    ['TGU', 'turkish-get-up'],
  ])('%s finds %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test('a name that could mean several exercises finds none', () => {
    for (const name of ['Curl', 'Press', 'Raise']) expect(slugOf(name)).toBeUndefined()
  })
})

describe('engagement', () => {
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
  ])('%s engages %s most', (slug, muscle) => {
    expect(mostEngagedMuscles(find(slug))).toContain(muscle)
  })

  test('a front squat engages the quads more than a low-bar squat, and the back and hamstrings less', () => {
    const front = find('barbell-front-squat').engagement
    const low = find('low-bar-back-squat').engagement
    expect(front.quads ?? 0).toBeGreaterThan(low.quads ?? 0)
    expect(front.lower_back ?? 0).toBeLessThan(low.lower_back ?? 0)
    expect(front.hamstrings ?? 0).toBeLessThan(low.hamstrings ?? 0)
  })

  test('knee extension never engages the hamstrings, and knee flexion always does', () => {
    for (const { slug, pattern, engagement } of exercises) {
      if (pattern === 'knee_extension') expect([slug, engagement.hamstrings]).toEqual([slug, undefined])
      if (pattern === 'knee_flexion') expect([slug, (engagement.hamstrings ?? 0) >= 75]).toEqual([slug, true])
    }
  })
})

describe('tracking', () => {
  test('lunges and single-leg exercises are unilateral', () => {
    for (const { slug, pattern, unilateral } of exercises)
      if (pattern === 'lunge' || /(?:^|-)single-leg-/.test(slug))
        expect([slug, unilateral]).toEqual([slug, true])
  })

  test('only exercises with handheld equipment are per hand', () => {
    const handheld = new Set(['dumbbell', 'kettlebell', 'cable', 'plate'])
    for (const { slug, perHand, equipment } of exercises)
      if (perHand) expect([slug, handheld.has(equipment)]).toEqual([slug, true])
  })

  test('a stretch is tracked by duration or reps, without weight', () => {
    for (const { slug, pattern, tracking } of exercises)
      if (pattern === 'stretch') expect([slug, ['duration', 'reps'].includes(tracking)]).toEqual([slug, true])
  })

  test('a carry is tracked by distance and duration', () => {
    for (const { slug, pattern, tracking } of exercises)
      if (pattern === 'carry') expect([slug, tracking]).toEqual([slug, 'distance_duration'])
  })

  test('the bodyweight share is the same for a squat and a lunge, and larger on one leg', () => {
    expect(find('bodyweight-squat').bodyweightShare).toBe(0.78)
    expect(find('bodyweight-lunge').bodyweightShare).toBe(0.78)
    expect(find('pistol-squat').bodyweightShare).toBe(0.89)
    expect(find('bodyweight-calf-raise').bodyweightShare).toBe(0.97)
  })
})
