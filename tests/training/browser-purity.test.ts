import { expect, test } from 'bun:test'
import { Glob } from 'bun'

const folder = `${import.meta.dir}/../../src/training`

test('the training code imports nothing but itself and types, and names no platform', async () => {
  const files = await Array.fromAsync(new Glob('*.ts').scan(folder))
  expect(files.length).toBeGreaterThan(15)
  for (const file of files) {
    const source = await Bun.file(`${folder}/${file}`).text()
    for (const [statement, target = ''] of source.matchAll(/^import [^']*'([^']+)'/gm)) {
      const local = target.startsWith('./')
      expect({ file, target, allowed: local || statement.startsWith('import type ') }).toEqual({
        file,
        target,
        allowed: true,
      })
    }
    expect({
      file,
      names: source.match(/\b(Bun|process|Temporal|require|fetch|localStorage)\b[.(]/g),
    }).toEqual({
      file,
      names: null,
    })
  }
})

test('the training code builds for a browser', async () => {
  const files = await Array.fromAsync(new Glob('*.ts').scan(folder))
  const built = await Bun.build({
    entrypoints: files.map((file) => `${folder}/${file}`),
    target: 'browser',
  })
  expect(built.success).toBe(true)
})
