import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findCredentials, findProfile, type Profile } from '#db/accounts/users.ts'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { joinLocation } from '#db/migrations/location.ts'
import type { Db } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { formats } from '#http/validation/formats.ts'
import { countText } from '#lib/count-text.ts'
import { prepareCommit } from '#services/imports/commit.ts'
import { readUpload, storeUpload } from '#services/imports/create.ts'
import { maxFileBytes } from '#services/imports/prepare-file.ts'
import { commitPrepared } from '#services/imports/publish.ts'
import { runCommand, UsageError } from './command.ts'
import { committedText, failureText, reportText } from './import-text.ts'
import { ProgressBar } from './progress-bar.ts'

const usage =
  'usage: bun run import FILE --user EMAIL [--timezone ZONE] [--unit kg|lb] [--date-order dmy|mdy] [--accept-changes] [--yes]'

/** The maximum number of changes that a commit accepts. */
const maxAcceptedChanges = 100

interface Options {
  readonly file: string
  readonly user: string
  readonly timezone: string | undefined
  readonly unit: Schemas['WeightUnit'] | undefined
  readonly dayOrder: Schemas['DayOrder'] | undefined
  /** Whether to update previously imported workouts to match the file. */
  readonly acceptsChanges: boolean
  /** Whether there is a user to prompt. */
  readonly isInteractive: boolean
}

/**
 * `bun run import FILE --user EMAIL`: imports another app's file into an account, with or without a
 * running server. Prints a report of the file's contents and, on a terminal, asks before writing unless `--yes`
 * is set.
 */
await runCommand(async ({ args, location }) => {
  const options = optionsOf(args)
  const bytes = readBytes(options.file)
  const { db, close } = await joinLocation(location)
  try {
    await seedCatalogue(db, Date.now())
    return await importFile(db, await accountOf(db, options.user), bytes, options)
  } finally {
    await close()
  }
})

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parseOptions(args)
  const [file, ...excess] = positionals
  const { user, timezone, unit, yes = false } = values
  const dayOrder = values['date-order']
  const acceptsChanges = values['accept-changes'] ?? false
  if (file === undefined || excess.length > 0 || user === undefined) throw new UsageError(usage)
  if (unit !== undefined && unit !== 'kg' && unit !== 'lb')
    throw new UsageError(`--unit must be kg or lb.\n${usage}`)
  if (dayOrder !== undefined && dayOrder !== 'dmy' && dayOrder !== 'mdy')
    throw new UsageError(`--date-order must be dmy or mdy.\n${usage}`)
  if (timezone !== undefined && !formats['time-zone'](timezone)) {
    throw new UsageError(`--timezone must be an IANA time zone such as Europe/Berlin.\n${usage}`)
  }
  const isInteractive = !yes && process.stdin.isTTY
  return { file: resolve(file), user, timezone, unit, dayOrder, acceptsChanges, isInteractive }
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        user: { type: 'string' },
        timezone: { type: 'string' },
        unit: { type: 'string' },
        'date-order': { type: 'string' },
        'accept-changes': { type: 'boolean' },
        yes: { type: 'boolean', short: 'y' },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function readBytes(file: string): Uint8Array<ArrayBuffer> {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new Error(`There is no file ${file}.`)
  if (size > maxFileBytes) throw new Error(`${basename(file)} is larger than 20 MiB.`)
  return new Uint8Array(readFileSync(file))
}

async function accountOf(db: Db, email: string): Promise<Profile> {
  const account = await findCredentials(db, email)
  const profile = account && (await findProfile(db, account.id))
  if (!profile) throw new Error(`There is no account for ${email}. Create it: bun run user create ${email}`)
  return profile
}

async function importFile(db: Db, user: Profile, bytes: Uint8Array<ArrayBuffer>, options: Options) {
  // The bar is removed before an error is printed.
  using bar = new ProgressBar(process.stderr)
  const { timezone, unit, dayOrder } = options
  const input = { file: new Blob([bytes]), timeZone: timezone, weightUnit: unit, dayOrder }
  const onProgress = (fraction: number) => bar.show('reading', fraction)
  await using upload = await readUpload(db, user, input, { onProgress })
  bar.end()
  if (upload.kind !== 'read') throw new Error(failureText(upload))
  const { report, row } = upload
  process.stdout.write(`${reportText(report, row.timeZone)}\n`)
  const changed = report.duplicates.flatMap(({ workoutId, changed }) => (changed ? [workoutId] : []))
  const { workouts, measurements, exercises, settings } = report
  const isNew =
    workouts.new + measurements.new > 0 ||
    exercises.some(({ newExercise }) => newExercise) ||
    Object.values(settings ?? {}).some((count) => count > 0)
  const offersChanges = changed.length > 0 && (options.isInteractive || options.acceptsChanges)
  if (!isNew && !offersChanges)
    return { text: 'The file contains nothing new: nothing was written.', succeeded: true }
  const corrections = { ...unitCorrection(report, options), ...acceptedChanges(changed, options) }
  if (!isNew && !corrections.accept) return { text: 'Nothing was written.', succeeded: true }
  if (options.isInteractive && !confirm('Import this?'))
    return { text: 'Nothing was written.', succeeded: false }

  const now = Date.now()
  const stored = await storeUpload(db, user.id, upload, now)
  if (stored.kind !== 'created') throw new Error(failureText(stored))
  const { id } = stored.value
  const progress = { onProgress: (fraction: number) => bar.show('writing', fraction) }
  await using prepared = await prepareCommit(db, user, id, corrections, now, progress)
  const result = await commitPrepared(db, user, id, prepared, now)
  bar.end()
  if (result.kind !== 'current') throw new Error(failureText(result))
  return { text: committedText(result.value), succeeded: true }
}

type Corrections = Pick<Schemas['ImportCorrections'], 'unit' | 'accept'>

/**
 * The unit for a file that doesn't name one: asked for on a terminal, otherwise guessed if the evidence
 * is clear.
 */
function unitCorrection(
  { weightUnit }: Pick<Schemas['Import'], 'weightUnit'>,
  { unit, isInteractive }: Options,
): Corrections {
  if (unit !== undefined || !weightUnit.ask) return {}
  const answer = isInteractive ? prompt('Are its weights in kg or lb?')?.trim() : undefined
  if (answer === 'kg' || answer === 'lb') return { unit: answer }
  if (!isInteractive && weightUnit.sure) return {}
  throw new UsageError(`The file doesn't say whether its weights are in kg or lb: pass --unit.\n${usage}`)
}

function acceptedChanges(
  changed: readonly string[],
  { isInteractive, acceptsChanges }: Options,
): Corrections {
  const accept = changed.slice(0, maxAcceptedChanges)
  if (accept.length === 0) return {}
  const question = `Change ${countText(accept.length, 'previously imported workout')} to match the file?`
  return acceptsChanges || (isInteractive && confirm(question)) ? { accept } : {}
}
