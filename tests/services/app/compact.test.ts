import { expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compact } from '#services/app/compact.ts'

const scripts = new Map([
  ['count.js', 'let c=0;function n(){return++c}export{n as x0};export const x1="one",x2="two";'],
  ['side.js', 'import{x0 as n}from"./count.js";n();'],
  ['again.js', 'import{x1 as n}from"./count.js";import{x1 as m}from"./count.js";export{n as x0,m as x1};'],
  [
    'page.js',
    'import{x2 as b}from"./count.js";import"./side.js";import{x0 as n}from"./count.js";import"./side.js";' +
      'import{x1 as a}from"./count.js";import{x0 as again,x1 as same}from"./again.js";' +
      'const late=()=>import("./late.js");export{late};' +
      'export const seen=[n(),a,b,again===same];',
  ],
  ['late.js', 'const yes=true;export{yes as isLate};'],
])

test('a compacted script imports each script once, with its names in order, and behaves as before', async () => {
  const compacted = await compact(scripts)
  expect([...compacted.keys()]).toEqual([...scripts.keys()])
  const page = compacted.get('page.js') ?? ''
  expect(page.match(/from"\.\/count\.js"/g)).toHaveLength(1)
  expect(page.match(/import"\.\/side\.js"/g)).toHaveLength(1)
  const imported = /import\{([^}]*)\}from"\.\/count\.js"/.exec(page)?.[1]?.split(',') ?? []
  expect(imported).toEqual(imported.toSorted())
  expect(imported).toHaveLength(3)
  const folder = await mkdtemp(join(tmpdir(), 'replog-compact-'))
  for (const [name, text] of compacted) await Bun.write(join(folder, name), text)
  const { seen, late } = await import(join(folder, 'page.js'))
  const { isLate } = await late()
  await rm(folder, { recursive: true })
  // Called once by side.js and once by page.js.
  expect(seen).toEqual([2, 'one', 'two', true])
  expect(isLate).toBe(true)
})

test('compacted scripts have one name for an export, unless it is loaded with import() or exported again', async () => {
  const compacted = await compact(scripts)
  expect(compacted.get('count.js')).toMatch(/export\{\w+,\w+,\w+\};/)
  expect(compacted.get('again.js')).toMatch(
    /^import\{\w+\}from"\.\/count\.js";export\{\w+ as x0,\w+ as x1\};\s*$/,
  )
  expect(compacted.get('late.js')).toMatch(/export\{\w+ as isLate\}/)
})

test('a compacted script has no parentheses around the only parameter of an arrow function', async () => {
  const text =
    'export const f=(one)=>one+1,g=async(one)=>f(one),h=(one,two)=>one+two,i=()=>1,j=(one=2)=>one,k=({one})=>one;'
  const compacted = (await compact(new Map([['arrows.js', text]]))).get('arrows.js') ?? ''
  expect(compacted.match(/(?<!async)\(\w+\)=>/g)).toBeNull()
  const folder = await mkdtemp(join(tmpdir(), 'replog-compact-'))
  await Bun.write(join(folder, 'arrows.js'), compacted)
  const { f, g, h, i, j, k } = await import(join(folder, 'arrows.js'))
  await rm(folder, { recursive: true })
  expect([f(1), await g(1), h(1, 2), i(), j(), k({ one: 3 })]).toEqual([2, 2, 3, 1, 2, 3])
})
