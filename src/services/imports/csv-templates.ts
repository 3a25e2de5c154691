/** The empty CSV files to fill in, as a verb: doors do not reach into connectors. */
export { writeCsvTemplates } from '#connectors/csv/templates'
