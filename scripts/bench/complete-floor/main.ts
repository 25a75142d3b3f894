import { Database } from 'bun:sqlite'
import { applySettings } from '#db/engine/sqlite/settings.ts'
import { notFound } from '../floor/json.ts'
import { authenticator } from './authenticate.ts'
import { completeWorkoutRoutes } from './workouts.ts'

// The complete floor: a hand-written server that does all the work of the API for workouts. It
// authenticates each request by token and session, validates input, checks exercises, stores the data for
// pulls and figures, and sends the headers of conditional requests. It has no logging or metrics.
// Arguments: the port, the path of the database, the key of access tokens in base64url.

const [port, file = '', key = ''] = process.argv.slice(2)
const sqlite = new Database(file)
applySettings(sqlite)
const userOf = authenticator(sqlite, Buffer.from(key, 'base64url'))
const workouts = completeWorkoutRoutes(sqlite)

const unauthorized = () => new Response(null, { status: 401 })

Bun.serve({
  port: Number(port),
  hostname: '127.0.0.1',
  routes: {
    '/livez': new Response('{"status":"ok"}'),
    '/api/workouts/:id': {
      GET(request) {
        const userId = userOf(request)
        return userId === undefined ? unauthorized() : workouts.get(userId, request.params.id, request)
      },
    },
    '/api/workouts': {
      GET(request) {
        const userId = userOf(request)
        return userId === undefined ? unauthorized() : workouts.list(userId, request.url)
      },
      POST(request) {
        const userId = userOf(request)
        return userId === undefined ? unauthorized() : workouts.post(userId, request)
      },
    },
  },
  fetch: notFound,
})
