import type { Pool } from 'pg'

/** The user and session of a token, and the time: the first parameters of every statement. */
export type Caller = readonly [userId: string, sessionId: string, now: number]

/** The stamps of a saved resource. A response is `body` with them. */
export interface Stamps {
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly updatedAt: number
  /** Null if `body` contains it. */
  readonly timeZone: string | null
}

/** A workout; its columns are null if there is none. */
export interface Row extends Stamps {
  readonly id: string
  readonly startedAt: number
  readonly body: string | null
}

/** A resource that has changed. */
export interface ChangedRow extends Row {
  readonly kind: string
  readonly seq: number
  /** The number of the user's last change. */
  readonly last: number
}

/** The user, if the session is open. Every statement begins with this, so that each request is one round trip. */
const openCaller = `with caller as materialized (
  select users.id, users.seq, users."timeZone" from users join sessions on sessions."userId" = users.id
  where users.id = $1 and sessions.id = $2 and sessions."expiresAt" > $3::bigint
    and sessions."endedAt" is null and users."disabledAt" is null)`

const stamps = `revision::int as revision, "createdAt"::float8 as "createdAt", "updatedAt"::float8 as "updatedAt", zone as "timeZone"`

const texts = {
  byId: `${openCaller} select id, body, ${stamps} from caller left join lateral (
    select id, body, revision, "createdAt", "updatedAt", zone from "completeWorkouts"
    where "userId" = caller.id and id = $4) as found("workoutId", body, revision, "createdAt", "updatedAt") on true`,

  newest: `${openCaller} select "workoutId" as id, "startedAt"::float8 as "startedAt", body, ${stamps} from caller
    left join lateral (
      select id, "startedAt", body, revision, "createdAt", "updatedAt", zone from "completeWorkouts"
      where "userId" = caller.id order by "startedAt" desc, id desc limit $4)
    as page("workoutId", "startedAt", body, revision, "createdAt", "updatedAt") on true`,

  changed: `${openCaller} select kind, page.seq::float8 as seq, body, ${stamps}, caller.seq::float8 as last from caller
    left join lateral (
      (select 'workout', seq, body, revision, "createdAt", "updatedAt", zone from "completeWorkouts"
       where "userId" = caller.id and seq > $4 order by seq limit $5)
      union all
      (select 'measurement', seq, body, revision, "createdAt", "updatedAt", null from "completeMeasurements"
       where "userId" = caller.id and seq > $4 order by seq limit $5)
      order by seq limit $5)
    as page(kind, seq, body, revision, "createdAt", "updatedAt", zone) on true`,

  weight: `${openCaller} select (select canonical::float8 from measurements where "userId" = caller.id
      and kind = 'bodyweight' and "deletedAt" is null and "measuredAt" <= $4
      order by "measuredAt" desc limit 1) as grams from caller`,

  insert: `${openCaller}, next as (
      update "completeUsers" set seq = "completeUsers".seq + 1 from caller where "completeUsers".id = caller.id
      returning "completeUsers".id, "completeUsers".seq, caller."timeZone"),
    by_time as (insert into "completeByTime" select id, $5, $4, $7 from next),
    by_exercise as (
      insert into "completeByExercise" select next.id, entry.id, $5, $4, entry.sets
      from next, unnest($8::text[], $9::bytea[]) as entry(id, sets))
    insert into "completeWorkouts"
      ("userId", id, "startedAt", seq, revision, "createdAt", "updatedAt", body, "exerciseIds", zone)
      select id, $4, $5, seq, 1, $3, $3, $6, $8::text[], coalesce($10, "timeZone") from next returning ${stamps}`,

  replace: `${openCaller}, before as (
      select "completeWorkouts".* from "completeWorkouts" join caller on "userId" = caller.id
      where "completeWorkouts".id = $4 and ($10::int is null or revision = $10)
      for update of "completeWorkouts"),
    next as (
      update "completeUsers" set seq = "completeUsers".seq + 1 from before where "completeUsers".id = before."userId"
      returning "completeUsers".seq),
    kept as (insert into "completeRevisions" select "userId", id, revision, body from before),
    moved as (
      delete from "completeByTime" using before where "completeByTime"."userId" = $1
      and "completeByTime".id = $4 and "completeByTime"."startedAt" = before."startedAt"
      and before."startedAt" <> $5),
    by_time as (
      insert into "completeByTime" select "userId", $5, $4, $7 from before
      on conflict ("userId", "startedAt", id) do update set sets = excluded.sets
      where "completeByTime".sets <> excluded.sets),
    removed as (
      delete from "completeByExercise" using before where "completeByExercise"."userId" = $1
      and "exerciseId" = any(before."exerciseIds") and "completeByExercise".id = $4
      and "completeByExercise"."startedAt" = before."startedAt"
      and (before."startedAt" <> $5 or "exerciseId" <> all($8::text[]))),
    by_exercise as (
      insert into "completeByExercise" select before."userId", entry.id, $5, $4, entry.sets
      from before, unnest($8::text[], $9::bytea[]) as entry(id, sets)
      on conflict ("userId", "exerciseId", "startedAt", id) do update set sets = excluded.sets
      where "completeByExercise".sets <> excluded.sets),
    saved as (
      update "completeWorkouts" set "startedAt" = $5, body = $6, seq = next.seq, "exerciseIds" = $8::text[],
        zone = coalesce($11, before.zone), revision = before.revision + 1, "updatedAt" = $3
      from before, next where "completeWorkouts"."userId" = $1 and "completeWorkouts".id = $4
      returning "completeWorkouts".revision, "completeWorkouts"."createdAt", "completeWorkouts"."updatedAt",
        "completeWorkouts".zone)
    select caller.id, ${stamps} from caller left join saved on true`,
} as const

/** Runs the floor's statements, each of them prepared once per connection. */
export function statementsOn(pool: Pool) {
  return async <R extends object>(
    name: keyof typeof texts,
    caller: Caller,
    ...values: readonly unknown[]
  ): Promise<R[]> =>
    (await pool.query<R>({ name: `complete ${name}`, text: texts[name], values: [...caller, ...values] }))
      .rows
}
