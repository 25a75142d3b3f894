import type { Schemas } from '#generated/types.ts'

type OpenApiDocument = Schemas['OpenApiDocument']

const file = Bun.file(new URL(import.meta.resolve('#openapi.yaml')))

/** The text of `openapi.yaml`, byte for byte. */
export function contractYaml(): Promise<Uint8Array<ArrayBuffer>> {
  return file.bytes()
}

let document: Promise<OpenApiDocument> | undefined

/** The contract as a value, to be sent as JSON; parsed on first use. */
export function contractDocument(): Promise<OpenApiDocument> {
  document ??= read()
  return document
}

async function read(): Promise<OpenApiDocument> {
  const value: unknown = Bun.YAML.parse(await file.text())
  // The generator has validated the file, and a test compares this parse with the generator's.
  return value as OpenApiDocument
}
