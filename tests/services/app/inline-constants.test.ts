import { expect, test } from 'bun:test'
import { inlineConstants } from '#services/app/inline-constants.ts'

const inlined = (script: string) => inlineConstants(new Map([['a.js', script]])).get('a.js')

test.each([
  ['a number', 'var a=20;f(a,n=>n>a)', 'var a=20;f((20),n=>n>(20))'],
  ['a method of a number', 'var a=20;f(a.toFixed())', 'var a=20;f((20).toFixed())'],
  ['a number as a member', 'var a=20;f({a})', 'var a=20;f({a:(20)})'],
  ['the numbers of an object', 'var a={b:1,c:.5};f(a.b,n=>a.c)', 'var a={b:1,c:.5};f((1),n=>(.5))'],
])('the value stands in place of its name: %s', (_, script, expected) => {
  expect(inlined(script)).toBe(expected)
})

test.each([
  ['is assigned', 'var a=1;a=2;f(a)'],
  ['is assigned in a pattern', 'var a=1;[a]=b;f(a)'],
  ['is assigned by a loop', 'var a=1;for(a of b)f(a)'],
  ['counts', 'var a=1;f(a++)'],
  ['is declared twice', 'var a=1;var a=2;f(a)'],
  ['has a member that is assigned', 'var a={b:1};a.b=2;f(a.b)'],
  ['has a member that is counted', 'var a={b:1};a.b++;f(a.b)'],
  ['has a member that is no number', 'var a={b:1,c:f()};g(a.b,a.c)'],
  ['has a member with a computed name', 'var a={b:1,[c]:2};f(a.b)'],
  ['has the members of another object', 'var a={b:1,...c};f(a.b)'],
  ['has no such member', 'var a={b:1};f(a.b,a.c)'],
  ['is also used as a whole', 'var a={b:1};f(a.b,a)'],
  ['is used by a computed name', 'var a={b:1};f(a.b,a[c])'],
  ['is taken apart', 'var a={b:1};let{b}=a;f(a.b,b)'],
  ['is text', 'var a="b";f(a)'],
  ['is another variable of that name', 'var a=1;f(a=>a)'],
])('nothing replaces a variable that %s', (_, script) => {
  expect(inlined(script)).toBe(script)
})

test('constants are replaced in all scripts that import them', () => {
  const scripts = inlineConstants(
    new Map([
      ['one.js', 'var a=7,b={c:8},d="e";export{a as x,b as y,d as z};'],
      ['two.js', 'import{x as p,y as q,z as r}from"./one.js";f(p,q.c,r);'],
      ['three.js', 'import{x}from"./one.js";f(()=>x);'],
    ]),
  )
  expect([...scripts.values()]).toEqual([
    'var a=7,b={c:8},d="e";export{d as z};',
    'import{z as r}from"./one.js";f((7),(8),r);',
    'import{}from"./one.js";f(()=>(7));',
  ])
})

test('an exported constant stays if another script uses more of it than its numbers', () => {
  const scripts = new Map([
    ['one.js', 'var a={b:1};f(a.b);export{a};'],
    ['two.js', 'import{a}from"./one.js";f(a);'],
  ])
  expect(inlineConstants(scripts)).toEqual(scripts)
})

test('an exported constant stays if another script exports it too', () => {
  const scripts = new Map([
    ['one.js', 'var a=1;f(a);export{a};'],
    ['two.js', 'import{a}from"./one.js";export{a as b};'],
  ])
  expect(inlineConstants(scripts)).toEqual(scripts)
})

test('the exported constants of a script that is loaded by import() stay', () => {
  const scripts = new Map([
    ['page.js', 'var a=1;f(a);export{a};'],
    ['main.js', 'import("./page.js").then(n=>f(n.a));'],
  ])
  expect(inlineConstants(scripts)).toEqual(scripts)
})
