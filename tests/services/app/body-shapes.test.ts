import { expect, test } from 'bun:test'
import { BACK_MUSCLES, FRONT_MUSCLES } from 'body-muscles'
import { bodyShapes } from '#services/app/body-shapes.ts'
import { muscles } from '#training/types.ts'

const shapes = bodyShapes()

test('every muscle except the rotator cuff has a shape', () => {
  const names: readonly string[] = muscles
  expect(Object.keys(shapes).filter((name) => name !== 'none' && !names.includes(name))).toEqual([])
  expect(names.filter((name) => !(name in shapes))).toEqual(['rotator_cuff'])
})

type Point = readonly [x: number, y: number]

/** The points of each subpath of an SVG path. Of a curve, only its end point. */
function subpaths(path: string): Point[][] {
  const outlines: Point[][] = []
  let current: Point = [0, 0]
  for (const [, command = '', parameters = ''] of path.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const numbers = (parameters.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number)
    const kind = command.toLowerCase()
    if (kind === 'z') current = outlines.at(-1)?.[0] ?? current
    const size = kind === 'c' ? 6 : kind === 'h' || kind === 'v' ? 1 : 2
    for (let index = 0; index < numbers.length; index += size) {
      const [x, y] = command === kind ? current : [0, 0]
      const [a = 0, b = 0] = numbers.slice(index + size - Math.min(size, 2), index + size)
      current = kind === 'h' ? [x + a, current[1]] : kind === 'v' ? [current[0], y + a] : [x + a, y + b]
      if (kind === 'm' && index === 0) outlines.push([])
      outlines.at(-1)?.push(current)
    }
  }
  return outlines
}

const isNear = ([x, y]: Point, [a, b]: Point = [Number.NaN, 0]) => Math.hypot(x - a, y - b) < 0.1

test('each region has its original shape, to a tenth of a unit', () => {
  const original = [...FRONT_MUSCLES, ...BACK_MUSCLES].flatMap(({ path }) => subpaths(path))
  const shapesDrawn = Object.values(shapes).flatMap(subpaths)
  expect(shapesDrawn).toHaveLength(original.length)
  const changed = original.filter(
    (region) =>
      !shapesDrawn.some(
        (other) =>
          other.length === region.length && region.every((point, index) => isNear(point, other[index])),
      ),
  )
  expect(changed).toEqual([])
})
