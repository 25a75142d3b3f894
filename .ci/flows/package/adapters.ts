import type { LocalWorkout, Replog, ReplogStatus } from '@replog/client'
import type { Catalogue } from '@replog/client/catalogue'
import { useReplog as usePreact } from '@replog/client/preact'
import { useReplog as useReact } from '@replog/client/react'

export function useStatus(replog: Replog): ReplogStatus {
  return useReact(replog, ({ status }) => status)
}

export function useNewest(replog: Replog): LocalWorkout | undefined {
  return usePreact(replog, ({ workouts }) => workouts.list({ limit: 1 })[0])
}

export function useNames(catalogue: Catalogue): readonly string[] {
  return useReact(catalogue, (current) => current.list().map(({ name }) => name))
}
