import { type QueryExecutorProvider, sql } from 'kysely'

/** Accounts, and the data for logging in. */
export async function createUsers(db: QueryExecutorProvider): Promise<void> {
  await sql`create table "users" (
    "id" text collate "C" not null primary key,
    "email" text collate "C" not null,
    "emailKey" text collate "C" not null unique,
    "passwordHash" text collate "C" not null,
    "displayName" text collate "C",
    "unit" text collate "C" not null check ("unit" in ('kg', 'lb')),
    "distanceUnit" text collate "C" not null check ("distanceUnit" in ('km', 'mi')),
    "timeZone" text collate "C" not null,
    "dayStartHour" bigint not null check ("dayStartHour" between 0 and 23),
    "weekStart" text collate "C" not null check ("weekStart" in ('monday', 'saturday', 'sunday')),
    "birthYear" bigint check ("birthYear" between 1900 and 2100),
    "sex" text collate "C" check ("sex" in ('female', 'male')),
    "experience" text collate "C" check ("experience" in ('beginner', 'intermediate', 'advanced')),
    "equipment" text collate "C",
    "plates" text collate "C",
    "seq" bigint not null,
    "revision" bigint not null check ("revision" >= 1),
    "createdAt" bigint not null,
    "updatedAt" bigint not null,
    "disabledAt" bigint,
    "horizon" bigint default 0 not null
  )`.execute(db)
  await sql`create table "sessions" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "id" text collate "C" not null unique,
    "device" text collate "C",
    "userAgent" text collate "C",
    "createdAt" bigint not null,
    "lastUsedAt" bigint not null,
    "expiresAt" bigint not null,
    "endedAt" bigint,
    constraint "sessionsKey" primary key ("userId", "id")
  )`.execute(db)
  await sql`create index "sessionsByExpiry" on "sessions" ("expiresAt")`.execute(db)
  await sql`create table "refreshTokens" (
    "tokenHash" bytea not null primary key check (length("tokenHash") = 32),
    "userId" text collate "C" not null,
    "sessionId" text collate "C" not null,
    "createdAt" bigint not null,
    "expiresAt" bigint not null,
    "usedAt" bigint,
    constraint "refreshTokensSession" foreign key ("userId", "sessionId") references "sessions" ("userId", "id") on delete cascade
  )`.execute(db)
  await sql`create index "refreshTokensBySession" on "refreshTokens" ("userId", "sessionId")`.execute(db)
  await sql`create table "passwordResets" (
    "userId" text collate "C" not null primary key references "users" ("id") on delete cascade,
    "tokenHash" bytea not null unique check (length("tokenHash") = 32),
    "expiresAt" bigint not null
  )`.execute(db)
  await sql`create table "knownNetworks" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "networkHash" bytea not null check (length("networkHash") = 32),
    "lastSeenAt" bigint not null,
    constraint "knownNetworksKey" primary key ("userId", "networkHash")
  )`.execute(db)
}
