import { h, render } from 'preact'
import { createElement, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { createReplog, localStorageStore, type Replog } from '#client/index.ts'
import { useReplog as usePreact } from '#client/preact/index.ts'
import { useReplog as useReact } from '#client/react/index.ts'

// A page that shows the names of the workouts with the React adapter, the Preact adapter, and plain React.

const replog = await createReplog({ baseUrl: '', storage: localStorageStore(), auto: false, guest: true })
const renders = { react: 0, preact: 0, plain: 0 }

const namesIn = ({ workouts }: Replog) => workouts.list().map(({ name }) => name)

function WithReact() {
  renders.react++
  return createElement('p', {}, useReact(replog, namesIn).join())
}

function Plain() {
  renders.plain++
  const workouts = useSyncExternalStore(replog.subscribe, () => replog.workouts.list())
  const { state, pending } = useSyncExternalStore(replog.subscribe, () => replog.status)
  return createElement('p', {}, `${workouts.map(({ name }) => name).join()} ${state} ${pending}`)
}

function WithPreact() {
  renders.preact++
  return h('p', {}, usePreact(replog, namesIn).join())
}

const addContainer = (id: string) => {
  const element = document.body.appendChild(document.createElement('div'))
  element.id = id
  return element
}
createRoot(addContainer('react')).render(createElement(WithReact))
createRoot(addContainer('plain')).render(createElement(Plain))
render(h(WithPreact, {}), addContainer('preact'))
Object.assign(globalThis, { replog, renders })
document.title = 'ready'
