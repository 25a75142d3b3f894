/** The file name of the reference's script under `/docs/`. */
export const scriptName = 'standalone.js'

const file = Bun.file(new URL(`./browser/${scriptName}`, import.meta.resolve('@scalar/api-reference')))

/** The reference's script, as Scalar ships it for browsers: 4.4 MB. */
export function referenceScript(): Promise<Uint8Array<ArrayBuffer>> {
  return file.bytes()
}
