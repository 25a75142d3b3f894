import { findProfile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import { runs as documents, type StoredRun } from '#db/runs/runs.ts'
import type { Tx } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { ProgramContent, RunContent } from '#training/programs/read.ts'
import { revisionsOf } from '#training/programs/revisions.ts'
import { startPercentOf } from '#training/programs/starting-base.ts'
import { fromGrams } from '#training/units.ts'
import { type Completed, completed, documentWrites, type SentDocument } from '../crud/document-writes.ts'
import { documentPages, documentReads, listDocuments, presentDocumentChanges } from '../crud/documents.ts'
import type { Resource } from '../crud/resource.ts'
import { type FieldProblem, type Invalid, invalid } from '../crud/results.ts'
import { findProgram } from '../programs/find.ts'
import { importedRuns } from './imported.ts'
import { startingWeight } from './lift-memory.ts'
import { presentRun } from './present.ts'
import { withKnownRevisions } from './program-at.ts'
import { checkBases, checkDecision, keysOf, maxDecisions, mergeDecisions } from './rules.ts'

/**
 * The run has ended: it can't be resumed or start a workout, and `decide` can't add to it. Saving it whole can still
 * add decisions.
 */
export interface RunEnded {
  readonly kind: 'run_ended'
}

/** The run has reached the maximum number of decisions. */
export interface TooManyDecisions {
  readonly kind: 'too_many_decisions'
}

/** The TypeScript types of the resource `run`; see `ResourceTypes`. */
export interface Runs {
  readonly name: 'run'
  readonly input: Schemas['RunInput']
  readonly draft: SentDocument<Schemas['RunInput']>
  readonly stored: StoredRun
  readonly value: Schemas['Run']
  readonly locked: never
  readonly writeFailure: RunEnded | TooManyDecisions
}

/** Reads and writes runs. */
export const runs: Resource<Runs> = {
  ...documentReads('run', documents),
  ...documentWrites<Runs, RunContent>('run', documents, complete),
  table: 'runs',
  exported: { member: 'runs', pages: (db, user) => documentPages(documents, db, user.id) },
  imported: importedRuns,

  present: (db, user, stored) => presentRun(db, stored, user.unit),

  presentChanges: async (_db, _user, stored) => presentDocumentChanges('run', stored),
}

/** A page of a user's runs, latest first. */
export const listRuns = listDocuments(documents, runs.present)

/**
 * The run to store for an input: validated, and completed with the existing decisions and bases that the input lacks.
 * Bases that are still missing are estimated from the log.
 */
async function complete(
  tx: Tx,
  { userId, input, mayReferToDeleted }: SentDocument<Schemas['RunInput']>,
  before: RunContent | undefined,
  now: number,
): Promise<Completed<RunContent> | Invalid | RunEnded | TooManyDecisions> {
  if (before?.status === 'ended' && (input.status ?? 'ended') !== 'ended') return { kind: 'run_ended' }
  const { programId, programRevision, weekdays } = input
  if (before && before.programId !== programId) {
    const message = "A run's program can't change: start another run."
    return invalid({ pointer: '/programId', code: 'id_mismatch', message })
  }
  const decisions = mergeDecisions(before?.decisions ?? [], input.decisions ?? [])
  if (decisions.length > maxDecisions) return { kind: 'too_many_decisions' }
  const sentContent: RunContent = {
    programId,
    programRevision,
    status: input.status ?? before?.status ?? 'active',
    ...(weekdays && { weekdays }),
    lifts: basesOf(before?.lifts ?? [], input.lifts ?? []),
    decisions,
  }
  const newest = await findProgram(tx, userId, programId)
  const content =
    mayReferToDeleted && typeof newest === 'object'
      ? await withKnownRevisions(tx, userId, newest.revision, sentContent)
      : sentContent
  const mayBeDeleted = mayReferToDeleted || before !== undefined
  const revisions = await revisionsIn(tx, userId, content, {
    sent: input.decisions ?? [],
    mayBeDeleted,
    mayBeMissing: new Set(before && revisionsOf(before)),
  })
  if ('kind' in revisions) return revisions
  // Includes the newest revision, because the base of a lift that it adds must be set before the run follows it.
  const keys = keysOf([...revisions.values(), ...(typeof newest === 'object' ? [newest.content] : [])])
  const storedIds = new Set(before?.decisions.map(({ id }) => id))
  const errors = [
    ...checkBases(input.lifts ?? [], keys),
    ...(input.decisions ?? []).flatMap((decision, index) =>
      storedIds.has(decision.id) ? [] : checkDecision(decision, keys, `/decisions/${index}`),
    ),
    ...(await swapFaults(tx, userId, input.decisions ?? [], { storedIds, mayReferToDeleted })),
  ]
  if (errors.length > 0) return invalid(...errors)
  return withAllBases(tx, userId, content, revisions, now)
}

/** The previous bases, overridden by those that were sent. */
function basesOf(before: RunContent['lifts'], sent: RunContent['lifts']): RunContent['lifts'] {
  const sentLifts = new Set(sent.map(({ lift }) => lift))
  return [...before.filter(({ lift }) => !sentLifts.has(lift)), ...sent]
}

/** What a run may refer to. */
interface ReferenceRules {
  readonly sent: RunContent['decisions']
  readonly mayBeDeleted: boolean
  /** Revisions that the run already follows, although an imported export may have lacked them. */
  readonly mayBeMissing: ReadonlySet<number>
}

/** The program at every revision that the run refers to; the newest in place of a missing one. */
async function revisionsIn(
  tx: Tx,
  userId: string,
  content: RunContent,
  { sent, mayBeDeleted, mayBeMissing }: ReferenceRules,
): Promise<Map<number, ProgramContent> | Invalid> {
  const { programId, programRevision } = content
  const revisions = new Map<number, ProgramContent>()
  for (const revision of revisionsOf(content)) {
    const found = await findProgram(tx, userId, programId, revision)
    const isMissing = found === 'unknown_revision' && mayBeMissing.has(revision)
    const program = isMissing ? await findProgram(tx, userId, programId) : found
    if (
      program === 'unknown_program' ||
      (typeof program === 'object' && program.isDeleted && !mayBeDeleted)
    ) {
      return invalid({ pointer: '/programId', code: 'unknown_program', message: 'There is no such program.' })
    }
    if (program === 'unknown_revision') {
      const index = sent.findIndex(
        (decision) => decision.kind === 'use_revision' && decision.revision === revision,
      )
      const pointer = revision === programRevision ? '/programRevision' : `/decisions/${index}/revision`
      return invalid({ pointer, code: 'unknown_revision', message: 'The program has no such revision.' })
    }
    revisions.set(revision, program.content)
  }
  return revisions
}

async function swapFaults(
  tx: Tx,
  userId: string,
  decisions: RunContent['decisions'],
  {
    storedIds,
    mayReferToDeleted,
  }: { readonly storedIds: ReadonlySet<string>; readonly mayReferToDeleted: boolean },
): Promise<FieldProblem[]> {
  const swaps = decisions.flatMap((decision, index) =>
    decision.kind === 'swap' && !storedIds.has(decision.id)
      ? [{ exerciseId: decision.exerciseId, index }]
      : [],
  )
  const facts = await findExerciseFacts(tx, userId, new Set(swaps.map(({ exerciseId }) => exerciseId)))
  return swaps.flatMap(({ exerciseId, index }) => {
    const exercise = facts.get(exerciseId)
    if (exercise && (mayReferToDeleted || !exercise.deleted)) return []
    const pointer = `/decisions/${index}/exerciseId`
    return { pointer, code: 'unknown_exercise', message: 'There is no such exercise.' } as const
  })
}

/** Adds missing bases, estimated from the log. */
async function withAllBases(
  tx: Tx,
  userId: string,
  content: RunContent,
  revisions: ReadonlyMap<number, ProgramContent>,
  now: number,
): Promise<Completed<RunContent> | Invalid> {
  const lifts = [...revisions.values()].flatMap((program) => program.lifts ?? [])
  const liftByKey = new Map(lifts.map((lift) => [lift.key, lift]))
  for (const { lift } of content.lifts) liftByKey.delete(lift)
  for (const decision of content.decisions) if (decision.kind === 'set_base') liftByKey.delete(decision.lift)
  const missing = [...liftByKey.values()]
  if (missing.length === 0) return completed(content)
  const user = await findProfile(tx, userId)
  if (!user) throw new Error('the account of a run does not exist')
  const facts = await findExerciseFacts(tx, userId, new Set(missing.map(({ exerciseId }) => exerciseId)))
  const estimatedBases: RunContent['lifts'] = []
  const errors: FieldProblem[] = []
  for (const { key, exerciseId, ...lift } of missing) {
    const percent = startPercentOf(lift)
    const exercise = facts.get(exerciseId)
    const grams = exercise && (await startingWeight(tx, user, exercise, { percent, at: now }))
    if (grams !== undefined) estimatedBases.push({ lift: key, base: fromGrams(grams, user.unit) })
    else {
      const message = `A base for ${key} is required: it can't be estimated from the log.`
      errors.push({ pointer: '/lifts', code: 'base_missing', message })
    }
  }
  if (errors.length > 0) return invalid(...errors)
  return completed({ ...content, lifts: [...content.lifts, ...estimatedBases] })
}
