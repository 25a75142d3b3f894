/** A browser file of Swagger UI for the reference page. */
export interface ReferenceAsset {
  readonly body: Uint8Array<ArrayBuffer>
  readonly mediaType: 'text/javascript' | 'text/css'
}

const mediaTypes = {
  'swagger-ui-bundle.js': 'text/javascript',
  'swagger-ui.css': 'text/css',
} as const satisfies Record<string, ReferenceAsset['mediaType']>

/** The name of a file under `/docs/`. */
export type ReferenceAssetName = keyof typeof mediaTypes

/** A file of the reference, or `undefined` if there is none with that name. */
export async function referenceAsset(name: string): Promise<ReferenceAsset | undefined> {
  if (!isAssetName(name)) return undefined
  const file = Bun.file(new URL(name, import.meta.resolve('swagger-ui-dist')))
  return { body: await file.bytes(), mediaType: mediaTypes[name] }
}

function isAssetName(name: string): name is ReferenceAssetName {
  return Object.hasOwn(mediaTypes, name)
}
