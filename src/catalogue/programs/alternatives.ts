import type { BuiltInProgram } from './program.ts'

/** Replacements for exercises whose equipment is missing, best first. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  'barbell-back-squat': [
    'smith-machine-squat',
    'dumbbell-squat',
    'goblet-squat',
    'leg-press',
    'bodyweight-squat',
  ],
  'barbell-front-squat': ['goblet-squat', 'dumbbell-squat', 'machine-hack-squat', 'bodyweight-squat'],
  'barbell-bench-press': ['dumbbell-bench-press', 'machine-chest-press', 'push-up'],
  'incline-barbell-bench-press': ['incline-dumbbell-bench-press', 'machine-chest-press', 'push-up'],
  'close-grip-bench-press': ['dumbbell-bench-press', 'machine-chest-press', 'push-up'],
  'barbell-deadlift': [
    'trap-bar-deadlift',
    'dumbbell-romanian-deadlift',
    'kettlebell-deadlift',
    'band-deadlift',
  ],
  'sumo-deadlift': ['trap-bar-deadlift', 'kettlebell-deadlift', 'dumbbell-romanian-deadlift'],
  'barbell-romanian-deadlift': ['dumbbell-romanian-deadlift', 'kettlebell-deadlift', 'band-deadlift'],
  'barbell-overhead-press': [
    'dumbbell-shoulder-press',
    'machine-shoulder-press',
    'kettlebell-press',
    'pike-push-up',
  ],
  'barbell-row': ['dumbbell-row', 'seated-cable-row', 'machine-row', 'kettlebell-row', 'band-row'],
  'barbell-curl': ['dumbbell-curl', 'cable-curl', 'band-curl'],
  'barbell-skull-crusher': [
    'dumbbell-overhead-triceps-extension',
    'triceps-pushdown',
    'band-triceps-pushdown',
  ],
  'lat-pulldown': ['pull-up', 'band-lat-pulldown'],
  'seated-cable-row': ['dumbbell-row', 'machine-row', 'band-row'],
  'cable-face-pull': ['dumbbell-reverse-fly', 'band-pull-apart'],
  'triceps-pushdown': ['dumbbell-overhead-triceps-extension', 'band-triceps-pushdown'],
  'leg-press': ['dumbbell-squat', 'goblet-squat', 'bodyweight-squat'],
  'leg-extension': ['bulgarian-split-squat', 'bodyweight-lunge'],
  'lying-leg-curl': ['seated-leg-curl', 'dumbbell-romanian-deadlift', 'band-leg-curl'],
  'machine-standing-calf-raise': ['dumbbell-standing-calf-raise', 'bodyweight-calf-raise'],
  'seated-calf-raise': ['dumbbell-standing-calf-raise', 'bodyweight-calf-raise'],
}

/** The program, with alternatives for other equipment in every slot that names no alternatives. */
export function withAlternatives(program: BuiltInProgram): BuiltInProgram {
  const exerciseOf = (lift: string | undefined) =>
    program.lifts?.find(({ key }) => key === lift)?.exerciseId ?? ''
  return {
    ...program,
    days: program.days.map((day) => {
      const exercisesOfDay = new Set(day.slots.map(({ exerciseId, lift }) => exerciseId ?? exerciseOf(lift)))
      return {
        ...day,
        slots: day.slots.map((slot) => {
          // An exercise shouldn't occur twice in a workout.
          const available = alternatives[slot.exerciseId ?? exerciseOf(slot.lift)]?.filter(
            (id) => !exercisesOfDay.has(id),
          )
          return slot.alternatives || !available?.length ? slot : { ...slot, alternatives: available }
        }),
      }
    }),
  }
}
