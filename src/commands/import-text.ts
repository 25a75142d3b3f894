import type { Schemas } from '#generated/types.ts'
import type { ImportReport } from '#services/imports/report.ts'

/** How many names, rows and so on are listed one by one. */
const listed = 20

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
  const made = exercises.filter(({ newExercise }) => newExercise !== undefined)
  const near = exercises.filter(({ certainty }) => certainty === 'score')
  return [
    `A file from ${appNames[report.format]} (${report.variant}). ${report.evidence}`,
    ...(days ? [`${days.from} to ${days.to}, read in ${timeZone}.`] : []),
    `${rows} rows, ${skippedRows} left out.`,
    counts('workouts', report.workouts),
    counts('sets', report.sets),
    counts('measurements', report.measurements),
    ...(weightUnit.unit ? [`Weights in ${weightUnit.unit}. ${weightUnit.evidence.join(' ')}`] : []),
    ...(snapped.count > 0 ? [`${snapped.count} numbers restored to what was entered.`] : []),
    ...some('Exercises that may be wrong', near, ({ name, exerciseName }) => `${name} → ${exerciseName}`),
    ...(report.settings ? [settingsText(report.settings)] : []),
    ...some('Custom exercises that it creates', made, madeText),
    ...some('Rows to look at', problems, problemText, problemCount),
  ].join('\n')
}

/** Describes what was written. */
export function committedText({ id, committed }: Schemas['Import']): string {
  if (!committed) return 'Nothing was written.'
  const { workouts, sets, measurements, exercises } = committed
  const what = `${workouts} workouts, ${sets} sets, ${measurements} measurements and ${exercises} exercises`
  return `Wrote ${what}.\nTo undo it: DELETE /api/imports/${id}`
}

function counts(what: string, { found, new: fresh, duplicates }: Schemas['ImportCount']): string {
  return `${found} ${what}: ${fresh} new, ${duplicates} existing.`
}

function settingsText(settings: Schemas['ImportSettings']): string {
  const { progressions, soreness, landmarks, rememberedNames } = settings
  return `New settings: ${progressions} progressions, ${soreness} reports of soreness, ${landmarks} landmarks, ${rememberedNames} names.`
}

function madeText({ name, sets, candidates = [] }: Schemas['ImportedName']): string {
  const maybe = candidates.map(({ exerciseName }) => exerciseName).join(', ')
  return `${name} (${sets} sets)${maybe && `; it could be ${maybe}`}`
}

function problemText({ line, field, message, effect }: Schemas['ImportProblem']): string {
  const where = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(field === undefined ? [] : [field]),
  ].join(', ')
  return `${where}: ${message} (${effect.replace('_', ' ')})`
}

function some<Item>(
  title: string,
  items: readonly Item[],
  text: (item: Item) => string,
  count = items.length,
): string[] {
  if (count === 0) return []
  const more = count - Math.min(items.length, listed)
  return [
    `${title}: ${count}`,
    ...items.slice(0, listed).map((item) => `  ${text(item)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
}
