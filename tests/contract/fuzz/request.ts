import fc from 'fast-check'
import type { Corruption } from '../corruptions.ts'

/** Who sends a request: the user, another user, nobody, or someone with a broken token. */
export type CallerKind = 'user' | 'other' | 'nobody' | 'broken'

/** A request that satisfies the contract; `fault` corrupts its body at one location. */
export interface ContractRequest {
  readonly kind: 'contract'
  readonly id: string
  readonly method: string
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string>>
  /** The JSON text. */
  readonly body: string | undefined
  readonly fault: Pick<Corruption, 'pointer' | 'code'> | undefined
  readonly caller: CallerKind
}

/** A request without any constraints. */
export interface WildRequest {
  readonly kind: 'wild'
  readonly method: string
  /** The path and the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | undefined
  readonly caller: CallerKind
}

export type FuzzRequest = ContractRequest | WildRequest

/** A placeholder for the cursor or entity tag of the last response at the same path. */
export const last = '$last'

/** Callers: nearly always the user, who owns the objects. */
export const callers = fc.oneof(
  { weight: 40, arbitrary: fc.constant<CallerKind>('user') },
  { weight: 1, arbitrary: fc.constantFrom<CallerKind>('other', 'nobody', 'broken') },
)
