/** The app as served to browsers. */
export interface AppBundle {
  readonly page: string
  readonly serviceWorker: string
  /** By name under `/web/`. */
  readonly files: ReadonlyMap<string, AppFile>
}

/** The media types of the app's files. */
export type AppMediaType =
  | 'text/javascript'
  | 'text/css'
  | 'font/woff2'
  | 'image/svg+xml'
  | 'image/png'
  | 'application/manifest+json'

export type AppFile = RawFile | DataFile

interface RawFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly mediaType: AppMediaType
}

/** A JSON file, and what it contains. */
interface DataFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly data: Readonly<Record<string, unknown>>
}

/** The folder of the app's sources. */
export const sources = new URL('./', import.meta.resolve('#web/main.tsx'))

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

const bytes = (text: string) => new Uint8Array(Buffer.from(text))

/** Text as the body of a file. */
export const textFile = (text: string, mediaType: AppMediaType): AppFile => ({ body: bytes(text), mediaType })

/** JSON as the body of a file. */
export const dataFile = (data: DataFile['data']): AppFile => ({ body: bytes(JSON.stringify(data)), data })
