/** Statements that insert the rows that migration 0019 moves, as releases before it did. */
export function rowsBefore(users: readonly string[], bytes: (hex: string) => string): string[] {
  const facts = `"id", "name", "nameKey", "aliases", "category", "equipment", "tracking", "unilateral", "perHand", "cues",
    "engagement", "revision", "createdAt", "updatedAt"`
  const commonValues = `'[]', 'push', 'other', 'reps', 0, 0, '[]', '[]', 3, 1, 2`
  const hash = (user: number, token: number) => bytes(`${user}${token}`.repeat(32))
  return [
    `insert into "exercises" ("userId", "derived", "seq", ${facts}) values (null, 1, 0, 'row', 'Row', 'row', ${commonValues})`,
    `insert into "exerciseMuscles" select "key", 'lats', 80 from "exercises" where "id" = 'row'`,
    ...users.flatMap((user, index) => [
      `insert into "sessions" ("userId", "id", "device", "createdAt", "lastUsedAt", "expiresAt")
       values ('${user}', 'session-${user}', 'phone', 1, 2, 9000000000000)`,
      ...[1, 2].map(
        (token) => `insert into "refreshTokens" ("userId", "tokenHash", "sessionId", "createdAt", "expiresAt")
          values ('${user}', ${hash(index, token)}, 'session-${user}', ${token}, 9000000000000)`,
      ),
      `insert into "passwordResets" values ('${user}', ${hash(index, 3)}, 5)`,
      `insert into "exercises" ("userId", "seq", ${facts})
       values ('${user}', 7, 'own', 'Own of ${user}', 'own of ${user}', ${commonValues})`,
      `insert into "exerciseMuscles" select "key", 'chest', 90 from "exercises" where "userId" = '${user}'`,
    ]),
  ]
}
