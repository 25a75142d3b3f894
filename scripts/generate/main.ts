import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { FILES, type Generated, generate } from './generate.ts'
import { ContractError } from './refusal.ts'

/**
 * `bun run generate [--check] [--spec FILE] [--out DIRECTORY]`: writes `generated/` from the contract; with
 * `--check` writes nothing, and fails if `generated/` isn't up to date.
 */
const ROOT = join(import.meta.dir, '../..')

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    spec: { type: 'string', default: join(ROOT, 'openapi.yaml') },
    out: { type: 'string', default: join(ROOT, 'generated') },
  },
})

try {
  const files = await generate(basename(values.spec), await Bun.file(values.spec).text())
  if (values.check) await check(files, values.out)
  else await write(files, values.out)
} catch (error) {
  if (!(error instanceof ContractError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function write(files: Generated, directory: string): Promise<void> {
  for (const name of FILES) await Bun.write(join(directory, name), files[name])
}

async function check(files: Generated, directory: string): Promise<void> {
  for (const name of FILES) {
    const file = Bun.file(join(directory, name))
    if ((await file.exists()) && (await file.text()) === files[name]) continue
    process.stderr.write(
      `${join(basename(directory), name)} is not what the contract gives: bun run generate\n`,
    )
    process.exitCode = 1
  }
}
