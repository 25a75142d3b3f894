import { describe, expect, test } from 'bun:test'
import { ContractError } from '#scripts/generate/contract-error.ts'
import { generate } from '#scripts/generate/generate.ts'

const text = await Bun.file(`${import.meta.dir}/things.yaml`).text()

/** The defects of `things.yaml` with one part replaced, without the file name. */
async function defectsWith(part: string | RegExp, replacement: string): Promise<string[]> {
  const changed = text.replace(part, replacement)
  expect(changed).not.toBe(text)
  try {
    await generate('t', changed, { conventions: true })
    return []
  } catch (error) {
    if (error instanceof ContractError)
      return error.message.split('\n').map((line) => line.slice('t:'.length))
    throw error
  }
}

const cases: [string, { input: [string | RegExp, string]; expected: string[] }][] = [
  [
    'a table of contents that lacks an operation',
    {
      input: ['listThings, getThing', 'getThing'],
      expected: [
        expect.stringMatching(/^9: #: expected in the table of contents: # {3}Things: listThings, getThing/),
      ],
    },
  ],
  [
    'a table of contents with an extra line',
    {
      input: ['openapi: 3.1.1', '# more\nopenapi: 3.1.1'],
      expected: ['13: #: the table of contents must end before this line: run "bun run generate"'],
    },
  ],
  [
    'a path without the divider of its tag',
    {
      input: [/^ {2}# ── Things ─+\n/m, ''],
      expected: [expect.stringContaining('/get: must be under the divider of its tag, Things')],
    },
  ],
  [
    'a divider with a different width',
    {
      input: [/^( {2}# ── Things ─+)$/m, '$1─'],
      expected: [expect.stringContaining('#: the divider must be # ── Things ─')],
    },
  ],
  [
    'members of an operation in a different order',
    {
      input: [
        '      tags: [Things]\n      summary: Read a thing',
        '      summary: Read a thing\n      tags: [Things]',
      ],
      expected: [
        expect.stringContaining('/get/summary: must be in the order operationId, tags, summary, description'),
      ],
    },
  ],
  [
    'an operation without security',
    {
      input: ['      security: []\n', ''],
      expected: [
        expect.stringContaining('/get: must declare security: the schemes and scopes that it accepts'),
      ],
    },
  ],
  [
    'an integer without a format',
    {
      input: ['revision: { type: integer, format: int64 }', 'revision: { type: integer }'],
      expected: [expect.stringContaining('/revision: an integer needs format: int32 or int64')],
    },
  ],
  [
    'a number without a format',
    {
      input: ['revision: { type: integer, format: int64 }', 'revision: { type: number }'],
      expected: [expect.stringContaining('/revision: a number needs format: double')],
    },
  ],
  [
    'bounds beyond int32',
    {
      input: ['format: int64 }', 'format: int32, maximum: 2147483648 }'],
      expected: [expect.stringContaining('/revision: its bounds exceed int32, so it needs format: int64')],
    },
  ],
  [
    'a schema named like the constructor of another one',
    {
      input: [/^ {4}Thing:$/m, '    NewThing: { type: object, additionalProperties: false }\n    Thing:'],
      expected: [
        expect.stringContaining("/NewThing: has the name of Thing's constructor in clients generated for Go"),
      ],
    },
  ],
  [
    'a string in a request that may contain U+0000',
    {
      input: [/to: \{ type: string, pattern: '.*?' \}/, "to: { type: string, pattern: 'a' }"],
      expected: [expect.stringContaining('/to: is part of a request, so it needs a pattern without U+0000')],
    },
  ],
]

test('things.yaml follows the conventions', async () => {
  expect(Object.keys(await generate('t', text, { conventions: true }))).toHaveLength(4)
})

describe('a violation of the conventions is reported', () => {
  for (const [name, { input, expected }] of cases) {
    test(name, async () => {
      const defects = await defectsWith(...input)
      expect(defects.slice(0, expected.length)).toEqual(expected)
      expect(defects.length).toBeGreaterThan(0)
    })
  }
})

test('the sections of paths follow the order of the tags', async () => {
  const tags = '  - { name: Other }\n  - { name: Things, description: What there is. }'
  const moves = text
    .replace('  - { name: Things, description: What there is. }', tags)
    .replace(/^ {2}\/api\/moves:/m, `  # ── Other ${'─'.repeat(90)}\n  /api/moves:`)
    .replace('operationId: moveThings\n      tags: [Things]', 'operationId: moveThings\n      tags: [Other]')
  const error: unknown = await generate('t', moves, { conventions: true }).catch((thrown: unknown) => thrown)
  expect(String(error)).toContain(
    '#/paths: the section Things must be in the order of the tags: Other, Things',
  )
})
