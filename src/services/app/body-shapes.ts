import { BACK_MUSCLES, FRONT_MUSCLES } from 'body-muscles'
import type { Muscle } from '#training/types.ts'

/** The muscle of each region of the drawing, by prefix of the region's id; other regions are only decoration. */
const regions: readonly (readonly [start: string, muscle: Muscle])[] = [
  ['neck', 'neck'],
  ['nape', 'neck'],
  ['traps-upper', 'traps'],
  ['traps', 'upper_back'],
  ['shoulder-front', 'front_delts'],
  ['shoulder-side', 'side_delts'],
  ['deltoid-rear', 'rear_delts'],
  ['chest', 'chest'],
  ['serratus', 'serratus'],
  ['biceps', 'biceps'],
  ['triceps', 'triceps'],
  ['forearm', 'forearms'],
  ['abs', 'abs'],
  ['obliques', 'obliques'],
  ['hip-flexor', 'hip_flexors'],
  ['quads', 'quads'],
  ['adductors', 'adductors'],
  ['tibialis', 'tibialis'],
  ['lats', 'lats'],
  ['lower-back', 'lower_back'],
  ['gluteus-maximus', 'glutes'],
  ['gluteus-medius', 'abductors'],
  ['hamstrings', 'hamstrings'],
  ['calves', 'calves'],
]

const muscleOf = (region: string): Muscle | undefined =>
  regions.find(([start]) => region.startsWith(start))?.[1]

/** The key of the regions that aren't a muscle. */
const decoration = 'none'

/** The SVG path of each muscle, seen from the front and from behind, and that of the decoration. */
export function bodyShapes(): Readonly<Record<string, string>> {
  const shapes: Record<string, string> = {}
  for (const { id, path } of [...FRONT_MUSCLES, ...BACK_MUSCLES]) {
    const key = muscleOf(id) ?? decoration
    shapes[key] = (shapes[key] ?? '') + absolute(rounded(path))
  }
  return shapes
}

/** Rounds to hundredths, each of which is a fiftieth of a pixel on a phone. */
const rounded = (path: string): string =>
  path
    .replace(/-?\d*\.?\d+(?:e-?\d+)?/g, (text) => String(Number(Number(text).toFixed(2))))
    .replace(/\s*([a-z])\s*/gi, '$1')
    .replace(/[ ,]-/g, '-')

/** A path that starts at the same point wherever it is appended; the relative lines after its start stay relative. */
const absolute = (path: string): string =>
  path.replace(/^m(-?[\d.]+(?:,|(?=-))-?[\d.]+)(?: |(?=-))/, 'M$1l').replace(/^m/, 'M')
