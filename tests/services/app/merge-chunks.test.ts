import { expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mergeChunks, requiredScripts, sharedScripts } from '#services/app/merge-chunks.ts'

const scripts = new Map([
  ['main-1.js', 'import{n as o}from"./count-1.js";import"./side-1.js";export{o as main};o();'],
  ['count-1.js', 'let c=0;function n(){c++}function v(){return c}export{n,v};'],
  ['side-1.js', 'import{n}from"./count-1.js";n();'],
  ['late-1.js', 'import{v,n}from"./count-1.js";import"./side-1.js";n();const seen=v();export{seen};'],
])

test('requiredScripts lists the files that a script needs', () => {
  expect([...requiredScripts(scripts, 'main-1.js')].sort()).toEqual(['count-1.js', 'main-1.js', 'side-1.js'])
})

test('merged scripts run once, and other scripts can still import from them', async () => {
  const { scripts: mergedScripts, merged } = await mergeChunks(scripts, [
    requiredScripts(scripts, 'main-1.js'),
  ])
  expect(merged).toHaveLength(1)
  expect([...mergedScripts.keys()].sort()).toEqual(['late-1.js', ...merged])
  const folder = await mkdtemp(join(tmpdir(), 'replog-chunks-'))
  for (const [name, text] of mergedScripts) await Bun.write(join(folder, name), text)
  const { seen } = await import(join(folder, 'late-1.js'))
  await rm(folder, { recursive: true })
  // Called once each by main, side and late.
  expect(seen).toBe(3)
})

test('merging a different script results in a different file name', async () => {
  const other = new Map(
    [...scripts].map(([name, text]) => [name.replace('side-1', 'side-2'), text.replace('side-1', 'side-2')]),
  )
  const { merged } = await mergeChunks(scripts, [requiredScripts(scripts, 'main-1.js')])
  const { merged: changed } = await mergeChunks(other, [requiredScripts(other, 'main-1.js')])
  expect(changed).not.toEqual(merged)
})

test('sharedScripts groups scripts that are needed by the same parts, without the excluded ones', () => {
  const groups = sharedScripts(
    [new Set(['a', 'b', 'c', 'excluded']), new Set(['b', 'c', 'd']), new Set(['c', 'd'])],
    new Set(['excluded']),
  )
  expect(groups.map((group) => [...group])).toEqual([['a'], ['b'], ['c'], ['d']])
  expect(sharedScripts([new Set(['a', 'b']), new Set(['a', 'b'])], new Set())).toEqual([new Set(['a', 'b'])])
})
