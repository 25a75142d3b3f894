import { ownExerciseLimit } from '#db/exercises/save.ts'
import { ownProgramLimit } from '#db/programs/programs.ts'
import { maxStreamsPerUser } from '#events/hints.ts'
import { problem, stale } from '#http/response/constructors.ts'
import type { Throttled } from '#services/auth/login-throttle.ts'
import {
  type Deleted,
  type FieldProblem,
  type IdTaken,
  type Invalid,
  invalid as invalidResult,
  type Missing,
  type ResourceName,
  type Stale,
} from '#services/crud/results.ts'
import type { NameTaken } from '#services/exercises/resource.ts'
import type { UnreadableFile } from '#services/imports/prepare-file.ts'
import { maxDecisions } from '#services/runs/rules.ts'
import type { AlreadyStarted } from '#services/runs/start.ts'
import type { InvalidMutation } from '#services/sync/outcome.ts'

/** Dead streams have been detected by then. */
const deadStreamSeconds = 15

/** Details for resources where "There is no such …" would not say enough. */
const missing = {
  workout_revision: 'There is no such revision, or it is no longer kept.',
  program_revision: 'The program has no such revision.',
  soreness: 'There is no soreness report for this muscle at that instant.',
  import: 'There is no such import, or it has expired.',
  session: 'There is no such session, or it has ended.',
  asset: 'The reference has no such file.',
} as const

function isSpecial(name: string): name is keyof typeof missing {
  return Object.hasOwn(missing, name)
}

/** Whether there is an operation that restores a deleted one. */
function isRestorable(resource: ResourceName): boolean {
  return resource !== 'program' && resource !== 'run'
}

/**
 * The problem for each kind of failure. This is the only place where what a service reports becomes a status, a
 * code and a text.
 */
