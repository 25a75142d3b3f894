import { randomBytes } from 'node:crypto'
import { newPasswordFault } from '#services/auth/password/rules.ts'
import { isGuessable } from '#services/auth/password/strength.ts'

/** A new account's password, and whether it was generated. */
export interface NewPassword {
  readonly password: string
  readonly isGenerated: boolean
}

/**
 * Reads a new account's password from the terminal without showing it, or else from the first line of
 * standard input; an empty one means that one is generated. Throws if the password is too weak, and says why.
 */
export async function newPassword(email: string): Promise<NewPassword> {
  const given = process.stdin.isTTY
    ? await askUnseen('Password (leave empty to generate one): ')
    : await firstLine()
  // 120 bits, in characters that are easy to read out and type.
  if (given === '') return { password: randomBytes(15).toString('base64url'), isGenerated: true }
  const fault = await newPasswordFault({ isGuessable }, {}, given, { email, displayName: null })
  if (fault) {
    const [reason] = fault.errors.map(
      ({ message }) => `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    )
    throw new Error(`The password ${reason}`)
  }
  return { password: given, isGenerated: false }
}

async function firstLine(): Promise<string> {
  const text = await Bun.stdin.text()
  return text.split(/\r?\n/, 1)[0] ?? ''
}

/** Reads a line from the terminal without showing it. Ctrl+C ends the process as usual. */
function askUnseen(question: string): Promise<string> {
  const { stdin, stderr } = process
  const { promise, resolve } = Promise.withResolvers<string>()
  let typed = ''
  const finish = () => {
    stdin.setRawMode(false)
    stdin.off('data', read)
    stdin.pause()
    stderr.write('\n')
  }
  const read = (chunk: string) => {
    for (const character of chunk) {
      if (character === '\r' || character === '\n') {
        finish()
        return resolve(typed)
      }
      if (character === '\u0003') {
        finish()
        process.exit(130)
      }
      if (character === '\u007f' || character === '\b') typed = Array.from(typed).slice(0, -1).join('')
      else if (character >= ' ') typed += character
    }
  }
  stderr.write(question)
  stdin.setEncoding('utf8')
  stdin.setRawMode(true)
  stdin.on('data', read)
  stdin.resume()
  return promise
}
