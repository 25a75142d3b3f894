import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TSchema, TypeGuard } from '@sinclair/typebox'
import { Contract } from '#scripts/generate/contract.ts'
import { emitSchemas } from '#scripts/generate/emit/schemas.ts'
import { modelOf } from '#scripts/generate/model-of.ts'
import { specOf } from './small-spec.ts'

const directory = await mkdtemp(join(tmpdir(), 'replog-schemas-'))
const root = join(import.meta.dir, '../../..')
let count = 0

/** `schemas.ts` as emitted for these schemas. */
export function emittedText(schemas: object): string {
  return emitSchemas(modelOf(new Contract('small.yaml', specOf(schemas))))
}

/** The TypeBox schemas that the emitted `schemas.ts` exports, by name. */
export async function emittedSchemas(schemas: object): Promise<(name: string) => TSchema> {
  const text = emittedText(schemas)
    .replaceAll("'../src/", `'${root}/src/`)
    .replaceAll("'@sinclair/typebox'", `'${Bun.resolveSync('@sinclair/typebox', root)}'`)
  const file = join(directory, `${++count}.ts`)
  await Bun.write(file, text)
  const module: Record<string, unknown> = await import(file)
  return (name) => {
    const schema = module[name]
    if (!TypeGuard.IsSchema(schema)) throw new Error(`no schema ${name}`)
    return schema
  }
}
