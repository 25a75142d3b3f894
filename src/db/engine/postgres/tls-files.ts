import { readFileSync } from 'node:fs'

/** The parameters of a server's URL that name files. */
const parameters = ['sslrootcert', 'sslcert', 'sslkey']

/**
 * The files in a server's URL that can't be read. The driver reads them whenever it connects, and its errors don't
 * always name the file.
 */
export function tlsFileProblems(url: string): string[] {
  const values = URL.parse(url)?.searchParams
  return parameters.flatMap((parameter) => {
    const file = values?.get(parameter)
    if (!file) return []
    try {
      readFileSync(file)
      return []
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return [`the file ${file}, ${parameter} in its URL, can't be read: ${reason}`]
    }
  })
}
