import type { Schemas } from '#generated/types.ts'
import { countText } from '#lib/count-text.ts'
import { listText } from '#lib/list-text.ts'
import type { UnreadableUpload } from '#services/imports/create.ts'
import type { NotCommitted } from '#services/imports/publish.ts'
import type { ImportReport } from '#services/imports/report.ts'

/** The maximum number of names, rows and so on to list individually. */
const maxListed = 20

const appNames: Readonly<Record<Schemas['ImportFormat'], string>> = {
  strong: 'Strong',
  hevy: 'Hevy',
  fitnotes: 'FitNotes',
  fitnotes_body: "FitNotes' body tracker",
  replog: 'Replog',
}

/** Describes what importing a file would do. */
export function reportText(report: ImportReport, timeZone: string): string {
  const { days, rows, skippedRows, weightUnit, exercises, problems, problemCount, snapped } = report
  const created = exercises.filter(({ newExercise }) => newExercise !== undefined)
  const changed = report.duplicates.filter((duplicate) => duplicate.changed)
  const uncertain = exercises.filter(({ certainty }) => certainty === 'score')
  return [
    `A file from ${appNames[report.format]} (${report.variant}). ${report.evidence}`,
    ...(days ? [`${days.from} to ${days.to}, read in ${timeZone}.`] : []),
    `${countText(rows, 'row')}, ${skippedRows} skipped.`,
    counts('workout', report.workouts),
    counts('set', report.sets),
    counts('measurement', report.measurements),
    ...(weightUnit.unit ? [`Weights in ${weightUnit.unit}. ${weightUnit.evidence.join(' ')}`] : []),
    ...(snapped.count > 0 ? [`${countText(snapped.count, 'number')} rounded back to what was entered.`] : []),
    ...section(
      'Uncertain exercise matches',
      uncertain,
      ({ name, exerciseName }) => `${name} → ${exerciseName}`,
    ),
    ...section('Workouts that have changed in the file', changed, changedText),
    ...(report.settings ? [settingsText(report.settings)] : []),
    ...section('New custom exercises', created, createdText),
    ...section('Rows to check', problems, problemText, problemCount),
  ].join('\n')
}

/** Describes what was written. */
export function committedText({ id, committed }: Schemas['Import']): string {
  if (!committed) return 'Nothing was written.'
  const { workouts, sets, measurements, exercises, changed = 0 } = committed
  const items = [
    countText(workouts, 'workout'),
    countText(sets, 'set'),
    countText(measurements, 'measurement'),
    countText(exercises, 'exercise'),
  ]
  const changedPart = changed > 0 ? `, and changed ${countText(changed, 'workout')}` : ''
  return `Wrote ${listText(items)}${changedPart}.\nTo undo it: DELETE /api/imports/${id}`
}

/** Says why nothing was written. */
export function failureText(failure: UnreadableUpload | NotCommitted): string {
  switch (failure.kind) {
    case 'unreadable_file': {
      const location = failure.line === undefined ? '' : ` (line ${failure.line})`
      return `${failure.message.replace('dayOrder, dmy', '--date-order dmy')}${location}`
    }
    case 'file_too_large':
      return 'The file is larger than 20 MiB.'
    case 'missing':
      return 'The import no longer exists: start again.'
    case 'import_ended':
      return 'The import was discarded in the meantime: start again.'
    case 'import_outdated':
      return 'Part of the file was imported in the meantime: start again.'
    case 'too_many_exercises':
      return 'It would create more than 1,000 custom exercises. Nothing was written.'
    case 'invalid':
      return failure.errors.map(({ message }) => message).join(' ')
    case 'interrupted':
      return 'The import was interrupted.'
  }
}

function changedText({ name, startedAt, line }: Schemas['ImportDuplicate']): string {
  return `${startedAt.slice(0, 10)} ${name ?? ''}`.trim() + (line === undefined ? '' : ` (line ${line})`)
}

function counts(noun: string, { found, new: newCount, duplicates }: Schemas['ImportCount']): string {
  return `${countText(found, noun)}: ${newCount} new, ${duplicates} existing.`
}

function settingsText(settings: Schemas['ImportSettings']): string {
  const { progressions, soreness, landmarks, rememberedNames } = settings
  const items = [
    countText(progressions, 'progression'),
    countText(soreness, 'soreness report'),
    countText(landmarks, 'landmark'),
    countText(rememberedNames, 'name'),
  ]
  return `New settings: ${items.join(', ')}.`
}

function createdText({ name, sets, candidates = [] }: Schemas['ImportedName']): string {
  const candidateNames = candidates.map(({ exerciseName }) => exerciseName).join(', ')
  return `${name} (${countText(sets, 'set')})${candidateNames && `; it could be ${candidateNames}`}`
}

function problemText({ line, field, message, effect }: Schemas['ImportProblem']): string {
  const location = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(field === undefined ? [] : [field]),
  ].join(', ')
  return `${location}: ${message} (${effect.replace('_', ' ')})`
}

function section<Item>(
  title: string,
  items: readonly Item[],
  text: (item: Item) => string,
  count = items.length,
): string[] {
  if (count === 0) return []
  const unlisted = count - Math.min(items.length, maxListed)
  return [
    `${title}: ${count}`,
    ...items.slice(0, maxListed).map((item) => `  ${text(item)}`),
    ...(unlisted > 0 ? [`  and ${unlisted} more`] : []),
  ]
}
