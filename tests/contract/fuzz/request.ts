import fc from 'fast-check'
import type { Corruption } from '../corruptions.ts'

/** The caller. */
export type Who = 'user' | 'other' | 'nobody' | 'broken'

/** A request that satisfies the contract; `fault` corrupts its body at one location. */
export interface ContractRequest {
  readonly kind: 'contract'
  readonly id: string
  readonly method: string
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string>>
  /** JSON. */
  readonly body: string | undefined
  readonly fault: Pick<Corruption, 'pointer' | 'code'> | undefined
  readonly who: Who
}

/** A request without any constraints. */
export interface WildRequest {
  readonly kind: 'wild'
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | undefined
  readonly who: Who
}

export type FuzzRequest = ContractRequest | WildRequest

/** A placeholder for the cursor or entity tag of the last response at the same path. */
export const last = '$last'

/** Usually the owner of the objects. */
export const askers = fc.oneof(
  { weight: 40, arbitrary: fc.constant<Who>('user') },
  { weight: 1, arbitrary: fc.constantFrom<Who>('other', 'nobody', 'broken') },
)
