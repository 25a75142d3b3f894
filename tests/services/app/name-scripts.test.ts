import { expect, test } from 'bun:test'
import { nameByContents } from '#services/app/name-scripts.ts'

const scripts = (page: string) =>
  new Map([
    ['main-11111111.js', 'import{a}from"./shared-22222222.js";import("./page-33333333.js")'],
    ['page-33333333.js', `import{b}from"./main-11111111.js";${page}`],
    ['shared-22222222.js', 'export{c as a}'],
  ])

test('a change in one script changes the names of all scripts, because they import from each other', () => {
  const before = nameByContents(scripts('b(1)'))
  const after = nameByContents(scripts('b(2)'))
  expect(new Set(before.scripts.keys()).isDisjointFrom(new Set(after.scripts.keys()))).toBe(true)
  expect(nameByContents(scripts('b(1)'))).toEqual(before)
})

test('scripts keep the beginning and the length of their names, and import from each other by their new names', () => {
  const { scripts: named, names } = nameByContents(scripts('b(1)'))
  expect([...named.keys()].map((name) => name.replace(/\w{8}\.js$/, ''))).toEqual([
    'main-',
    'page-',
    'shared-',
  ])
  const [main, page, shared] = [...named.keys()]
  expect(names.get('main-11111111.js')).toBe(main)
  expect([...named.values()]).toEqual([
    `import{a}from"./${shared}";import("./${page}")`,
    `import{b}from"./${main}";b(1)`,
    'export{c as a}',
  ])
})

test('scripts whose names differ only in the hash are numbered', () => {
  const { scripts: named } = nameByContents(
    new Map([
      ['main-11111111.js', '1'],
      ['main-22222222.js', '2'],
    ]),
  )
  expect([...named.keys()].map((name) => name.replace(/-\w{8}\.js$/, ''))).toEqual(['main', 'main1'])
})
