import { withAlternatives } from './alternatives.ts'
import { candito6Week } from './data/candito.ts'
import { fiveThreeOne } from './data/five-three-one.ts'
import { intermediatePrograms } from './data/intermediate.ts'
import { novicePrograms } from './data/novice.ts'
import { nSunsPrograms } from './data/nsuns.ts'
import { peakingPrograms } from './data/peaking.ts'
import { phat } from './data/phat.ts'
import { phul } from './data/phul.ts'
import { pushPullLegs } from './data/push-pull-legs.ts'
import { sheiko29 } from './data/sheiko.ts'
import { smolov } from './data/smolov.ts'
import { texasMethod } from './data/texas-method.ts'
import type { BuiltInProgram } from './program.ts'

/** Gives unnamed days a name from their key: `day-1` is Day 1. */
const withDayNames = (program: BuiltInProgram): BuiltInProgram => ({
  ...program,
  days: program.days.map((day) => ({ name: nameOf(day.key), ...day })),
})

const nameOf = (key: string) => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ')

/** Every built-in program, by name. */
export const builtInPrograms: readonly BuiltInProgram[] = [
  ...fiveThreeOne,
  ...nSunsPrograms,
  ...novicePrograms,
  pushPullLegs,
  ...intermediatePrograms,
  texasMethod,
  ...peakingPrograms,
  candito6Week,
  smolov,
  sheiko29,
  phul,
  phat,
]
  .map(withAlternatives)
  .map(withDayNames)
  .sort((a, b) => a.name.localeCompare(b.name, 'en'))