const problems = {
  invalid({ errors }: Invalid) {
    const places = errors.length === 1 ? 'one place' : `${errors.length} places`
    return problem(422, 'validation_failed', `The request is not valid in ${places}.`, errors)
  },
  invalid_cursor: () =>
    problem(422, 'validation_failed', 'The request is not valid in one place.', [
      {
        parameter: 'cursor',
        code: 'invalid_cursor',
        message: 'Must be the nextCursor of a page of this list with the same filters.',
      },
    ]),
  missing: ({ resource }: Missing<ResourceName | keyof typeof missing>) =>
    problem(404, 'not_found', isSpecial(resource) ? missing[resource] : `There is no such ${resource}.`),
  deleted: ({ resource }: Deleted<ResourceName>) =>
    problem(
      410,
      `${resource}_deleted`,
      `This ${resource} was deleted.${isRestorable(resource) ? ' It can be restored.' : ''}`,
    ),
  id_taken: ({ resource }: IdTaken<ResourceName>) =>
    problem(409, 'id_taken', `Another ${resource} has this id, or had it.`),
  built_in: () => problem(403, 'forbidden', "Built-in exercises can't be changed."),
  name_taken: ({ existingId }: NameTaken) =>
    ({
      status: 409,
      problem: { code: 'name_taken', detail: 'Another exercise of yours has this name.', existingId },
    }) as const,
  too_many_exercises: () =>
    problem(409, 'conflict', `You can have at most ${ownExerciseLimit} custom exercises.`),
  read_only: () => problem(409, 'read_only', "Built-in programs can't be changed. Copy it."),
  too_many_programs: () => problem(409, 'conflict', `You can have at most ${ownProgramLimit} programs.`),
  too_many_decisions: () => problem(409, 'conflict', `A run can have at most ${maxDecisions} decisions.`),
  run_ended: () => problem(409, 'run_ended', 'The run has ended: begin another one.'),
  run_paused: () => problem(409, 'run_paused', 'The run is paused: make it active first.'),
  already_started: ({ workoutId }: AlreadyStarted) =>
    ({
      status: 409,
      problem: { code: 'already_started', detail: 'A workout of this step is in progress.' },
      headers: { Location: `/api/workouts/${workoutId}` },
    }) as const,
  registration_closed: () =>
    problem(
      403,
      'registration_closed',
      'Registration is closed. The operator of this server creates accounts.',
    ),
  email_taken: () => problem(409, 'email_taken', 'An account with this email address already exists.'),
  // Which of the two is wrong is not revealed.
  wrong_credentials: () => problem(401, 'invalid_credentials', 'The email address or the password is wrong.'),
  wrong_password: () => problem(403, 'invalid_credentials', 'The current password is wrong.'),
  account_disabled: () => problem(403, 'account_disabled', 'The account is disabled.'),
  invalid_reset_token: () =>
    problem(
      403,
      'invalid_reset_token',
      'The link was used or replaced, or has expired. Ask the operator for a new one.',
    ),
  throttled({ retryAfterSeconds }: Throttled) {
    const detail = `Too many attempts with a wrong password. Try again in ${retryAfterSeconds} s.`
    return { status: 429, problem: { code: 'too_many_requests', detail, retryAfterSeconds } } as const
  },
  import_ended: () => problem(409, 'conflict', 'The import was undone or discarded. Send the file again.'),
  import_outdated: () =>
    problem(409, 'conflict', 'Some of the file has been added in the meantime. Commit again.'),
  file_too_large: () => problem(413, 'content_too_large', 'The file is larger than 20 MiB.'),
  unreadable_file({ code, message, line }: UnreadableFile) {
    if (code === 'too_large') return problem(413, 'content_too_large', message)
    const where = line === undefined ? '' : ` (line ${line})`
    return problem(422, 'validation_failed', 'The request is not valid in one place.', [
      { pointer: '/file', code: `file_${code}`, message: `${message}${where}` },
    ])
  },
  interrupted: () =>
    problem(503, 'unavailable', 'The import was ended early: its client is gone, or the server stops.'),
  session_ended: () => problem(401, 'session_ended', 'The session has ended. Log in again.'),
  cursor_expired: () =>
    problem(
      410,
      'cursor_expired',
      'This cursor is no longer valid. Pull everything again without a cursor, and keep what you have not pushed.',
    ),
  epoch_changed: () =>
    problem(
      410,
      'epoch_changed',
      'The database was restored from a backup since the last pull. Pull everything again.',
    ),
  invalid_mutation: ({ errors }: InvalidMutation) =>
    problem(422, 'validation_failed', 'The mutation is not valid in the places that errors names.', errors),
  revision_unknown: () =>
    problem(409, 'revision_unknown', 'The server does not know this base revision. Pull first.'),
  mutation_id_reused: () =>
    problem(409, 'mutation_id_reused', 'The mutationId was used for a mutation with other content.'),
  internal_error: () =>
    problem(
      500,
      'internal_error',
      'Something went wrong on the server. Its log has the details under this requestId.',
    ),
  too_many_streams: () =>
    ({
      status: 429,
      problem: {
        code: 'too_many_requests',
        detail: `No more than ${maxStreamsPerUser} streams of a user may be open at a time.`,
        retryAfterSeconds: deadStreamSeconds,
      },
    }) as const,
  metrics_forbidden: () =>
    problem(
      403,
      'forbidden',
      "Only the server's own machine may read the metrics. To read them from elsewhere, set REPLOG_METRICS_TOKEN.",
    ),
  metrics_unauthorized: () =>
    problem(401, 'unauthorized', 'The metrics need the token that the operator of this server has set.'),
  unreadable_database: () => problem(503, 'unavailable', 'The database does not respond.'),
  unwritable_database: ({ cause }: { readonly kind: 'unwritable_database'; readonly cause: string }) =>
    problem(503, 'unavailable', `Reading works, but not writing. ${cause}`),
  outdated_node: () =>
    problem(503, 'unavailable', 'A newer release has changed the database: this node must be updated.'),
  stopping: () => problem(503, 'unavailable', 'The server is shutting down.'),
  stale: ({ current }: Stale<unknown>) => stale(current),
}

type Problems = typeof problems

/** A failure that a service can report. */
export type Failure = {
  [Kind in keyof Problems]: Problems[Kind] extends () => unknown
    ? { readonly kind: Kind }
    : Parameters<Problems[Kind]>[0]
}[keyof Problems]

/** The response to a failure; which status it has is part of the type, so that an operation must declare it. */
export type ProblemFor<F extends Failure> =
  F extends Stale<infer Value>
    ? { readonly status: 412; readonly current: Value }
    : ReturnType<Problems[F['kind']]>

/** The response to a failure that a service reports. */
export function problemFor<F extends Failure>(failure: F): ProblemFor<F> {
  const describe = problems[failure.kind] as (failure: F) => ProblemFor<F>
  return describe(failure)
}

/** 422: field problems that the schemas can't express. */
export function invalid(...errors: readonly FieldProblem[]) {
  return problemFor(invalidResult(...errors))
}

/** 422: the cursor was not issued by this list for this query. */
export function invalidCursor() {
  return problemFor({ kind: 'invalid_cursor' })
}
