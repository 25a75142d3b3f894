import type { Generated } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/** An account and its profile. */
export interface UsersTable {
  id: string
  /** As entered by the user. */
  email: string
  /** Identifies the account: the address in NFKC and lowercase; for the oldest accounts, in NFC. See `emailKeyOf`. */
  emailKey: string
  /** argon2id, in PHC format. */
  passwordHash: string
  displayName: string | null
  unit: Schemas['WeightUnit']
  distanceUnit: 'km' | 'mi'
  /** IANA. */
  timeZone: string
  /** 0–23. */
  dayStartHour: number
  weekStart: Schemas['WeekStart']
  birthYear: number | null
  sex: Schemas['Sex'] | null
  experience: Schemas['TrainingExperience'] | null
  goal: Schemas['TrainingGoal'] | null
  /** 1–14. */
  workoutsPerWeek: number | null
  bodyweightGoal: Schemas['BodyweightGoal'] | null
  /** As `2026-12-12`. */
  competitionDay: string | null
  /** Null means any. */
  equipment: Json<Schemas['Equipment'][]> | null
  plates: Json<Schemas['PlatePairs'][]> | null
  /** The number of the user's last change to any synced resource. */
  seq: number
  /**
   * The highest seq of an expired tombstone: a client that is behind it can no longer learn of the
   * deletion.
   */
  horizon: Generated<number>
  revision: number
  createdAt: number
  updatedAt: number
  disabledAt: number | null
}

/** The account of each email address. A separate table, because accounts are distributed by id. */
export interface EmailAddressesTable {
  /** The same as the account's. */
  emailKey: string
  userId: string
}

/** A login on one device. */
export interface SessionsTable {
  userId: string
  id: string
  device: string | null
  userAgent: string | null
  createdAt: number
  lastUsedAt: number
  expiresAt: number
  endedAt: number | null
}

/** A refresh token, of which only the hash is stored. All of a session's tokens are one family. */
export interface RefreshTokensTable {
  userId: string
  /** SHA-256 of the token. */
  tokenHash: Uint8Array
  sessionId: string
  createdAt: number
  expiresAt: number
  /** When it was exchanged for its successor. */
  usedAt: number | null
}

/** An account's password reset link; only a hash of its token is stored. */
export interface PasswordResetsTable {
  userId: string
  /** SHA-256 of the token. */
  tokenHash: Uint8Array
  expiresAt: number
}

/** A network from which an account has been used. */
export interface KnownNetworksTable {
  userId: string
  /** HMAC-SHA256 of the network, under a key that isn't in the database. */
  networkHash: Uint8Array
  lastSeenAt: number
}
