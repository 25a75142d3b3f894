import { afterEach, beforeEach, expect, jest, test } from 'bun:test'
import { longPress } from '#web/workout/long-press.ts'

/** Animation frames, which run when a test calls `draw`. */
let frames: (FrameRequestCallback | undefined)[] = []
let openCount = 0
const open = () => {
  openCount++
}
const draw = () => {
  const dueFrames = frames
  frames = []
  for (const frame of dueFrames) frame?.(0)
}

beforeEach(() => {
  jest.useFakeTimers()
  frames = []
  openCount = 0
  globalThis.requestAnimationFrame = (frame) => frames.push(frame)
  globalThis.cancelAnimationFrame = (id) => {
    frames[id - 1] = undefined
  }
})
afterEach(() => {
  jest.useRealTimers()
})

const touchAt = (clientX: number, clientY = 0) =>
  ({ clientX, clientY, pointerType: 'touch', button: 0 }) as PointerEvent

/** Dispatches a click. Returns false if its default action was prevented. */
const click = () => dispatchEvent(new Event('click', { cancelable: true }))

test('a press of half a second opens', () => {
  longPress(open).onPointerDown(touchAt(0))
  jest.advanceTimersByTime(479)
  draw()
  expect(openCount).toBe(0)
  jest.advanceTimersByTime(1)
  draw()
  expect(openCount).toBe(1)
})

test('a tap opens nothing, even if the element is rendered again during the tap', () => {
  longPress(open).onPointerDown(touchAt(0))
  longPress(open).onPointerUp()
  jest.advanceTimersByTime(1000)
  draw()
  expect(openCount).toBe(0)
})

test('a tap that ends while the page is busy opens nothing', () => {
  const { onPointerDown, onPointerUp } = longPress(open)
  onPointerDown(touchAt(0))
  jest.advanceTimersByTime(1000)
  onPointerUp()
  draw()
  expect(openCount).toBe(0)
})

test('a press that moves opens nothing, even if the element is rendered again', () => {
  longPress(open).onPointerDown(touchAt(0))
  longPress(open).onPointerMove(touchAt(0, 40))
  jest.advanceTimersByTime(1000)
  draw()
  expect(openCount).toBe(0)
})

test('the click that ends a long press is prevented, but later clicks are not', () => {
  const press = () => {
    longPress(open).onPointerDown(touchAt(0))
    jest.advanceTimersByTime(480)
    draw()
  }
  press()
  expect(click()).toBe(false)
  expect(click()).toBe(true)
  press()
  dispatchEvent(new Event('pointerdown'))
  expect(click()).toBe(true)
})
