import { computed, signal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { localZone } from '#lib/local-zone.ts'
import { log } from '../state/log.ts'
import { noResponseText, problemText } from '../you/reason.ts'

export type Import = Schemas['Import']
export type ImportedName = Schemas['ImportedName']

/** The request in progress, so that nothing is sent twice. */
export const requestInProgress = signal<'reading' | 'writing' | 'undoing' | undefined>(undefined)

/** Why the last request failed, in words. */
export const failureText = signal<string | undefined>(undefined)

/** A file's name, and the import of it as the server last returned it: pending, committed or undone. */
interface NamedImport {
  readonly fileName: string
  readonly report: Import
}

/** The import that the page shows. */
export const currentImport = signal<NamedImport | undefined>(undefined)

/** The user's choices: the id of an exercise, by name in the file. */
export const chosenExercises = signal<ReadonlyMap<string, string>>(new Map())

/** The unit of weights, if the file doesn't say. */
export const chosenUnit = signal<Schemas['WeightUnit'] | undefined>(undefined)

const reliable = new Set<Schemas['Certainty']>(['given', 'remembered', 'exact', 'alias', 'normal'])

/** Whether a name should be reviewed: it was guessed, or becomes a new exercise. */
export const needsReview = (name: ImportedName): boolean => !reliable.has(name.certainty)

/** How many names still need a review. */
export const unreviewedCount = computed(
  () =>
    currentImport.value?.report.exercises.filter(
      (name) => needsReview(name) && !chosenExercises.value.has(name.name),
    ).length ?? 0,
)

/** Discards the file, so that another can be chosen. */
export function startOver(): void {
  currentImport.value = undefined
  failureText.value = undefined
  chosenExercises.value = new Map()
  chosenUnit.value = undefined
}

/**
 * Why a request was rejected. For a file of an unknown format, the server lists the columns that it looked for, which
 * help only someone who edits the file.
 */
const rejectionText = (problem: Schemas['Problem']): string =>
  problem.errors?.[0]?.code === 'file_unknown_format'
    ? 'This isn’t an export from Strong, Hevy, FitNotes or Replog, or it was edited.'
    : problemText(problem)

async function sendRequest(
  activity: NonNullable<typeof requestInProgress.value>,
  send: () => Promise<{ data?: Import; error?: Schemas['Problem'] }>,
): Promise<Import | undefined> {
  if (requestInProgress.value) return undefined
  requestInProgress.value = activity
  failureText.value = undefined
  try {
    const { data, error } = await send()
    if (error) failureText.value = rejectionText(error)
    return data
  } catch {
    failureText.value = noResponseText('Try again when you’re online; nothing is imported twice.')
    return undefined
  } finally {
    requestInProgress.value = undefined
  }
}

function asForm(body: object): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.set(name, value)
  return form
}

/** Uploads a file for a dry run. Nothing is saved. */
export async function uploadFile(file: File): Promise<void> {
  startOver()
  const report = await sendRequest('reading', () =>
    log().client.POST('/api/imports', {
      body: { file, timezone: localZone() },
      bodySerializer: asForm,
    }),
  )
  if (report) currentImport.value = { fileName: file.name, report }
}

/** Saves what the dry run showed, with the user's choices. */
export async function commitImport(): Promise<void> {
  const current = currentImport.value
  if (!current) return
  const mappings = Array.from(chosenExercises.value, ([name, exerciseId]) => ({ name, exerciseId }))
  const report = await sendRequest('writing', () =>
    log().client.POST('/api/imports/{id}/commit', {
      params: { path: { id: current.report.id } },
      body: { mappings, ...(chosenUnit.value && { unit: chosenUnit.value }) },
    }),
  )
  if (!report) return
  currentImport.value = { ...current, report }
  await log().sync()
}

/** Undoes everything from the import that hasn't been changed since. */
export async function undoImport(): Promise<void> {
  const current = currentImport.value
  if (!current) return
  const report = await sendRequest('undoing', () =>
    log().client.DELETE('/api/imports/{id}', { params: { path: { id: current.report.id } } }),
  )
  if (!report) return
  currentImport.value = { ...current, report }
  await log().sync()
}
