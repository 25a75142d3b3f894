import { dataFile } from '../state/data-file.ts'

declare const bodyShapesAddress: string

/** The SVG path of each muscle. Empty until loaded. */
export const { data: bodyShapes, load: loadBodyShapes } = dataFile<Readonly<Record<string, string>>>(
  () => bodyShapesAddress,
  {},
)
