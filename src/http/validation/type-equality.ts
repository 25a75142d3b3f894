/**
 * Whether two types are the same: `{ a?: 1 }` and `{ a: 1 | undefined }` differ, and `unknown` equals only
 * itself.
 */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Compiles only for `true`: `Expect<Equal<A, B>>`. */
export type Expect<Truth extends true> = Truth
