import { maxOwnExercises } from '#db/exercises/save.ts'
import { maxOwnPrograms } from '#db/programs/programs.ts'
import { maxStreamsPerUser } from '#events/hints.ts'
import { operations } from '#generated/operations.ts'
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

/** After this time, dead streams have been detected and closed. */
const deadStreamSeconds = 15

/** Details for resources that need more than "There is no such …". */
const missingDetails = {
  workout_revision: 'There is no such revision, or it is no longer stored.',
  program_revision: 'The program has no such revision.',
  soreness: 'There is no soreness report for this muscle at that instant.',
  import: 'There is no such import, or it has expired.',
  session: 'There is no such session, or it has ended.',
  asset: 'There is no such file.',
} as const

function hasDetails(name: string): name is keyof typeof missingDetails {
  return Object.hasOwn(missingDetails, name)
}

/** Whether the contract has an operation that restores a deleted resource of this kind. */
function isRestorable(resource: ResourceName): boolean {
  return Object.hasOwn(operations, `restore${resource.charAt(0).toUpperCase()}${resource.slice(1)}`)
}

/** The problem for each kind of failure: the only place that maps a service's result to a status, code and text. */
const problems = {
  invalid({ errors }: Invalid) {
    const detail =
      errors.length === 1 ? 'One part of the request is not valid.' : 'Parts of the request are not valid.'
    return problem(422, 'validation_failed', detail, errors)
  },
  invalid_cursor: () =>
    problem(422, 'validation_failed', 'One part of the request is not valid.', [
      {
        parameter: 'cursor',
        code: 'invalid_cursor',
        message: 'Must be the nextCursor of a page of this list with the same filters.',
      },
    ]),
  missing: ({ resource }: Missing<ResourceName | keyof typeof missingDetails>) =>
    problem(
      404,
      'not_found',
      hasDetails(resource) ? missingDetails[resource] : `There is no such ${resource}.`,
    ),
  deleted: ({ resource }: Deleted<ResourceName>) =>
    problem(
      410,
      `${resource}_deleted`,
      `This ${resource} was deleted.${isRestorable(resource) ? ' It can be restored.' : ''}`,
    ),
  id_taken: ({ resource }: IdTaken<ResourceName>) =>
    problem(409, 'id_taken', `Another ${resource} has or had this ID.`),
  built_in: () => problem(403, 'forbidden', "Built-in exercises can't be changed."),
  name_taken: ({ existingId }: NameTaken) =>
    ({
      status: 409,
      problem: { code: 'name_taken', detail: 'Another of your exercises has this name.', existingId },
    }) as const,
  too_many_exercises: () =>
    problem(409, 'conflict', `You can have at most ${maxOwnExercises} custom exercises.`),
  read_only: () => problem(409, 'read_only', "Built-in programs can't be changed. Create a copy."),
  too_many_programs: () => problem(409, 'conflict', `You can have at most ${maxOwnPrograms} programs.`),
  too_many_decisions: () => problem(409, 'conflict', `A run can have at most ${maxDecisions} decisions.`),
  run_ended: () => problem(409, 'run_ended', 'The run has ended: start another one.'),
  run_paused: () => problem(409, 'run_paused', 'The run is paused: make it active first.'),
  already_started: ({ workoutId }: AlreadyStarted) =>
    ({
      status: 409,
      problem: { code: 'already_started', detail: 'A workout for this step is in progress.' },
      headers: { Location: `/api/workouts/${workoutId}` },
    }) as const,
  registration_closed: () =>
    problem(
      403,
      'registration_closed',
      'Registration is closed. Only the operator of this server can create accounts.',
    ),
  email_taken: () => problem(409, 'email_taken', 'An account with this email address already exists.'),
  // Must not reveal which of the two is wrong.
  wrong_credentials: () => problem(401, 'invalid_credentials', 'The email address or password is wrong.'),
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
    problem(409, 'conflict', 'Part of the file has been imported in the meantime. Commit again.'),
  file_too_large: () => problem(413, 'content_too_large', 'The file is larger than 20 MiB.'),
  unreadable_file({ code, message, line }: UnreadableFile) {
    if (code === 'too_large') return problem(413, 'content_too_large', message)
    const location = line === undefined ? '' : ` (line ${line})`
    return problem(422, 'validation_failed', 'One part of the request is not valid.', [
      { pointer: '/file', code: `file_${code}`, message: `${message}${location}` },
    ])
  },
  interrupted: () =>
    problem(
      503,
      'unavailable',
      'The import was interrupted: the client disconnected or the server is shutting down.',
    ),
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
    problem(422, 'validation_failed', 'The mutation is not valid: see errors.', errors),
  revision_unknown: () =>
    problem(409, 'revision_unknown', 'The server does not know this base revision. Pull first.'),
  mutation_id_reused: () =>
    problem(409, 'mutation_id_reused', 'The mutationId was used for a mutation with other content.'),
  internal_error: () =>
    problem(
      500,
      'internal_error',
      'Something went wrong on the server. Its log contains the details under this requestId.',
    ),
  too_many_streams: () =>
    ({
      status: 429,
      problem: {
        code: 'too_many_requests',
        detail: `A user can have at most ${maxStreamsPerUser} open streams.`,
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
    problem(401, 'unauthorized', 'The metrics require the token set by the operator of this server.'),
  unreadable_database: () => problem(503, 'unavailable', 'The database does not respond.'),
  unwritable_database: ({ cause }: { readonly kind: 'unwritable_database'; readonly cause: string }) =>
    problem(503, 'unavailable', `Reads work, but writes don't. ${cause}`),
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

/** The response to a failure. Its status is part of the type, so that an operation must declare it. */
export type ProblemFor<F extends Failure> =
  F extends Stale<infer Value>
    ? { readonly status: 412; readonly current: Value }
    : ReturnType<Problems[F['kind']]>

/** Converts a service's failure to a response. */
export function problemFor<F extends Failure>(failure: F): ProblemFor<F> {
  const describe = problems[failure.kind] as (failure: F) => ProblemFor<F>
  return describe(failure)
}

/** 422 for field problems that schemas can't express. */
export function invalid(...errors: readonly FieldProblem[]) {
  return problemFor(invalidResult(...errors))
}

/** 422 for a cursor that this list did not issue for this query. */
export function invalidCursor() {
  return problemFor({ kind: 'invalid_cursor' })
}
