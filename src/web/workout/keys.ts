import { useEffect } from 'preact/hooks'
import { editedWorkout } from '../state/edits.ts'
import { commitEntry, commitTyped } from './actions.ts'
import { skipRest } from './dock.tsx'
import { type KeypadEntry, keypadEntry, openKeypad, pressKey } from './entry.ts'
import type { Field } from './model.ts'

/** Keyboard shortcuts of a workout: digits enter a value, arrows move between sets, R skips the rest. */
export function useWorkoutKeys(id: string): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onWorkoutKey(event, id)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [id])
}

function onWorkoutKey(event: KeyboardEvent, id: string): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isText(event.target)) return
  if (keypadEntry.value) handleKeypadKey(event, id)
  else handleRowKey(event, id)
}

const isText = (target: EventTarget | null) =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

const typedKeys: Readonly<Record<string, string>> = { Backspace: 'delete', ',': '.', '.': '.', '-': '-' }

function handleKeypadKey(event: KeyboardEvent, id: string): void {
  const typing = keypadEntry.value
  if (!typing) return
  if (/^\d$/.test(event.key)) pressKey(event.key)
  else if (typedKeys[event.key]) pressKey(typedKeys[event.key] ?? '')
  else if (event.key === 'Enter') {
    // On a button, Enter presses it.
    if (event.target instanceof HTMLButtonElement && event.target.closest('.pad, .seg, .entry')) return
    const workout = editedWorkout(id)
    const exercise = workout?.exercises.find((candidate) => candidate.id === typing.exerciseEntryId)
    const set = exercise?.sets.find((candidate) => candidate.id === typing.setId)
    if (workout && exercise && set && commitEntry(workout, exercise, set)) focusAfter(typing)
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isInRow(event.target)) {
    commitTyped(id)
    handleRowKey(event, id)
  } else if (event.key === 'Escape') keypadEntry.value = undefined
  else return
  event.preventDefault()
}

const isInRow = (target: EventTarget | null) => target instanceof Element && target.closest('.set') !== null

/** Moves the focus to the next value of the set, or to the button that marks it done. */
function focusAfter({ setId, field }: Pick<KeypadEntry, 'setId' | 'field'>): void {
  const buttons = [...document.querySelectorAll<HTMLElement>(`[data-set="${setId}"] :is(.cell, .tick)`)]
  const index = buttons.findIndex((button) => button.dataset.field === field)
  buttons[index + 1]?.focus()
}

function handleRowKey(event: KeyboardEvent, id: string): void {
  const { target, key } = event
  const row = target instanceof Element ? target.closest<HTMLElement>('.set') : null
  const workout = editedWorkout(id)
  if (!workout) return
  if (/^\d$/.test(key) && target instanceof HTMLElement && target.classList.contains('cell') && row) {
    const exercise = workout.exercises.find(({ sets }) => sets.some((set) => set.id === row.dataset.set))
    if (!exercise || !row.dataset.set) return
    openKeypad(exercise.id, row.dataset.set, target.dataset.field as Field)
    pressKey(key)
    event.preventDefault()
  } else if ((key === 'ArrowDown' || key === 'ArrowUp') && row && target instanceof Element) {
    const rows = [...document.querySelectorAll<HTMLElement>('.set')]
    const next = rows[rows.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)]
    const column = [...row.querySelectorAll<Element>('button')].indexOf(target)
    next?.querySelectorAll('button')[column]?.focus()
    event.preventDefault()
  } else if (key.toLowerCase() === 'r') skipRest(workout)
}
