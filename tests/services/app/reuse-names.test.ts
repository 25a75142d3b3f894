import { expect, test } from 'bun:test'
import { reuseNames } from '#services/app/reuse-names.ts'

test.each([
  ['the parameter of a function in another one', 'f(e=>g(e,t=>t.id))', 'f(e=>g(e,e=>e.id))'],
  ['several parameters', 'f((n,a)=>n+a)', 'f((e,t)=>e+t)'],
  ['the targets of a pattern', 'f(({id:n,e:[a]})=>n+a.n)', 'f(({id:e,e:[t]})=>e+t.n)'],
  ['the rest', 'f((...n)=>n)', 'f((...e)=>e)'],
  ['with a block', 'f(n=>{if(n){return n}return{n:n}})', 'f(e=>{if(e){return e}return{n:e}})'],
  ['in an object, and between members', '({n:n=>n.n,e:n=>n?.n})', '({n:e=>e.n,e:e=>e?.n})'],
  ['in a condition', 'f(n=>n?n:a,n)', 'f(e=>e?e:a,n)'],
  ['in a template', `\`\${n.map(n=>\`\${n}\${a}n\`)}n\${n}\``, `\`\${n.map(e=>\`\${e}\${a}n\`)}n\${n}\``],
  [
    'beside strings and regular expressions',
    `f(n=>n+"n\\"n"+'n'+/n[/"]/.test(n))`,
    `f(e=>e+"n\\"n"+'n'+/n[/"]/.test(e))`,
  ],
  ['beside a division', 'f(n=>(n)/2+n/n)', 'f(e=>(e)/2+e/e)'],
  ['async', 'f(async n=>await n)', 'f(async e=>await e)'],
  ['a private member', 'class A{#n;m(a){return a.map(n=>n.#n)}}', 'class A{#n;m(a){return a.map(e=>e.#n)}}'],
])('a parameter is renamed to the first name that is free in its function: %s', (_, script, renamed) => {
  expect(reuseNames(script)).toBe(renamed)
})

test.each([
  ['another name if its own is the first free one', 'f(e=>g(t=>e+t))', 'f(e=>g(t=>e+t))'],
  ['a variable of its block', 'f(n=>{let e=n;return e})', 'f(t=>{let e=t;return e})'],
])('a parameter is not renamed to %s', (_, script, renamed) => {
  expect(reuseNames(script)).toBe(renamed)
})

test.each([
  ['contains a function', 'f(n=>function(){return n})'],
  ['contains a method', 'f(n=>({m(){return n}}))'],
  ['contains a class', 'f(n=>class{a=n})'],
  ['has a default', 'f((n=1)=>n)'],
  ['has a parameter that is also the name of a member', 'f(n=>({n}))'],
  ['has a parameter that is also the name of a member in a pattern', 'f(({n})=>n)'],
  ['has a label', 'f(n=>{e:for(;;)break e})'],
  ['spans lines', 'f(n=>n\n+n)'],
])('no parameter is renamed in a function that %s', (_, script) => {
  expect(reuseNames(script)).toBe(script)
})

test('a script whose brackets don’t match is an error', () => {
  expect(() => reuseNames('f(n=>n')).toThrow()
  expect(() => reuseNames('f)')).toThrow()
})
