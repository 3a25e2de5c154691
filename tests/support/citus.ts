/** Databases on a Citus cluster: one of the same name on each node, made one cluster again. */
import pg from 'pg'

/** Few parts, since every test file has its tables made and removed. */
const PARTS = 4

interface Node {
  readonly url: string
  readonly host: string
  readonly port: number
  readonly isCoordinator: boolean
}

/** @param adminUrl a database of the coordinator that knows the other nodes */
export async function createOnCluster(adminUrl: string, name: string): Promise<void> {
  const nodes = await nodesOf(adminUrl)
  for (const { url } of nodes) {
    await run(url, `create database ${name}`)
    await run(databaseAt(url, name), 'create extension citus')
  }
  const coordinator = databaseAt(adminUrl, name)
  await run(adminUrl, `alter database ${name} set citus.shard_count to ${PARTS}`)
  for (const { host, port, isCoordinator } of nodes) {
    const add = isCoordinator ? 'citus_set_coordinator_host' : 'citus_add_node'
    await run(coordinator, `select ${add}('${host}', ${port})`)
  }
}

export async function dropOnCluster(adminUrl: string, name: string): Promise<void> {
  for (const { url } of await nodesOf(adminUrl)) {
    await run(url, `drop database if exists ${name} with (force)`)
  }
}

/** The coordinator first. */
async function nodesOf(adminUrl: string): Promise<Node[]> {
  const rows = await run(
    adminUrl,
    'select nodename as host, nodeport as port, groupid = 0 as "isCoordinator" from pg_dist_node order by groupid, nodeid',
  )
  const nodes = rows as { host: string; port: number; isCoordinator: boolean }[]
  if (!nodes[0]?.isCoordinator) {
    throw new Error('HEADCOUNT_TEST_CITUS_URL: call citus_set_coordinator_host in that database first.')
  }
  return nodes.map((node) => {
    const url = new URL(adminUrl)
    url.hostname = node.host
    url.port = String(node.port)
    return { ...node, url: url.href }
  })
}

function databaseAt(url: string, name: string): string {
  const at = new URL(url)
  at.pathname = `/${name}`
  return at.href
}

async function run(url: string, text: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<object>(text)).rows
  } finally {
    await client.end()
  }
}
