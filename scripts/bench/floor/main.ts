import { Database } from 'bun:sqlite'
import { applySettings } from '#db/engine/sqlite/settings.ts'
import { exerciseRoutes } from './exercises.ts'
import { notFound } from './json.ts'
import { workoutRoutes } from './workouts.ts'

// The bare floor: a hand-written server with Bun.serve and bun:sqlite that returns the same rows as the same JSON, from
// a database with the same settings, without validation, authentication, logging, metrics or optional headers.
// Arguments: the port, the path of the database, and the id of the user.

const [port, file = '', userId = ''] = process.argv.slice(2)
const sqlite = new Database(file)
applySettings(sqlite)
const exercises = exerciseRoutes(sqlite)
const workouts = workoutRoutes(sqlite, userId)

Bun.serve({
  port: Number(port),
  hostname: '127.0.0.1',
  routes: {
    '/livez': new Response('{"status":"ok"}'),
    '/api/exercises/:id': { GET: (request) => exercises.get(request.params.id) },
    '/api/exercises': { GET: (request) => exercises.list(request.url) },
    '/api/workouts/:id': { GET: (request) => workouts.get(request.params.id) },
    '/api/workouts': {
      GET: (request) => workouts.list(request.url),
      POST: (request) => workouts.post(request),
    },
  },
  fetch: notFound,
})
