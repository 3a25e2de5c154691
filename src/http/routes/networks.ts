import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { DEFAULT_RULE_SET, SOURCE_RULES } from '#counting/rules'
import { askerOf, type VerbsFor } from '#http/access'
import { SentId } from '#http/record-key'
import { listOf, Named, Source } from '#http/schemas'
import { given } from '#lib/given'
import { ADDRESSED_RECORDS, type AddressedRecord, LONGEST_ADDRESS } from '#model/record-address'
import { LONGEST_NETWORK_NAME } from '#services/check-input'

const Network = z
  .object({ networkId: z.int(), externalId: z.string(), name: z.string() })
  .meta({ id: 'Network' })

const Addresses = z.object(
  Object.fromEntries(ADDRESSED_RECORDS.map((record) => [record, z.string().max(LONGEST_ADDRESS)])) as Record<
    AddressedRecord,
    z.ZodString
  >,
)

const NetworkAddresses = z
  .object({
    networkId: z.int(),
    addresses: Addresses.describe('As they are used; empty where there is no link.'),
    defaults: Addresses.describe('As they are where nobody has set others.'),
  })
  .meta({
    id: 'NetworkAddresses',
    description:
      'Where the origin of a network shows each kind of record: `{id}` and `{customer}` stand for external ids.',
  })

const Rules = z
  .object({
    ruleSet: z.object({
      id: z.string(),
      validFrom: z.string(),
      kinds: listOf(
        z.object({
          source: Source,
          kind: z.string(),
          counts: z.boolean(),
          isDisputable: z.boolean(),
          meaning: z.string(),
        }),
      ),
    }),
    sources: listOf(
      z.object({
        source: Source,
        label: z.string(),
        sentence: z.string(),
        lasts: z.enum(['standing', 'window']),
        isSilencedBySuspension: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Rules', description: 'Which evidence counts.' })

const tags = ['Networks and locations']
const config = { access: 'counts.read' } as const

/** What there is to ask about, and by which rules it is answered. */
export function networkRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/networks',
      {
        config,
        schema: {
          operationId: 'listNetworks',
          summary: 'List the networks that you may see',
          tags,
          response: { 200: z.object({ networks: listOf(Network), total: z.int() }) },
        },
      },
      async (request) => {
        const networks = await verbsFor(askerOf(request)).networks()
        return { networks, total: networks.length }
      },
    )
    app.put(
      '/networks/:network',
      {
        config: { access: 'networks.manage' },
        schema: {
          operationId: 'putNetwork',
          summary: 'Make a network, or give it another name',
          tags,
          params: z.object({ network: SentId }),
          body: z.strictObject({ name: z.string().min(1).max(LONGEST_NETWORK_NAME) }),
          response: {
            200: Network.extend({ outcome: z.enum(['added', 'changed', 'unchanged']) }),
          },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).putNetwork({
          externalId: request.params.network,
          name: request.body.name,
        }),
    )
    app.get(
      '/networks/:network/record-addresses',
      {
        config,
        schema: {
          operationId: 'getRecordAddresses',
          summary: 'Where the system that a network comes from shows its records',
          tags,
          params: z.object({ network: Named }),
          response: { 200: NetworkAddresses },
        },
      },
      (request) => verbsFor(askerOf(request)).recordAddresses(request.params),
    )
    app.patch(
      '/networks/:network/record-addresses',
      {
        config: { access: 'connections.manage' },
        schema: {
          operationId: 'setRecordAddresses',
          summary: 'Set where records are shown; an empty address is no link',
          tags,
          params: z.object({ network: Named }),
          body: z.strictObject(Addresses.partial().shape),
          response: { 200: NetworkAddresses },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).setRecordAddresses({ ...request.params, addresses: given(request.body) }),
    )
    app.get(
      '/rules',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'getRules',
          summary: 'The rule of each source, and which kinds of evidence count',
          tags: ['Active users'],
          response: { 200: Rules },
        },
      },
      async () => ({ ruleSet: DEFAULT_RULE_SET, sources: SOURCE_RULES }),
    )
  }
}
