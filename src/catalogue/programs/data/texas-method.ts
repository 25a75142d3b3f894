import { barbell, lb, liftSlot, sets, workingWeight } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

/** Friday's record adds 5 lb; a missed one is repeated. */
const byRecord = [{ set: 'record', made: lb(5) }]

const squat = {
  volume: liftSlot('squat', '5x5@90'),
  recovery: liftSlot('squat', '2x5@72'),
  intensity: liftSlot('squat', '5@100#record'),
}

/** The days of a week in which the volume and record days have one press, and the light day the other. */
function weekOf(heavy: 'bench' | 'press', light: 'bench' | 'press') {
  return [
    {
      key: `${heavy}-volume`,
      name: 'Volume',
      slots: [squat.volume, liftSlot(heavy, '5x5@90'), liftSlot('deadlift', '5@90#heavy')],
    },
    {
      key: `${heavy}-recovery`,
      name: 'Recovery',
      slots: [
        squat.recovery,
        liftSlot(light, '3x5@81'),
        {
          key: 'chin-up',
          exerciseId: 'chin-up',
          sets: [{ count: 3, reps: { min: 1, max: 30 }, openEnded: true }],
        },
        { key: 'back-extension', exerciseId: 'back-extension', sets: sets('5x10') },
      ],
    },
    {
      key: `${heavy}-intensity`,
      name: 'Intensity',
      slots: [squat.intensity, liftSlot(heavy, '5@100#record'), liftSlot('power-clean', '5x3@100')],
    },
  ]
}

/** A weekly cycle of volume, recovery and a new record. */
export const texasMethod: BuiltInProgram = {
  id: 'texas-method',
  revision: 2,
  name: 'Texas Method',
  author: 'Mark Rippetoe',
  sourceUrl: 'https://www.t-nation.com/training/texas-method',
  notes:
    'One step up per week: volume on Monday, a light day midweek, and a new five-rep record on Friday that decides the weights of the other days. Bench press and press alternate weekly.',
  sessionsPerWeek: 3,
  lifts: [
    workingWeight('squat', barbell.squat, byRecord, 86),
    workingWeight('bench', barbell.bench, byRecord, 86),
    workingWeight('press', barbell.press, byRecord, 86),
    workingWeight('deadlift', barbell.deadlift, [{ set: 'heavy', made: lb(5) }], 86),
    workingWeight('power-clean', 'power-clean', [{ made: lb(5) }], 80),
  ],
  days: [...weekOf('bench', 'press'), ...weekOf('press', 'bench')],
  weeks: [
    { key: 'bench-week', days: ['bench-volume', 'bench-recovery', 'bench-intensity'] },
    { key: 'press-week', days: ['press-volume', 'press-recovery', 'press-intensity'] },
  ],
}
