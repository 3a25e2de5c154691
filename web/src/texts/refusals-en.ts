/** What the panel says where the server refuses: what it is about, and what to do here. Loaded with the first of them. */
export const refusalsEn = {
  refusals: {
    INVALID_ARGUMENT: {
      what: 'The server did not understand this.',
      next: 'Change what you entered, then try again.',
    },
    INVALID_INSTANT: { what: 'That is not an instant.', next: 'Choose a day and a time.' },
    INVALID_CURSOR: { what: 'The list has changed since.', next: 'Load the page again.' },
    NETWORK_NOT_FOUND: { what: 'There is no such network.', next: 'Choose one in the location switcher.' },
    NETWORK_NAME_TAKEN: { what: 'A network has this name.', next: 'Choose another name.' },
    NETWORK_EXISTS: { what: 'A network has this name.', next: 'Choose another name.' },
    LOCATION_NOT_FOUND: { what: 'There is no such location.', next: 'Choose one in the location switcher.' },
    CUSTOMER_NOT_FOUND: {
      what: 'There is no such customer.',
      next: 'Search for the customer under Customers.',
    },
    TEAM_NOT_FOUND: { what: 'There is no such team.', next: 'Give its name as the records have it.' },
    RECORD_NOT_FOUND: {
      what: 'There is no such record.',
      next: 'It may have been deleted; load the page again.',
    },
    CONVERSATION_NOT_FOUND: {
      what: 'There is no such conversation.',
      next: 'Choose one of yours, or begin a new one.',
    },
    CHANGE_NOT_FOUND: { what: 'There is nothing to undo.', next: 'A change can be undone once.' },
    CHANGE_OVERTAKEN: {
      what: 'These customers were changed again since.',
      next: 'Suspend or resume them as they should be now.',
    },
    ARTICLE_NOT_FOUND: { what: 'There is no such article.', next: 'Look for it in the help.' },
    BODY_TOO_LARGE: { what: 'That is too much at once.', next: 'Send less, or a smaller file.' },
    NOT_SIGNED_IN: { what: 'You are not signed in any more.', next: 'Sign in again.' },
    ORIGIN_REFUSED: {
      what: 'The server does not know the address of this page.',
      next: 'Open Headcount by the address that its operator gave you.',
    },
    SECOND_FACTOR_ON: { what: 'The second factor is on already.', next: 'Turn it off first.' },
    SECOND_FACTOR_OFF: { what: 'The second factor is off.', next: 'Turn it on first.' },
    SESSION_NOT_FOUND: { what: 'This session has ended already.', next: 'Load the page again.' },
    API_KEY_NOT_FOUND: { what: 'There is no such API key any more.', next: 'Load the page again.' },
    FIELDS_INVALID: {
      what: 'Something in the form cannot be used.',
      next: 'Correct the fields that say so.',
    },
    EMAIL_TAKEN: {
      what: 'An operator has this e-mail.',
      next: 'Use another one, or give that operator the role.',
    },
    FIRST_OPERATOR_EXISTS: {
      what: 'There is an operator already.',
      next: 'Sign in, or ask for an invitation.',
    },
    OPERATOR_NOT_FOUND: { what: 'There is no such operator any more.', next: 'Load the page again.' },
    LAST_PLATFORM_OPERATOR: {
      what: 'This is the last operator of the platform.',
      next: 'Give somebody else the platform role first.',
    },
    INVITATION_NOT_FOUND: { what: 'This invitation is not open any more.', next: 'Load the page again.' },
    INVITATION_FOR_ANOTHER: {
      what: 'This invitation is for somebody else.',
      next: 'Sign in as who was invited, then open the link again.',
    },
    PRICE_PLAN_INVALID: { what: 'The price plan has faults.', next: 'Correct the parts that are marked.' },
    PRICE_PLAN_FILE: {
      what: 'This file is not a price plan.',
      next: 'Choose a file with one price plan as JSON.',
    },
    PRICE_PLAN_NOT_FOUND: { what: 'There is no such price plan.', next: 'Choose one under Price plans.' },
    PRICE_PLAN_TAKEN: {
      what: 'A price plan has this name.',
      next: 'Choose another name, or add a version to that plan.',
    },
    PRICE_TOO_LARGE: {
      what: 'The amounts are too large to add up.',
      next: 'Lower the amounts of the price plan.',
    },
    PLATFORM_INVOICE_NOT_FOUND: {
      what: 'There is no such platform invoice.',
      next: 'Choose one under Invoices.',
    },
    PLATFORM_INVOICE_VOID: { what: 'This platform invoice is void.', next: 'Issue it again in a run.' },
    PLATFORM_INVOICE_CREDITED: {
      what: 'The credit notes would take off more than the invoice asks for.',
      next: 'Look at its credit notes.',
    },
    PLATFORM_INVOICE_SUPPLEMENTED: {
      what: 'A later invoice has a supplement of this one.',
      next: 'Void that one first.',
    },
    BILL_NOT_FOUND: { what: 'There is no such bill.', next: 'Choose one under Bill audit.' },
    BILL_AMBIGUOUS: {
      what: 'Several bills have this number.',
      next: 'Open it from the list under Bill audit.',
    },
    PLATFORM_LIST_INVALID: {
      what: 'This is not a list of customers.',
      next: 'Give a line each with an id, an e-mail or a name, or a CSV with such a column.',
    },
    SUPPLEMENT_NOT_FOUND: { what: 'There is no such supplement.', next: 'Load the page again.' },
    SUPPLEMENT_EMPTY: {
      what: 'There is nothing to agree on.',
      next: 'Look at the adjustments of the invoice.',
    },
    SUPPLEMENT_SETTLED: {
      what: 'This supplement stands on an invoice.',
      next: 'Void that invoice, then withdraw it.',
    },
    ADJUSTMENT_CHANGED: {
      what: 'The adjustments have changed since you looked.',
      next: 'Look at them again, then agree.',
    },
    NO_BILLING_ANCHOR: {
      what: 'It is not known when this location is billed.',
      next: 'Set the day and the time under Your plan.',
    },
    NO_DATA: { what: 'There are no records yet.', next: 'Import an export, or begin with the demo network.' },
    IMPORT_FOLDER_EMPTY: {
      what: 'None of these files can be imported.',
      next: 'Give at least one of the files that the help lists.',
    },
    IMPORT_FILE_UNREADABLE: {
      what: 'A file cannot be read.',
      next: 'Export it again and upload it again. Nothing was imported.',
    },
    IMPORT_FILE_ENCODING: {
      what: 'A file is not UTF-8.',
      next: 'Save it as UTF-8 and upload it again. Nothing was imported.',
    },
    IMPORT_FILE_SYNTAX: {
      what: 'A file is broken.',
      next: 'Export it again and upload it again. Nothing was imported.',
    },
    IMPORT_FILE_COLUMNS: {
      what: 'A file has other columns than it should.',
      next: 'Compare its header with the CSV template. Nothing was imported.',
    },
    IMPORT_NETWORK_UNKNOWN: {
      what: 'It is not known which network this is.',
      next: 'Add the file with the locations, or name the network.',
    },
    IMPORT_ARCHIVE: {
      what: 'This archive cannot be read.',
      next: 'Pack the files into one ZIP without a password. Nothing was imported.',
    },
    IMPORT_RUN_NOT_FOUND: { what: 'There is no such import.', next: 'Choose one under Imports.' },
    IMPORT_INTERRUPTED: {
      what: 'The import was interrupted.',
      next: 'Import again: what was read before changed nothing.',
    },
    IMPORT_RUNNING: { what: 'Another import runs.', next: 'Wait until it has ended, then try again.' },
    RECORDS_INVALID: {
      what: 'Some records cannot be used.',
      next: 'Correct them and send all again. Nothing was changed.',
    },
    ISSUE_RUN_NOT_FOUND: { what: 'There is no such run.', next: 'Choose one under Runs.' },
    ISSUE_RUN_INTERRUPTED: {
      what: 'The run was interrupted.',
      next: 'Start it again: it issues what is left, and nothing twice.',
    },
    CONNECTION_NOT_FOUND: { what: 'There is no such connection any more.', next: 'Load the page again.' },
    CONNECTION_EXISTS: {
      what: 'This account is connected already.',
      next: 'Change the connection that is there, or disconnect it first.',
    },
    CONNECTION_ADDRESS: { what: 'That address cannot be used.', next: 'Give one that begins with https://.' },
    CONNECTION_REFUSED: {
      what: 'The account refuses these credentials.',
      next: 'Check e-mail and password, then enter them again.',
    },
    CONNECTION_SECOND_FACTOR: {
      what: 'The account asks for a second factor.',
      next: 'Give its code beside e-mail and password.',
    },
    CONNECTION_FORBIDDEN: {
      what: 'The account may not read everything.',
      next: 'Give it the List and Read roles that are named, then try again.',
    },
    CONNECTION_UNREACHABLE: {
      what: 'The account cannot be reached.',
      next: 'Check the address; what was read is kept.',
    },
    CONNECTION_THROTTLED: {
      what: 'The account got too many requests.',
      next: 'Wait a while; what was read is kept.',
    },
    CONNECTION_ANSWER: {
      what: 'The account answers something unexpected.',
      next: 'Check that the address is that of the REST API.',
    },
    CONNECTION_SEALED: { what: 'The credentials cannot be opened any more.', next: 'Enter them again.' },
    SYNC_RUNNING: { what: 'A sync runs already.', next: 'Wait until it has ended.' },
    SYNC_INTERRUPTED: {
      what: 'The sync was interrupted.',
      next: 'Sync again: it goes on from what was read.',
    },
    DATABASE_STOPPED: { what: 'The database has stopped.', next: 'Headcount must be started again.' },
    DATABASE_UNREACHABLE: {
      what: 'The database cannot be reached.',
      next: 'Try again in a moment; if it lasts, tell who runs Headcount.',
    },
    DATABASE_READ_ONLY: { what: 'The database accepts no changes.', next: 'Tell who runs Headcount.' },
    DATABASE_FULL: {
      what: 'The database has no room left.',
      next: 'Tell who runs Headcount. Nothing was half done.',
    },
    DATABASE_TIMEOUT: { what: 'The database took too long.', next: 'Try again when it is less busy.' },
    ADDRESS_TOO_LONG: { what: 'The address is too long.', next: 'Shorten what you searched for.' },
    ADDRESS_UNUSABLE: { what: 'The server cannot use its address.', next: 'Tell who runs Headcount.' },
    API_KEY_INVALID: {
      what: 'This API key does not work.',
      next: 'Check that it is complete, or make a new one under Account.',
    },
    CONTENT_TYPE_UNSUPPORTED: {
      what: 'The server does not take this kind of content.',
      next: 'Load the page again.',
    },
    CUSTOMER_AMBIGUOUS: {
      what: 'Several customers have this name.',
      next: 'Search for the customer, and choose the one that you mean.',
    },
    DATABASE_ENCODING: { what: 'The database does not hold every letter.', next: 'Tell who runs Headcount.' },
    DATABASE_FORBIDDEN: {
      what: 'Headcount may not make its tables in the database.',
      next: 'Tell who runs Headcount.',
    },
    DATABASE_FOREIGN: { what: 'The database belongs to another program.', next: 'Tell who runs Headcount.' },
    DATABASE_TOO_OLD: { what: 'The database is too old.', next: 'Tell who runs Headcount.' },
    DATA_FOLDER_LOCKED: { what: 'Another process uses the data folder.', next: 'Tell who runs Headcount.' },
    DATA_FOLDER_UNUSABLE: { what: 'The data folder cannot be used.', next: 'Tell who runs Headcount.' },
    IDEMPOTENCY_KEY_REUSED: {
      what: 'Another request had the same key.',
      next: 'Load the page again, then try again.',
    },
    IMPORT_FOLDER_NOT_FOUND: {
      what: 'There is no such folder.',
      next: 'Choose the folder with the files of the export.',
    },
    INVALID_SETTING: { what: 'A setting of the server is wrong.', next: 'Tell who runs Headcount.' },
    LOCATION_AMBIGUOUS: {
      what: 'Several locations have this name.',
      next: 'Choose the one that you mean in the location switcher.',
    },
    NETWORK_AMBIGUOUS: {
      what: 'Several networks have this name.',
      next: 'Choose the one that you mean in the location switcher.',
    },
    OUTPUT_FAILED: { what: 'The answer could not be written.', next: 'Tell who runs Headcount.' },
    PRICE_PLAN_AMBIGUOUS: {
      what: 'Several price plans have this name.',
      next: 'Open the one that you mean under Price plans.',
    },
    PROOF_PACK_FILE: {
      what: 'This file is no proof pack.',
      next: 'Choose one that was exported at an invoice or a bill.',
    },
    ROUTE_NOT_FOUND: { what: 'There is no such address.', next: 'Load the page again.' },
    SCHEMA_TOO_NEW: {
      what: 'The database was made by a newer Headcount.',
      next: 'Tell who runs Headcount to upgrade it.',
    },
    SECRET_UNUSABLE: { what: 'The secret of the server cannot be used.', next: 'Tell who runs Headcount.' },
    SESSION_NEEDED: {
      what: 'This needs somebody who is signed in.',
      next: 'Sign in with e-mail and password.',
    },
    SYNC_NOT_FOUND: { what: 'There is no such sync.', next: 'Load the page again.' },
    TEAM_AMBIGUOUS: {
      what: 'Several teams have this name.',
      next: 'Look for the team on the page of one of its members.',
    },
    WEBHOOK_INVALID: {
      what: 'A webhook sent something unexpected.',
      next: 'Check the address with which it is registered.',
    },
    WEBHOOK_REFUSED: {
      what: 'A webhook was not signed with the shared secret.',
      next: 'Enter the secret of webhooks at the connection.',
    },
  },
} as const
