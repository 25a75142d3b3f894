import type { Role, SplitDay } from './types.ts'

const squat: Role = { muscle: 'quads', patterns: ['squat'], isMain: true }
const legPress: Role = { muscle: 'quads', patterns: ['squat', 'lunge', 'knee_extension'] }
const hinge: Role = { muscle: 'hamstrings', patterns: ['hinge', 'hip_extension'], isMain: true }
const legCurl: Role = { muscle: 'hamstrings', patterns: ['knee_flexion', 'hinge'] }
const press: Role = { muscle: 'chest', patterns: ['horizontal_push'], isMain: true }
const chest: Role = { muscle: 'chest', patterns: ['horizontal_push', 'chest_fly'] }
const overhead: Role = { muscle: 'front_delts', patterns: ['vertical_push'], isMain: true }
const row: Role = { muscle: 'upper_back', patterns: ['horizontal_pull'] }
const pulldown: Role = { muscle: 'lats', patterns: ['vertical_pull', 'horizontal_pull'] }
const sideDelts: Role = { muscle: 'side_delts', patterns: ['shoulder_raise'] }
const rearDelts: Role = { muscle: 'rear_delts', patterns: ['shoulder_raise', 'horizontal_pull'] }
const biceps: Role = { muscle: 'biceps', patterns: ['elbow_flexion'] }
const triceps: Role = { muscle: 'triceps', patterns: ['elbow_extension', 'vertical_push'] }
const calves: Role = { muscle: 'calves', patterns: ['ankle'] }
const abs: Role = { muscle: 'abs', patterns: ['trunk_flexion', 'bracing'] }
const glutes: Role = { muscle: 'glutes', patterns: ['hip_extension', 'lunge'] }

const fullA: SplitDay = {
  key: 'full-a',
  name: 'Full body A',
  roles: [squat, press, row, legCurl, sideDelts, biceps, triceps, calves],
}
const fullB: SplitDay = {
  key: 'full-b',
  name: 'Full body B',
  roles: [hinge, overhead, pulldown, legPress, chest, rearDelts, biceps, abs],
}
const fullC: SplitDay = {
  key: 'full-c',
  name: 'Full body C',
  roles: [squat, chest, pulldown, glutes, sideDelts, triceps, calves, abs],
}
const upperA: SplitDay = {
  key: 'upper-a',
  name: 'Upper body A',
  roles: [press, row, chest, pulldown, sideDelts, biceps, triceps, rearDelts],
}
const upperB: SplitDay = {
  key: 'upper-b',
  name: 'Upper body B',
  roles: [overhead, pulldown, press, row, chest, sideDelts, triceps, biceps, rearDelts],
}
const lowerA: SplitDay = {
  key: 'lower-a',
  name: 'Lower body A',
  roles: [squat, legCurl, legPress, glutes, calves, abs],
}
const lowerB: SplitDay = {
  key: 'lower-b',
  name: 'Lower body B',
  roles: [hinge, legPress, legCurl, calves, abs],
}
const push: SplitDay = {
  key: 'push',
  name: 'Push',
  roles: [press, overhead, chest, chest, sideDelts, triceps],
}
const pull: SplitDay = {
  key: 'pull',
  name: 'Pull',
  roles: [row, pulldown, row, rearDelts, biceps, biceps],
}
const legs: SplitDay = {
  key: 'legs',
  name: 'Legs',
  roles: [squat, hinge, legPress, legCurl, calves, abs],
}

const repeated = (day: SplitDay): SplitDay => ({ ...day, key: `${day.key}-2`, name: `${day.name} 2` })

/** The days of a week with this many sessions. With two or more, muscles are trained twice if the days allow it. */
export function splitFor(sessionsPerWeek: number): {
  readonly days: readonly SplitDay[]
  readonly reason: string
} {
  const twice = 'so that each muscle is trained about twice a week'
  switch (sessionsPerWeek) {
    case 1:
      return { days: [fullA], reason: 'One session a week has to train everything.' }
    case 2:
      return { days: [fullA, fullB], reason: `Two full-body days, ${twice}.` }
    case 3:
      return { days: [fullA, fullB, fullC], reason: 'Three full-body days, with a day between each.' }
    case 4:
      return { days: [upperA, lowerA, upperB, lowerB], reason: `Upper and lower body alternate, ${twice}.` }
    case 5:
      return { days: [upperA, lowerA, push, pull, legs], reason: `Upper, lower, push, pull, legs, ${twice}.` }
    default:
      return {
        days: [push, pull, legs, repeated(push), repeated(pull), repeated(legs)],
        reason: 'Push, pull and legs, each twice a week.',
      }
  }
}
