// The bare framework: what a request costs before anything is done for it. Prints its port.
import Fastify from 'fastify'

const app = Fastify()
app.get('/', async () => ({ hello: 'world' }))
await app.listen({ host: '127.0.0.1', port: 0 })
console.log(`listens at http://127.0.0.1:${app.server.address().port}`)
