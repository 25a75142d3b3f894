import { type AppBundle, type AppFile, dataFile } from './files.ts'

/** A file as JSON: its data, or its body in base64. */
type StoredFile = Pick<Extract<AppFile, { data: unknown }>, 'data'> | StoredBody

interface StoredBody extends Omit<Exclude<AppFile, { data: unknown }>, 'body'> {
  readonly body: string
}

interface StoredBundle extends Omit<AppBundle, 'files'> {
  readonly files: readonly (readonly [name: string, file: StoredFile])[]
}

/** The app as JSON. */
export function stringifyBundle({ files, ...texts }: AppBundle): string {
  const stored: StoredBundle = {
    ...texts,
    files: [...files].map(([name, file]) => [
      name,
      'data' in file ? { data: file.data } : { ...file, body: Buffer.from(file.body).toString('base64') },
    ]),
  }
  return JSON.stringify(stored)
}

/** The app from its JSON. */
export function parseBundle(json: string): AppBundle {
  const { files, ...texts }: StoredBundle = JSON.parse(json)
  return {
    ...texts,
    files: new Map(
      files.map(([name, file]): [string, AppFile] => [
        name,
        'data' in file ? dataFile(file.data) : { ...file, body: Buffer.from(file.body, 'base64') },
      ]),
    ),
  }
}
