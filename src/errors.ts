/**
 * Every way in which a caller's request can fail. A code is for ever; its sentence may be improved.
 * `exit` is the CLI's exit code, `status` the HTTP status. docs/errors.md is written from this table.
 */
export const ERRORS = {
  INVALID_ARGUMENT: {
    status: 400,
    exit: 2,
    next: 'See `headcount help` for the arguments and an example of each command.',
  },
  INVALID_INSTANT: {
    status: 400,
    exit: 2,
    next: 'Give an ISO 8601 instant with a zone, such as 2026-11-20T12:00:00Z, or a day, such as 2026-11-20 (00:00 UTC).',
  },
  INVALID_CURSOR: {
    status: 400,
    exit: 2,
    next: 'Use the nextCursor of the page before, with the same filters, sort and instant; or start without a cursor.',
  },
  INVALID_SETTING: { status: 400, exit: 2, next: 'Correct the setting and start again.' },
  NETWORK_NOT_FOUND: {
    status: 404,
    exit: 4,
    next: 'Run `headcount count` to see the networks, or `headcount import` to bring one in.',
  },
  NETWORK_AMBIGUOUS: { status: 409, exit: 4, next: 'Name the network with --network.' },
  NETWORK_NAME_TAKEN: { status: 409, exit: 2, next: 'Choose another name, or use the network that has it.' },
  NETWORK_EXISTS: { status: 409, exit: 4, next: 'Give the demo network a name that no network has.' },
  LOCATION_NOT_FOUND: { status: 404, exit: 4, next: 'Run `headcount count` to see the locations.' },
  LOCATION_AMBIGUOUS: { status: 409, exit: 4, next: 'Use the id, or name the network with --network.' },
  CUSTOMER_NOT_FOUND: { status: 404, exit: 4, next: 'Give the id, the external id or the exact name.' },
  CUSTOMER_AMBIGUOUS: { status: 409, exit: 4, next: 'Use the id instead of the name.' },
  TEAM_NOT_FOUND: { status: 404, exit: 4, next: 'Give the id, the external id or the exact name.' },
  TEAM_AMBIGUOUS: { status: 409, exit: 4, next: 'Use the id instead of the name.' },
  RECORD_NOT_FOUND: { status: 404, exit: 4, next: 'Give the external id of a record of this network.' },
  CONVERSATION_NOT_FOUND: { status: 404, exit: 4, next: 'List your conversations to see which there are.' },
  CHANGE_NOT_FOUND: {
    status: 404,
    exit: 4,
    next: 'Give the changeId that suspending or resuming was answered with; it can be undone once.',
  },
  CHANGE_OVERTAKEN: {
    status: 409,
    exit: 4,
    next: 'Suspend or resume these customers as they should be now.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    exit: 2,
    next: 'Choose a new key for a new request, and the same one only to repeat a request as it was.',
  },
  ARTICLE_NOT_FOUND: { status: 404, exit: 4, next: 'See /help for the articles that there are.' },
  ROUTE_NOT_FOUND: { status: 404, exit: 4, next: 'See /api/docs for the addresses that exist.' },
  ADDRESS_TOO_LONG: {
    status: 414,
    exit: 2,
    next: 'Shorten the parts of the address: ids have at most 200 characters.',
  },
  BODY_TOO_LARGE: { status: 413, exit: 2, next: 'Send less at once: a batch has at most 5,000 records.' },
  CONTENT_TYPE_UNSUPPORTED: {
    status: 415,
    exit: 2,
    next: 'Send JSON, with the header Content-Type: application/json.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    exit: 5,
    next: 'Wait as long as the header Retry-After says, then try again.',
  },
  OVERLOADED: { status: 503, exit: 5, next: 'Wait as long as the header Retry-After says, then try again.' },
  NOT_SIGNED_IN: { status: 401, exit: 4, next: 'Sign in, or send an API key as `Authorization: Bearer …`.' },
  FORBIDDEN: {
    status: 403,
    exit: 4,
    next: 'Ask an owner of the network for a role or a scope that includes it.',
  },
  ORIGIN_REFUSED: {
    status: 403,
    exit: 4,
    next: 'Send the request from the pages of this server, or with an API key. Behind a proxy, set HEADCOUNT_URL to the address that browsers use.',
  },
  SIGN_IN_FAILED: {
    status: 401,
    exit: 4,
    next: 'Check the e-mail and the password, or ask for a new password.',
  },
  SIGN_IN_LOCKED: {
    status: 429,
    exit: 4,
    next: 'Wait 15 minutes after the last try, or set a new password by the link of a password reset.',
  },
  SECOND_FACTOR_WRONG: {
    status: 401,
    exit: 4,
    next: 'Give the newest code of the authenticator app, or a recovery code that was not used yet.',
  },
  SECOND_FACTOR_EXPIRED: { status: 401, exit: 4, next: 'Sign in again with e-mail and password.' },
  SECOND_FACTOR_ON: { status: 409, exit: 4, next: 'Turn the second factor off first.' },
  SECOND_FACTOR_OFF: { status: 409, exit: 4, next: 'Turn the second factor on first.' },
  SESSION_NEEDED: {
    status: 403,
    exit: 4,
    next: 'Sign in with e-mail and password; an API key cannot do this.',
  },
  SESSION_NOT_FOUND: { status: 404, exit: 4, next: 'List your sessions to see which there are.' },
  API_KEY_INVALID: {
    status: 401,
    exit: 4,
    next: 'Check that the key is complete; if it has expired or was revoked, make a new one.',
  },
  API_KEY_NOT_FOUND: { status: 404, exit: 4, next: 'List your API keys to see which there are.' },
  FIELDS_INVALID: { status: 422, exit: 2, next: 'Correct the fields that are listed and send them again.' },
  PASSWORD_WRONG: { status: 422, exit: 4, next: 'Give the password that you sign in with.' },
  LINK_INVALID: { status: 404, exit: 4, next: 'A link works once and for a while: ask for a new one.' },
  EMAIL_TAKEN: { status: 409, exit: 4, next: 'Use another e-mail, or give that operator the role.' },
  FIRST_OPERATOR_EXISTS: { status: 409, exit: 4, next: 'Sign in, or ask an operator for an invitation.' },
  OPERATOR_NOT_FOUND: { status: 404, exit: 4, next: 'List the operators to see which there are.' },
  LAST_PLATFORM_OPERATOR: { status: 409, exit: 4, next: 'Give somebody else the platform role first.' },
  INVITATION_NOT_FOUND: { status: 404, exit: 4, next: 'List the invitations to see which are open.' },
  INVITATION_FOR_ANOTHER: {
    status: 409,
    exit: 4,
    next: 'Sign in as the operator who was invited, then open the link again.',
  },
  PRICE_PLAN_INVALID: {
    status: 422,
    exit: 3,
    next: 'Correct the parts that are listed; docs/price-plans.md describes each.',
  },
  PRICE_PLAN_FILE: {
    status: 400,
    exit: 3,
    next: 'Give a file with one price plan as JSON, such as `headcount price-plan export` writes.',
  },
  PRICE_PLAN_NOT_FOUND: {
    status: 404,
    exit: 4,
    next: 'Run `headcount price-plan list` to see which there are.',
  },
  PRICE_PLAN_AMBIGUOUS: { status: 409, exit: 4, next: 'Use the id instead of the name.' },
  PRICE_PLAN_TAKEN: {
    status: 409,
    exit: 4,
    next: 'Choose another name, or add a version to the plan that has it (`headcount price-plan import`).',
  },
  PLATFORM_INVOICE_NOT_FOUND: {
    status: 404,
    exit: 4,
    next: 'Run `headcount invoice list` to see which were issued here.',
  },
  BILL_NOT_FOUND: { status: 404, exit: 4, next: 'Run `headcount bill list` to see which are known.' },
  BILL_AMBIGUOUS: { status: 409, exit: 4, next: 'Use the id of the bill instead of its number.' },
  PLATFORM_LIST_INVALID: {
    status: 400,
    exit: 3,
    next: 'Give one customer a line: an id, an e-mail or a name, or a CSV with a column of these.',
  },
  PLATFORM_INVOICE_VOID: { status: 409, exit: 4, next: 'Issue it again with `headcount issue --cut-off …`.' },
  PLATFORM_INVOICE_CREDITED: {
    status: 409,
    exit: 4,
    next: 'Look at its credit notes (`headcount invoice show`): together they cannot take off more than it asked for.',
  },
  PLATFORM_INVOICE_SUPPLEMENTED: {
    status: 409,
    exit: 4,
    next: 'Void the invoice with its supplement first.',
  },
  SUPPLEMENT_NOT_FOUND: {
    status: 404,
    exit: 4,
    next: 'See which there are: `headcount invoice supplements`.',
  },
  SUPPLEMENT_EMPTY: { status: 409, exit: 4, next: 'See its adjustments: `headcount invoice adjustments`.' },
  SUPPLEMENT_SETTLED: {
    status: 409,
    exit: 4,
    next: 'Void the invoice on which it stands, then withdraw it.',
  },
  ADJUSTMENT_CHANGED: { status: 409, exit: 4, next: 'Look at the adjustments again, then agree.' },
  NO_BILLING_ANCHOR: { status: 409, exit: 4, next: 'Set one with `headcount price-plan anchor`.' },
  PROOF_PACK_FILE: {
    status: 400,
    exit: 3,
    next: 'Give a proof pack, as `headcount invoice proof` writes it, and check its permissions.',
  },
  PRICE_TOO_LARGE: { status: 422, exit: 3, next: 'Lower the amounts of the price plan.' },
  NO_DATA: {
    status: 404,
    exit: 4,
    next: 'Run `headcount import nexudus DIR`, `headcount import csv DIR`, or `headcount demo` for synthetic records.',
  },
  IMPORT_FOLDER_NOT_FOUND: { status: 400, exit: 3, next: 'Give the folder that holds the export files.' },
  IMPORT_FOLDER_EMPTY: {
    status: 400,
    exit: 3,
    next: 'The folder must hold at least one of the files that docs/importing.md lists.',
  },
  IMPORT_FILE_UNREADABLE: {
    status: 400,
    exit: 3,
    next: 'Check the file and its permissions, then import again. Nothing was imported.',
  },
  IMPORT_FILE_ENCODING: {
    status: 400,
    exit: 3,
    next: 'Save the file as UTF-8, then import again. Nothing was imported.',
  },
  IMPORT_FILE_SYNTAX: {
    status: 400,
    exit: 3,
    next: 'Export the file again, then import again. Nothing was imported.',
  },
  IMPORT_FILE_COLUMNS: {
    status: 400,
    exit: 3,
    next: 'Compare the header with the template (`headcount import csv --template DIR`), then import again. Nothing was imported.',
  },
  IMPORT_NETWORK_UNKNOWN: {
    status: 400,
    exit: 3,
    next: 'Add the file with the locations, or name the network with --network.',
  },
  IMPORT_ARCHIVE: {
    status: 400,
    exit: 3,
    next: 'Pack the files of the export into one ZIP archive, without a password, and upload it again. Nothing was imported.',
  },
  IMPORT_RUN_NOT_FOUND: { status: 404, exit: 4, next: 'List the imports to see which there are.' },
  ISSUE_RUN_NOT_FOUND: { status: 404, exit: 4, next: 'List the runs to see which there are.' },
  ISSUE_RUN_INTERRUPTED: {
    status: 409,
    exit: 5,
    next: 'Start a run again: it issues what is left, and nothing twice.',
  },
  IMPORT_INTERRUPTED: { status: 409, exit: 5, next: 'Import again: what was read before changed nothing.' },
  RECORDS_INVALID: {
    status: 422,
    exit: 3,
    next: 'Correct the records that are listed and send the whole batch again. Nothing was changed.',
  },
  IMPORT_RUNNING: { status: 409, exit: 5, next: 'Wait until it has ended, then import again.' },
  DATA_FOLDER_LOCKED: {
    status: 409,
    exit: 5,
    next: 'Stop that process, or use another folder (HEADCOUNT_DATA_DIR).',
  },
  DATA_FOLDER_UNUSABLE: {
    status: 500,
    exit: 5,
    next: 'Give another folder with HEADCOUNT_DATA_DIR, or restore this one from a backup.',
  },
  DATABASE_STOPPED: {
    status: 503,
    exit: 5,
    next: 'Start Headcount again. If it stops again, restore the data folder from a backup.',
  },
  DATABASE_UNREACHABLE: {
    status: 503,
    exit: 5,
    next: 'Check DATABASE_URL and that the server runs and accepts this user.',
  },
  DATABASE_TOO_OLD: {
    status: 503,
    exit: 5,
    next: 'Use PostgreSQL 15 or newer, or leave DATABASE_URL empty for the built-in database.',
  },
  DATABASE_ENCODING: {
    status: 503,
    exit: 5,
    next: "Make a database that holds every letter: create database headcount encoding 'UTF8' template template0.",
  },
  DATABASE_FOREIGN: {
    status: 503,
    exit: 5,
    next: 'Give Headcount a database of its own (`create database headcount`) and name it in DATABASE_URL.',
  },
  DATABASE_FORBIDDEN: {
    status: 503,
    exit: 5,
    next: 'Let this user make schemas and tables in the database, best as its owner (`create database headcount owner …`).',
  },
  DATABASE_READ_ONLY: {
    status: 503,
    exit: 5,
    next: 'Name a server that accepts changes (no standby), or let this user make them (default_transaction_read_only).',
  },
  DATABASE_FULL: {
    status: 503,
    exit: 5,
    next: 'Make room on the server (disk, memory or its settings), then try again. Nothing was half done.',
  },
  DATABASE_TIMEOUT: {
    status: 503,
    exit: 5,
    next: 'Try again when the server is less busy, or raise statement_timeout and lock_timeout for this user.',
  },
  SCHEMA_TOO_NEW: { status: 500, exit: 5, next: 'Upgrade Headcount: npm install -g headcount.' },
  CONNECTION_NOT_FOUND: {
    status: 404,
    exit: 4,
    next: 'Run `headcount connection list` to see the connections.',
  },
  CONNECTION_EXISTS: {
    status: 409,
    exit: 4,
    next: 'Change the connection that is there, or disconnect it first.',
  },
  CONNECTION_ADDRESS: {
    status: 400,
    exit: 2,
    next: 'Give an address that begins with https://, such as https://spaces.nexudus.com/api.',
  },
  CONNECTION_REFUSED: {
    status: 422,
    exit: 4,
    next: 'Check e-mail and password with the account, then enter them again.',
  },
  CONNECTION_SECOND_FACTOR: {
    status: 422,
    exit: 4,
    next: 'Give the code of the second factor beside e-mail and password.',
  },
  CONNECTION_FORBIDDEN: {
    status: 422,
    exit: 4,
    next: 'Give the account the List and Read roles that are named, then try again.',
  },
  CONNECTION_UNREACHABLE: {
    status: 422,
    exit: 5,
    next: 'Check the address and that it can be reached from here; what was read is kept, and the next sync goes on.',
  },
  CONNECTION_THROTTLED: {
    status: 422,
    exit: 5,
    next: 'Wait a while; what was read is kept, and the next sync goes on.',
  },
  CONNECTION_ANSWER: {
    status: 422,
    exit: 5,
    next: 'Check that the address is that of the REST API. If it is, report what was answered.',
  },
  CONNECTION_SEALED: {
    status: 409,
    exit: 4,
    next: 'The secret of this server is another one than when the credentials were entered: enter them again, or bring the secret back.',
  },
  SYNC_RUNNING: { status: 409, exit: 4, next: 'Follow the sync that runs, or wait until it has ended.' },
  SYNC_NOT_FOUND: { status: 404, exit: 4, next: 'List the syncs of the connection to see their numbers.' },
  SYNC_INTERRUPTED: { status: 409, exit: 5, next: 'Sync again: it goes on from what was read.' },
  WEBHOOK_REFUSED: {
    status: 401,
    exit: 4,
    next: 'Enter the shared secret of the account’s webhooks at the connection, and send what it signed.',
  },
  WEBHOOK_INVALID: {
    status: 400,
    exit: 2,
    next: 'Send a JSON array of records with their Ids, to the address that the webhook was registered with.',
  },
  SECRET_UNUSABLE: {
    status: 500,
    exit: 5,
    next: 'Set HEADCOUNT_SECRET to at least 32 random characters, or make the data folder writable.',
  },
  ADDRESS_UNUSABLE: {
    status: 500,
    exit: 5,
    next: 'Stop the program that uses the port, or set HEADCOUNT_HOST and HEADCOUNT_PORT to others.',
  },
  OUTPUT_FAILED: {
    status: 500,
    exit: 6,
    next: 'Check the place that it goes to: its permissions and its room.',
  },
} as const satisfies Record<string, { status: number; exit: number; next: string }>

export type ErrorCode = keyof typeof ERRORS

/** A caller's mistake: it carries what was wrong, and the table says what to do. */
export class HeadcountError extends Error {
  readonly code: ErrorCode
  readonly next: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'HeadcountError'
    this.code = code
    this.next = ERRORS[code].next
    this.details = details
  }

  get exitCode(): number {
    return ERRORS[this.code].exit
  }
}
