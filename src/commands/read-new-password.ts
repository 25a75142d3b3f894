import { randomBytes } from 'node:crypto'
import { validateNewPassword } from '#services/auth/password/rules.ts'
import { isGuessable } from '#services/auth/password/strength.ts'

/** The password of a new account, and whether it was generated. */
export interface NewPassword {
  readonly password: string
  readonly isGenerated: boolean
}

/**
 * Reads a new account's password from the terminal without showing it, or from the first line of standard
 * input if that isn't a terminal. Generates a password if nothing is entered; throws an error with the reason if
 * the password is too weak.
 */
export async function readNewPassword(email: string): Promise<NewPassword> {
  const entered = process.stdin.isTTY
    ? await readHidden('Password (leave empty to generate one): ')
    : await firstLine()
  // 120 bits, in characters that are easy to read out and type.
  if (entered === '') return { password: randomBytes(15).toString('base64url'), isGenerated: true }
  const invalid = await validateNewPassword({ isGuessable }, {}, entered, { email, displayName: null })
  if (invalid) {
    const [reason] = invalid.errors.map(
      ({ message }) => `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    )
    throw new Error(`The password ${reason}`)
  }
  return { password: entered, isGenerated: false }
}

async function firstLine(): Promise<string> {
  const text = await Bun.stdin.text()
  return text.split(/\r?\n/, 1)[0] ?? ''
}

/** Reads a line from the terminal without echoing it. Ctrl+C ends the process as usual. */
function readHidden(question: string): Promise<string> {
  const { stdin, stderr } = process
  const { promise, resolve } = Promise.withResolvers<string>()
  let password = ''
  const stopReading = () => {
    stdin.setRawMode(false)
    stdin.off('data', readChunk)
    stdin.pause()
    stderr.write('\n')
  }
  const readChunk = (chunk: string) => {
    for (const character of chunk) {
      if (character === '\r' || character === '\n') {
        stopReading()
        return resolve(password)
      }
      if (character === '\u0003') {
        stopReading()
        process.exit(130)
      }
      if (character === '\u007f' || character === '\b') password = Array.from(password).slice(0, -1).join('')
      else if (character >= ' ') password += character
    }
  }
  stderr.write(question)
  stdin.setEncoding('utf8')
  stdin.setRawMode(true)
  stdin.on('data', readChunk)
  stdin.resume()
  return promise
}
