import type { CatalogueExercise } from '../exercise.ts'

const hold = {
  category: 'pull',
  pattern: 'vertical_pull',
  mechanic: 'compound',
  force: 'hold',
  tracking: 'duration',
} as const

/** Levers and holds under the bar. */
export const hangsAndLevers: readonly CatalogueExercise[] = [
  {
    slug: 'front-lever-hold',
    name: 'Front Lever Hold',
    aliases: ['Front Lever', 'Front Lever Hold (Bodyweight)'],
    ...hold,
    equipment: 'bodyweight',
    difficulty: 'advanced',
    cues: [
      'Pull the bar toward the hips with straight arms',
      'Squeeze the glutes and brace',
      'Keep the body level',
    ],
    engagement: {
      lats: 90,
      abs: 60,
      upper_back: 50,
      triceps: 30,
      rear_delts: 30,
      forearms: 30,
      lower_back: 20,
    },
  },
  {
    slug: 'chin-up-hold',
    name: 'Chin-Up Hold',
    aliases: ['Flexed Arm Hang', 'Chin Over Bar Hold', 'Pull-Up Hold'],
    ...hold,
    equipment: 'bodyweight',
    difficulty: 'intermediate',
    cues: ['Hold the chin above the bar', 'Keep the elbows by the ribs', 'Stop when the chin drops'],
    engagement: { lats: 80, biceps: 65, upper_back: 45, forearms: 45, abs: 20 },
  },
  {
    slug: 'scapular-pull-up',
    name: 'Scapular Pull-Up',
    aliases: ['Scapular Pull Ups', 'Scap Pull-Up', 'Scapula Pull-Up'],
    ...hold,
    mechanic: 'isolation',
    force: 'pull',
    tracking: 'reps',
    equipment: 'bodyweight',
    difficulty: 'beginner',
    cues: ['Hang with straight arms', 'Draw the shoulder blades down', 'Rise a little and relax'],
    engagement: { traps: 60, lats: 50, upper_back: 30, forearms: 30, serratus: 20 },
  },
]
