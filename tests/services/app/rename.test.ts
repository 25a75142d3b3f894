import { expect, test } from 'bun:test'
import { rename } from '#services/app/rename.ts'

const renamed = (script: string) => rename(new Map([['a.js', script]])).get('a.js')

test.each([
  ['the parameter of a function in another one', 'f(a=>g(a,b=>b.id))', 'f(e=>g(e,e=>e.id))'],
  ['several parameters', 'f((n,a)=>n+a)', 'f((e,t)=>e+t)'],
  ['the targets of a pattern', 'f(({id:n,e:[a]})=>n+a.n)', 'f(({id:e,e:[t]})=>e+t.n)'],
  [
    'names that are also those of members',
    'f(({n,id:{a=n}})=>({n,a}))',
    'f(({n:e,id:{a:t=e}})=>({n:e,a:t}))',
  ],
  ['the rest', 'f((...n)=>n)', 'f((...e)=>e)'],
  ['a default', 'f((n=1)=>n)', 'f((e=1)=>e)'],
  ['an assigned pattern', 'f((n,a)=>{[n,{b:a}]=[a,n];a++})', 'f((e,t)=>{[e,{b:t}]=[t,e];t++})'],
  [
    'variables of a block',
    'f(n=>{if(n){let a=n;return a}return{n}})',
    'f(e=>{if(e){let t=e;return t}return{n:e}})',
  ],
  ['in two blocks', '{let n=1;f(n)}{let a=2;f(a)}', '{let e=1;f(e)}{let e=2;f(e)}'],
  ['of loops', 'for(let n of f)for(let a in n)f(a)', 'for(let e of f)for(let t in e)f(t)'],
  ['a caught error', 'try{f()}catch(n){let a=n;f(a)}', 'try{f()}catch(e){let t=e;f(t)}'],
  ['variables of the whole function', 'function n(){f(a);{var a=1}}n()', 'function e(){f(e);{var e=1}}e()'],
  ['a function that calls itself', 'f(function n(a){return n(a)})', 'f(function e(t){return e(t)})'],
  ['a class', 'f(class n{static a=n;[n](){}})', 'f(class e{static a=e;[e](){}})'],
  [
    'beside private members',
    'f(class{#n;m(a){return #n in a&&a.#n}})',
    'f(class{#n;m(e){return #n in e&&e.#n}})',
  ],
  ['beside methods and accessors', 'f(a=>({a(){},get n(){return a}}))', 'f(e=>({a(){},get n(){return e}}))'],
  [
    'beside a label',
    'f(n=>{e:for(;;){if(n)break e;continue e}})',
    'f(e=>{e:for(;;){if(e)break e;continue e}})',
  ],
  ['in a template', `f(n=>\`n\${n}\${n.n}\`)`, `f(e=>\`n\${e}\${e.n}\`)`],
  ['beside strings and expressions', `f(n=>n+"n"+/n["/]/.test(n)/n)`, `f(e=>e+"n"+/n["/]/.test(e)/e)`],
  ['by whether a name is used inside', 'let n=1;f(a=>a+n,b=>b)', 'let t=1;f(e=>e+t,e=>e)'],
  ['but never to a name without declaration', 'f(n=>n+e)', 'f(t=>t+e)'],
])('variables get the first names that are free: %s', (_, script, expected) => {
  expect(renamed(script)).toBe(expected)
})

test('what a script exports has one name in all scripts', () => {
  const scripts = rename(
    new Map([
      ['one.js', 'let a=1,b=2;export{a as first,b as second};'],
      ['two.js', 'import{first as x}from"./one.js";f(x);'],
      ['three.js', 'import{second as y}from"./one.js";let x=3;f(x,y,n=>n+y);'],
    ]),
  )
  expect([...scripts.values()]).toEqual([
    'let e=1,t=2;export{e,t};',
    'import{e}from"./one.js";f(e);',
    'import{t}from"./one.js";let e=3;f(e,t,e=>e+t);',
  ])
})

test('what a script exports twice, or only passes on, is exported under the same names as before', () => {
  const scripts = rename(
    new Map([
      ['one.js', 'let a=1;export{a as first,a as again};'],
      ['two.js', 'let a=1;export{a};'],
      ['three.js', 'import{a}from"./two.js";export{a as passed};'],
      [
        'four.js',
        'import{first as x,again as y}from"./one.js";import{passed}from"./three.js";f(x,y,passed);',
      ],
    ]),
  )
  expect([...scripts.values()]).toEqual([
    'let e=1;export{e as first,e as again};',
    'let e=1;export{e};',
    'import{e}from"./two.js";export{e as passed};',
    'import{first as e,again as t}from"./one.js";import{passed as r}from"./three.js";f(e,t,r);',
  ])
})

test('a script that imports the same export twice is an error', () => {
  const scripts = new Map([
    ['one.js', 'let a=1;export{a};'],
    ['two.js', 'import{a}from"./one.js";import{a as b}from"./one.js";f(a,b);'],
  ])
  expect(() => rename(scripts)).toThrow('twice')
})

test('the exports of a script that is loaded by import() keep their names', () => {
  const scripts = rename(
    new Map([
      ['page.js', 'let a=1,b=2;export{a as Page,b};'],
      ['main.js', 'import{Page as x}from"./page.js";import("./page.js").then(n=>f(n.b,x));'],
    ]),
  )
  expect([...scripts.values()]).toEqual([
    'let e=1,t=2;export{e as Page,t as b};',
    'import{Page as t}from"./page.js";import("./page.js").then(e=>f(e.b,t));',
  ])
})

test('a script may have more variables than there are short names', () => {
  const names = Array.from({ length: 2000 }, (_, index) => `v${index}`)
  const script = renamed(`let ${names.join()};f(${names.join()});`) ?? ''
  const used = /f\((.*)\)/.exec(script)?.[1]?.split(',') ?? []
  expect(new Set(used).size).toBe(2000)
  expect(used.filter((name) => !/^[a-z]{1,2}$/i.test(name))).toEqual([])
  expect(() => new Bun.Transpiler({ loader: 'js' }).transformSync(script)).not.toThrow()
})

test.each([
  'import a from"./b.js"',
  'import*as a from"./b.js"',
  'export{a}from"./b.js"',
  'export*from"./b.js"',
])('other links between scripts than by name are an error: %s', (script) => {
  expect(() => renamed(script)).toThrow('unexpected')
})

test('a script that is no JavaScript is an error', () => {
  expect(() => renamed('f(n=>n')).toThrow()
})
