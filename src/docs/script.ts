/** The name below `/docs/` of the reference's script. */
export const scriptName = 'standalone.js'

const file = Bun.file(new URL(`./browser/${scriptName}`, import.meta.resolve('@scalar/api-reference')))

/** The reference's script, as Scalar's package ships it for browsers: 4.4 MB. */
export function referenceScript(): Promise<Uint8Array<ArrayBuffer>> {
  return file.bytes()
}
