import './icons.ts'
import '../workout/keep-data.ts'
import '../workout/records-now.ts'
import '../workout/rest-alert.ts'

/** The pages of a workout, fetched as soon as the app is idle, so that starting one is instant. */
export { EditWorkout } from '../pages/edit.tsx'
export { Picker } from '../pages/picker.tsx'
export { Summary } from '../pages/summary.tsx'
export { Workout } from '../pages/workout.tsx'
