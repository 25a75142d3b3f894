/**
 * The catalogue's exercises that a machine, a band or a hold makes lighter: the entered value is `assistance`, never
 * `weight`.
 */
export const assistedExercises: ReadonlySet<string> = new Set([
  'assisted-chest-dip',
  'assisted-chin-up',
  'assisted-dip',
  'assisted-pistol-squat',
  'assisted-pull-up',
  'assisted-triceps-dip',
  'band-assisted-chin-up',
  'band-assisted-pull-up',
])
