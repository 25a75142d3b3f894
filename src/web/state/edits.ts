import { computed, type ReadonlySignal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { changes, log } from './log.ts'
import { applyEdits, type Edit, pendingEdits, storeError, withPendingEdits } from './pending.ts'

const views = new Map<string, ReadonlySignal<LocalWorkout | undefined>>()

/**
 * A workout with all its edits. Parts that didn't change stay the same objects, so that they aren't rendered again.
 * Undefined if there is no such workout.
 */
export function editedWorkout(id: string): LocalWorkout | undefined {
  const view = views.get(id) ?? viewOf(id)
  views.set(id, view)
  return view.value
}

function viewOf(id: string): ReadonlySignal<LocalWorkout | undefined> {
  let last: LocalWorkout | undefined
  return computed(() => {
    changes.value
    const stored = log().workouts.get(id)
    last = stored && reuseParts(withPendingEdits(stored), last)
    return last
  })
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** `next` with those parts of `last` that are equal, so that they remain the same objects. */
function reuseParts<Value>(next: Value, last: unknown): Value {
  if (next === last || !isObject(next) || !isObject(last)) return next
  const [nextParts, lastParts] = [Object.entries(next), new Map(Object.entries(last))]
  const parts = nextParts.map(([name, value]) => [name, reuseParts(value, lastParts.get(name))] as const)
  const isSame =
    nextParts.length === lastParts.size && parts.every(([name, value]) => value === lastParts.get(name))
  // They have the same type, since everything in them is equal.
  if (isSame && Array.isArray(next) === Array.isArray(last)) return last as Value
  return (Array.isArray(next) ? parts.map(([, value]) => value) : Object.fromEntries(parts)) as Value
}

let storing: Promise<void> | undefined

/** Changes a workout: shown in the next frame, then stored. */
export function edit(id: string, change: Edit): Promise<void> {
  pendingEdits.value = [...pendingEdits.value, { id, edit: change }]
  storing ??= store().finally(() => {
    storing = undefined
  })
  return storing
}

/** Retries storing the edits that could not be stored. */
export function retryEdits(): void {
  storing ??= store().finally(() => {
    storing = undefined
  })
}

/** Longer than a frame. A page that isn't visible draws none. */
const frameMs = 100

/** Waits until the next frame is drawn. */
const nextFrame = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, document.hidden ? 0 : frameMs)
    requestAnimationFrame(() => setTimeout(resolve))
  })

async function store(): Promise<void> {
  // Merging and encoding a workout would delay the frame that shows the edit.
  await nextFrame()
  while (pendingEdits.value.length > 0) {
    const batch = pendingEdits.value
    const [first] = batch
    const editsOfFirst = batch.filter(({ id }) => id === first?.id)
    const stored = first && log().workouts.get(first.id)
    try {
      if (stored) await log().workouts.put(applyEdits(stored, editsOfFirst))
    } catch (error) {
      storeError.value = error
      return
    }
    storeError.value = undefined
    pendingEdits.value = pendingEdits.value.filter((stillPending) => !editsOfFirst.includes(stillPending))
  }
}
