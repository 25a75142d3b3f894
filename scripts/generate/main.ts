import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Contract } from './contract.ts'
import { ContractError } from './contract-error.ts'
import { withContents } from './conventions/contents.ts'
import { withUsualResponses } from './conventions/usual-responses.ts'
import { type GeneratedTexts, generate, generatedFiles } from './generate.ts'
import { modelOf } from './model-of.ts'

/**
 * `bun run generate [--check] [--spec FILE] [--out DIRECTORY]`: completes the contract with its table of contents and
 * with responses that follow from the rest, and writes `generated/`; with `--check`, writes nothing and fails if the
 * table of contents or `generated/` is out of date.
 */
const root = join(import.meta.dir, '../..')

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    spec: { type: 'string', default: join(root, 'openapi.yaml') },
    out: { type: 'string', default: join(root, 'generated') },
  },
})

try {
  const text = values.check ? await Bun.file(values.spec).text() : await complete(values.spec)
  const files = await generate(basename(values.spec), text, { conventions: true })
  if (values.check) await check(files, values.out)
  else await write(files, values.out)
} catch (error) {
  if (!(error instanceof ContractError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function complete(spec: string): Promise<string> {
  const file = basename(spec)
  const written = await Bun.file(spec).text()
  const incomplete = new Contract(file, written)
  const completed = withUsualResponses(incomplete)
  const contract = completed === written ? incomplete : new Contract(file, completed)
  const text = withContents(contract, modelOf(contract))
  if (text !== written) await Bun.write(spec, text)
  return text
}

async function write(files: GeneratedTexts, directory: string): Promise<void> {
  for (const name of generatedFiles) await Bun.write(join(directory, name), files[name])
}

async function check(files: GeneratedTexts, directory: string): Promise<void> {
  for (const name of generatedFiles) {
    const file = Bun.file(join(directory, name))
    if ((await file.exists()) && (await file.text()) === files[name]) continue
    process.stderr.write(`${join(basename(directory), name)} is out of date: run "bun run generate"\n`)
    process.exitCode = 1
  }
}
