import { withAlternatives } from './alternatives.ts'
import { fiveThreeOne } from './data/five-three-one.ts'
import { intermediatePrograms } from './data/intermediate.ts'
import { novicePrograms } from './data/novice.ts'
import { nSuns } from './data/nsuns.ts'
import { peakingPrograms } from './data/peaking.ts'
import { powerAndSizePrograms } from './data/power-and-size.ts'
import type { BuiltInProgram } from './program.ts'

/** Every built-in program, by name. */
export const builtInPrograms: readonly BuiltInProgram[] = [
  ...fiveThreeOne,
  nSuns,
  ...novicePrograms,
  ...intermediatePrograms,
  ...peakingPrograms,
  ...powerAndSizePrograms,
]
  .map(withAlternatives)
  .sort((a, b) => (a.name < b.name ? -1 : 1))
