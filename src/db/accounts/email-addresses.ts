import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'

/**
 * Identifies an account: the address in lowercase, with compatibility characters (full-width letters,
 * ligatures) replaced by plain letters (NFKC).
 */
export function emailKeyOf(email: string): string {
  return email.normalize('NFKC').toLowerCase().normalize('NFKC')
}

/** The key of an account that was registered when compatibility characters were still distinguished. */
function legacyEmailKeyOf(email: string): string {
  return email.normalize('NFC').toLowerCase()
}

const selectOwner = prepare((db, p: { emailKey: string }) =>
  db.selectFrom('emailAddresses').select('userId').where('emailKey', '=', p.emailKey),
)

/** The id of the account with this address. One registered with the same compatibility characters takes precedence. */
export async function findAddressOwner(db: Reader, email: string): Promise<string | undefined> {
  const [emailKey, legacyKey] = [emailKeyOf(email), legacyEmailKeyOf(email)]
  const exact = legacyKey === emailKey ? undefined : await selectOwner.first(db, { emailKey: legacyKey })
  return (exact ?? (await selectOwner.first(db, { emailKey })))?.userId
}

const insertOne = prepare((db, row: { emailKey: string; userId: string }) =>
  db
    .insertInto('emailAddresses')
    .values(row)
    .onConflict((conflict) => conflict.column('emailKey').doNothing()),
)

/** Reserves an address for an account that is about to be inserted; false if another account has it. */
export async function reserveAddress(tx: Tx, emailKey: string, userId: string): Promise<boolean> {
  return (await insertOne.run(tx, { emailKey, userId })) === 1
}

const deleteOne = prepare((db, { emailKey, userId }: { emailKey: string; userId: string }) =>
  db.deleteFrom('emailAddresses').where('emailKey', '=', emailKey).where('userId', '=', userId),
)

/** Frees the address of a deleted account. */
export async function freeAddress(tx: Tx, emailKey: string, userId: string): Promise<void> {
  await deleteOne.run(tx, { emailKey, userId })
}
