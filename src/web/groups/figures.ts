import './icons.ts'

/** The pages about past training, with their charts. */
export { loadBodyShapes } from '../body/shapes.ts'
export { ExercisePage } from '../pages/exercise.tsx'
export { History } from '../pages/history.tsx'
export { Measurements } from '../pages/measurements.tsx'
export { Progress } from '../pages/progress.tsx'
