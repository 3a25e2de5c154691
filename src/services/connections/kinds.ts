/** The closed lists that doors show: they do not reach into connectors. */
export { CREDENTIAL_KINDS as ACCOUNT_KINDS } from '#connectors/nexudus/client/credentials'
export { ENTITY_KINDS as RECORDS_READ } from '#connectors/nexudus/client/entities'
