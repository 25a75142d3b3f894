// Writes the TypeScript blocks of a README as modules: `bun readme-blocks.ts README.md FOLDER`.
const [readme = '', folder = ''] = process.argv.slice(2)
const text = await Bun.file(readme).text()
const [logger = '', figures = ''] = text
  .split('```ts\n')
  .slice(1)
  .map((rest) => rest.split('```')[0] ?? '')
await Bun.write(`${folder}/logger.ts`, logger)
// The second block continues where the first ends.
const context = `import type { Replog } from '@replog/client'
import type { Catalogue } from '@replog/client/catalogue'
declare const replog: Replog
declare const catalogue: Catalogue
`
await Bun.write(`${folder}/figures.ts`, `${context}${figures}\nexport { work }\n`)
