import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findCredentials, findProfile, type Profile } from '#db/accounts/users.ts'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { transact } from '#db/engine/transact.ts'
import { insertImport } from '#db/imports/imports.ts'
import { joinDatabase } from '#db/migrations/join-database.ts'
import type { Db } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { formats } from '#http/validation/formats.ts'
import { newId } from '#lib/new-id.ts'
import { packed, packedJson } from '#services/imports/archive.ts'
import { commitPrepared, prepareCommit } from '#services/imports/commit.ts'
import { fileLimit, readFile } from '#services/imports/read.ts'
import { presentImport, reportOf } from '#services/imports/report.ts'
import { runCommand, UsageError } from './command.ts'
import { committedText, reportText } from './import-text.ts'
import { ProgressBar } from './progress-bar.ts'

const usage = 'usage: bun run import FILE --user EMAIL [--timezone ZONE] [--unit kg|lb] [--yes]'

interface Options {
  readonly file: string
  readonly user: string
  readonly timezone: string | undefined
  readonly unit: Schemas['WeightUnit'] | undefined
  /** Whether there is somebody to ask. */
  readonly asks: boolean
}

/**
 * `bun run import FILE --user EMAIL`: imports another app's file into an account, with or without a running
 * server. Says what the file contains and, on a terminal, asks before writing; `--yes` answers for the user.
 */
await runCommand(async ({ args, dataFolder }) => {
  const options = optionsOf(args)
  const bytes = bytesOf(options.file)
  const { db, close } = await joinDatabase(databaseFile(dataFolder))
  try {
    await seedCatalogue(db, Date.now())
    return await importFile(db, await accountOf(db, options.user), bytes, options)
  } finally {
    await close()
  }
})

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parsed(args)
  const [file, ...more] = positionals
  const { user, timezone, unit, yes = false } = values
  if (file === undefined || more.length > 0 || user === undefined) throw new UsageError(usage)
  if (unit !== undefined && unit !== 'kg' && unit !== 'lb')
    throw new UsageError(`The unit is kg or lb.\n${usage}`)
  if (timezone !== undefined && !formats['time-zone'](timezone)) {
    throw new UsageError(`This is not a time zone. Try one such as Europe/Berlin.\n${usage}`)
  }
  return { file: resolve(file), user, timezone, unit, asks: !yes && process.stdin.isTTY }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        user: { type: 'string' },
        timezone: { type: 'string' },
        unit: { type: 'string' },
        yes: { type: 'boolean', short: 'y' },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function bytesOf(file: string): Uint8Array {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new Error(`There is no file ${file}.`)
  if (size > fileLimit) throw new Error(`${basename(file)} is larger than 20 MiB.`)
  return readFileSync(file)
}

async function accountOf(db: Db, email: string): Promise<Profile> {
  const account = await findCredentials(db, email)
  const profile = account && (await findProfile(db, account.id))
  if (!profile) throw new Error(`There is no account for ${email}. Create it: bun run user create ${email}`)
  return profile
}

async function importFile(db: Db, user: Profile, bytes: Uint8Array, options: Options) {
  const bar = new ProgressBar(process.stderr)
  const timeZone = options.timezone ?? user.timeZone
  const onProgress = (done: number) => bar.show('reading', done)
  const ready = await readFile(db, user, bytes, { timeZone, weightUnit: options.unit, onProgress })
  bar.end()
  const report = reportOf(ready)
  process.stdout.write(`${reportText(report, timeZone)}\n`)
  const { workouts, measurements } = report
  if (workouts.new + measurements.new + ready.exercises.length === 0) {
    return { text: 'There is nothing new in it: nothing was written.', good: true }
  }
  const unit = options.unit ?? (report.weightUnit.ask && options.asks ? askUnit() : undefined)
  if (options.asks && !confirm('Write this?')) return { text: 'Nothing was written.', good: false }

  const id = newId()
  const now = Date.now()
  const kept = { report: await packedJson(report), file: await packed(bytes) }
  const row = { userId: user.id, id, createdAt: now, timeZone, weightUnit: options.unit ?? null, ...kept }
  await transact(db, user.id, (tx) => insertImport(tx, row))
  await using prepared = await prepareCommit(db, user, id, unit ? { unit } : {}, now, (done) =>
    bar.show('writing', done),
  )
  const outcome = await commitPrepared(db, user, id, prepared, now)
  if (outcome.kind !== 'committed') throw new Error(refusals[outcome.kind])
  bar.end()
  return { text: committedText(await presentImport(outcome.row)), good: true }
}

const refusals = {
  missing: 'The import is gone: start again.',
  ended: 'The import was discarded meanwhile: start again.',
  changed: 'Something of the file was written meanwhile: start again.',
  too_many: 'It would make more than 1,000 exercises of their own. Nothing was written.',
} as const

/** For a file that doesn't name its unit. */
function askUnit(): Schemas['WeightUnit'] {
  const answer = prompt('Which unit are its weights in, kg or lb?')?.trim()
  if (answer === 'kg' || answer === 'lb') return answer
  throw new UsageError(`The file doesn't say whether its weights are in kg or lb: give --unit.\n${usage}`)
}
