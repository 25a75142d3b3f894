import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { contractDocument, contractYaml } from '#services/reference/contract.ts'

const written = readFileSync(join(import.meta.dir, '../../../openapi.yaml'))

test('the YAML is the file, byte for byte', async () => {
  expect(Buffer.compare(await contractYaml(), written)).toBe(0)
})

test('the JSON equals the YAML as read by the generator, in the same order', async () => {
  expect(JSON.stringify(await contractDocument())).toBe(JSON.stringify(parse(written.toString())))
})
