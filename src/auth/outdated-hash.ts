/** How hashes begin that `hashPassword` makes now; a test holds the two together. */
const current = '$argon2id$v=19$m=19456,t=2,p=1$'

/** Whether a hash was made with other parameters than are used now, and is to be made anew when its password is known. */
export function isOutdatedHash(hash: string): boolean {
  return !hash.startsWith(current)
}
