import { useLayoutEffect } from 'preact/hooks'
import type { Schemas } from '#generated/types.ts'
import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import { toast } from '../parts/toast.tsx'
import { log } from '../state/log.ts'
import { dayText } from '../words.ts'
import { readSessions, sessions, storeSessions } from './sessions.ts'

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const browserOf = (userAgent = ''): string =>
  browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Unknown app'

/** The devices on which this account is logged in. */
export function Devices() {
  // Before paint, so that the content below doesn't move when the stored sessions appear.
  useLayoutEffect(() => void readSessions(), [])
  const endSession = async ({ id, device, userAgent }: Schemas['Session']) => {
    const { error } = await log()
      .client.DELETE('/api/auth/sessions/{id}', { params: { path: { id } } })
      .catch(() => ({ error: { title: 'you’re offline' } }))
    if (error) return toast(`Could not log out ${device ?? browserOf(userAgent)}: ${error.title}`)
    storeSessions(sessions.value.filter((other) => other.id !== id))
    toast('Logged out')
  }
  if (sessions.value.length === 0) return null
  return (
    <Section title="Devices">
      <div class="card flush rows tall">
        {sessions.value.map((session) => {
          const name = session.current ? 'This device' : (session.device ?? browserOf(session.userAgent))
          return (
            <div key={session.id}>
              <span class="lead">
                <Icon
                  name={/Mobile|Android|iPhone/.test(session.userAgent ?? '') ? 'smartphone' : 'monitor'}
                />
              </span>
              <span class="main">
                <b>{name}</b>
                <small>
                  {[browserOf(session.userAgent), session.current ? 'now' : dayText(session.lastUsedAt)]
                    .filter((text) => text !== name)
                    .join(' · ')}
                </small>
              </span>
              {session.current ? (
                <span class="badge ok">here</span>
              ) : (
                <button
                  type="button"
                  class="ib edge-r"
                  aria-label={`Log out ${name}`}
                  onClick={() => void endSession(session)}
                >
                  <Icon name="log-out" />
                </button>
              )}
            </div>
          )
        })}
      </div>
    </Section>
  )
}
