/** The media types of the app's files. */
export type AppMediaType =
  | 'text/javascript'
  | 'text/css'
  | 'font/woff2'
  | 'image/svg+xml'
  | 'image/png'
  | 'application/manifest+json'

/** A file of the app. */
export interface AppFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly mediaType: AppMediaType
}

/** The folder of the app's sources. */
export const sources = new URL('../../web/', import.meta.url)

const hashLength = 8

/** The name under which a file is served. It changes with the content, so that caches may keep the file. */
export function hashedName(name: string, body: Uint8Array): string {
  const hash = new Bun.CryptoHasher('sha256').update(body).digest('hex').slice(0, hashLength)
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`
}

/** Reads a file of the app's sources. */
export const readSource = (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  Bun.file(new URL(name, sources)).bytes()

/** Text as the body of a file. */
export const textFile = (text: string, mediaType: AppMediaType): AppFile => ({
  body: new Uint8Array(Buffer.from(text)),
  mediaType,
})
