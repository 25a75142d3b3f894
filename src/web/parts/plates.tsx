import type { Schemas } from '#generated/types.ts'
import { barWeights } from '#training/plates/loading.ts'
import { plateRack } from '#training/plates/rack.ts'
import { weightUnits } from '#training/units.ts'
import { platePairs, settings } from '../state/settings.ts'
import { numberText, timesSign } from '../words.ts'

/** The plates on each side of a bar, and the bar, in this device's unit. */
export interface BarLoading {
  readonly perSide: readonly number[]
  readonly bar: number
  /** Whether the available plates make exactly this weight. */
  readonly exact: boolean
}

let rackCache: { settings: unknown; racks: Map<number, ReturnType<typeof plateRack>> } | undefined

function rackFor(bar: number) {
  const { unit } = settings.value
  if (rackCache?.settings !== settings.value) rackCache = { settings: settings.value, racks: new Map() }
  const { racks } = rackCache
  const rack = racks.get(bar) ?? plateRack(bar * weightUnits[unit].canonical, platePairs.value)
  racks.set(bar, rack)
  return rack
}

/** The weight of an exercise's bar; undefined if it has no bar for plates. */
export function barOf(equipment: Schemas['Equipment'] | undefined): number | undefined {
  const { unit, bar } = settings.value
  if (equipment === 'barbell') return bar
  if (equipment === 'ez_bar' || equipment === 'trap_bar') return barWeights[equipment][unit]
  return undefined
}

/** The plates for a weight; undefined without a bar, or if the bar is heavier. */
export function platesFor(
  weight: number | undefined,
  equipment: Schemas['Equipment'] | undefined,
): BarLoading | undefined {
  const bar = barOf(equipment)
  if (bar === undefined || weight === undefined || weight < bar) return undefined
  const { canonical } = weightUnits[settings.value.unit]
  const loaded = rackFor(bar).atMost(weight * canonical)
  if (!loaded) return undefined
  const perSide = loaded.perSide.map((grams) => Math.round((grams / canonical) * 100) / 100)
  return { perSide, bar, exact: Math.abs(loaded.totalGrams - weight * canonical) <= 1 }
}

/** The colors of competition plates, which lifters recognize. */
const colors: Readonly<Record<string, string>> = {
  '25kg': '#d64541',
  '20kg': '#3f78d6',
  '15kg': '#e0b020',
  '10kg': '#3f9f5b',
  '5kg': '#d9dcd6',
  '2.5kg': '#444b46',
  '45lb': '#3f78d6',
  '35lb': '#e0b020',
  '25lb': '#3f9f5b',
  '10lb': '#d9dcd6',
  '5lb': '#444b46',
}

/** Plate heights as a share of the largest plate, largest first. */
const heights = [1, 1, 0.88, 0.74, 0.57, 0.47, 0.37] as const
const maxWideRank = 3
const gap = 1.5
const sleeve = 12
const endWidth = 14

/** More plates don't fit on a bar; a drawing of them would leave no room for the text. */
const maxDrawn = 10

/** Draws the plates of one side. */
export function Plates({ loaded, height }: { loaded: BarLoading; height: number }) {
  if (loaded.perSide.length > maxDrawn) return null
  const { unit, plates } = settings.value
  const middle = height / 2 - 1.75
  let x = sleeve
  const plateShapes = loaded.perSide.map((value) => {
    const rank = Math.min(
      plates.indexOf(value) < 0 ? heights.length - 1 : plates.indexOf(value),
      heights.length - 1,
    )
    const width = rank <= maxWideRank ? 7 : 5
    const plateHeight = height * (heights[rank] ?? 0.4)
    const plate = (
      <rect
        x={x}
        y={(height - plateHeight) / 2}
        width={width}
        height={plateHeight}
        rx="2"
        fill={colors[`${value}${unit}`] ?? '#8a928c'}
        class="plate"
        stroke-width=".75"
      />
    )
    x += width + gap
    return plate
  })
  const width = x + endWidth
  const label =
    loaded.perSide.length > 0 ? `Plates each side: ${loaded.perSide.map(numberText).join(', ')}` : 'Empty bar'
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect x="0" y={middle} width={sleeve} height="3.5" rx="1" class="sleeve" />
      {plateShapes}
      <rect x={x} y={middle} width={endWidth} height="3.5" rx="1" class="sleeve" />
    </svg>
  )
}

/** This many plates of one size, or more, are counted: `6 × 25`. */
const manyPlates = 3

const groupTexts = (plates: readonly number[]): string[] =>
  [...Map.groupBy(plates, (size) => size)].flatMap(([size, same]) =>
    same.length < manyPlates ? same.map(numberText) : `${same.length}${timesSign}${numberText(size)}`,
  )

/** `25 + 10 each side`. */
export function platesText({ perSide, bar, exact }: BarLoading): string {
  const { unit } = settings.value
  if (perSide.length === 0) return exact ? `empty bar, ${numberText(bar)} ${unit}` : 'no plates small enough'
  const sizes = groupTexts(perSide)
  const text = sizes.join(' + ')
  if (!exact) return `nearest: ${text}`
  return sizes.length > 3 ? text : `${text} each side`
}
