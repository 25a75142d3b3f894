import { afterEach, beforeEach, expect, jest, test } from 'bun:test'
import { longPress } from '#web/workout/long-press.ts'

/** Frames that are drawn when a test says so. */
let frames: (FrameRequestCallback | undefined)[] = []
let opened = 0
const open = () => {
  opened++
}
const draw = () => {
  const due = frames
  frames = []
  for (const frame of due) frame?.(0)
}

beforeEach(() => {
  jest.useFakeTimers()
  frames = []
  opened = 0
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

/** Whether a click does what it is for. */
const click = () => dispatchEvent(new Event('click', { cancelable: true }))

test('opens what is held for half a second', () => {
  longPress(open).onPointerDown(touchAt(0))
  jest.advanceTimersByTime(479)
  draw()
  expect(opened).toBe(0)
  jest.advanceTimersByTime(1)
  draw()
  expect(opened).toBe(1)
})

test('a tap of what is drawn again between its beginning and its end opens nothing', () => {
  longPress(open).onPointerDown(touchAt(0))
  longPress(open).onPointerUp()
  jest.advanceTimersByTime(1000)
  draw()
  expect(opened).toBe(0)
})

test('a finger that was lifted while the page was busy opens nothing', () => {
  const { onPointerDown, onPointerUp } = longPress(open)
  onPointerDown(touchAt(0))
  jest.advanceTimersByTime(1000)
  onPointerUp()
  draw()
  expect(opened).toBe(0)
})

test('a finger that moves scrolls, also after what it is on was drawn again', () => {
  longPress(open).onPointerDown(touchAt(0))
  longPress(open).onPointerMove(touchAt(0, 40))
  jest.advanceTimersByTime(1000)
  draw()
  expect(opened).toBe(0)
})

test('the click of the press is swallowed, and none of a touch after it', () => {
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
