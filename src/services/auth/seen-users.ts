import type { SessionRow } from '#db/accounts/sessions.ts'
import type { Profile } from '#db/accounts/users.ts'
import { presumingDatabaseOf } from '#db/engine/presuming-database.ts'
import { defineProcessState } from '#db/engine/process/state.ts'
import type { Db } from '#db/schema/index.ts'
import { LruMap } from '#lib/lru-map.ts'

/** A user as a node has last read it, and the sessions that it has seen open. */
export interface SeenUser {
  readonly user: Profile
  readonly sessions: LruMap<string, SessionRow>
}

/** The maximum number of users, and of sessions per user, to remember. */
const maxUsers = 1000
const maxSessions = 8

/** The users that a node has seen most recently, by id. */
export const seenUsersOf = defineProcessState({
  name: 'users and their open sessions as last read',
  acrossNodes: 'may be out of date: a commit saves nothing if they have changed',
  create: () => new LruMap<string, SeenUser>(maxUsers),
})

/** Remembers a user that was just read together with an open session. */
export function noteOpenSession(db: Db, user: Profile, session: SessionRow): void {
  if (!presumingDatabaseOf(db)) return
  const { sessions } = seenUsersOf(db).get(user.id) ?? {
    sessions: new LruMap<string, SessionRow>(maxSessions),
  }
  sessions.set(session.id, session)
  noteUser(db, { user, sessions })
}

/** Notes that this node has changed a user. If `seq` is given, only the user's seq has changed, to this number. */
export function noteChangedUser(db: Db, userId: string, seq: number | undefined): void {
  const seen = seenUsersOf(db).get(userId)
  if (!seen) return
  if (seq === undefined) seenUsersOf(db).delete(userId)
  else noteUser(db, { ...seen, user: { ...seen.user, seq } })
}

/** Remembers a user, unless a later state is known. */
function noteUser(db: Db, seen: SeenUser): void {
  const seenUsers = seenUsersOf(db)
  const known = seenUsers.get(seen.user.id)
  if (!known || known.user.seq <= seen.user.seq) seenUsers.set(seen.user.id, seen)
}
