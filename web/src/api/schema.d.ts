export interface paths {
    "/api/v1/networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the networks that you may see
         * @description Needs the right `counts.read`.
         */
        get: operations["listNetworks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a network, or give it another name
         * @description Needs the right `networks.manage`.
         */
        put: operations["putNetwork"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/record-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the system that a network comes from shows its records
         * @description Needs the right `counts.read`.
         */
        get: operations["getRecordAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set where records are shown; an empty address is no link
         * @description Needs the right `connections.manage`.
         */
        patch: operations["setRecordAddresses"];
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rule of each source, and which kinds of evidence count
         * @description For anybody.
         */
        get: operations["getRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/active-users/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count active users at each location
         * @description Needs the right `counts.read`.
         */
        get: operations["countActiveUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/active-users/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Active users at the end of each of the last months
         * @description A month ends at the first instant of the next one on the clock of the location, before whatever happens at it. The last month is counted as of `as_of`.
         *
         *     Needs the right `counts.read`.
         */
        get: operations["getActiveUserHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{location}/active-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the active users of a location with their sources
         * @description Needs the right `counts.read`.
         */
        get: operations["listActiveUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{location}/active-users/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All evidence for and against one customer at a location
         * @description Needs the right `counts.read`.
         */
        get: operations["explainActiveUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each location’s count, last platform invoice, next cut-off and last twelve months
         * @description Needs the right `counts.read`.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{location}/active-users/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the active users of a location as CSV or Excel
         * @description Needs the right `counts.read`.
         */
        get: operations["exportActiveUsers"];
        put?: never;
        /**
         * Download chosen active users of a location as CSV or Excel
         * @description Those of the chosen customers who count at the instant and match the filters.
         *
         *     Needs the right `counts.read`.
         */
        post: operations["exportChosenActiveUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the locations of a network
         * @description Needs the right `counts.read`.
         */
        get: operations["listLocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/locations/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the locations
         * @description Needs the right `counts.read`.
         */
        get: operations["getLocation"];
        /**
         * Add or correct a location
         * @description Needs the right `records.write`.
         */
        put: operations["putLocation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the customers of a network
         * @description Needs the right `counts.read`.
         */
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/customers/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the customers
         * @description Needs the right `counts.read`.
         */
        get: operations["getCustomer"];
        /**
         * Add or correct a customer
         * @description Needs the right `records.write`.
         */
        put: operations["putCustomer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the teams of a network
         * @description Needs the right `counts.read`.
         */
        get: operations["listTeams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/teams/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the teams
         * @description Needs the right `counts.read`.
         */
        get: operations["getTeam"];
        /**
         * Add or correct a team
         * @description Needs the right `records.write`.
         */
        put: operations["putTeam"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the contracts of a network
         * @description Needs the right `counts.read`.
         */
        get: operations["listContracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/contracts/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the contracts
         * @description Needs the right `counts.read`.
         */
        get: operations["getContract"];
        /**
         * Add or correct a contract
         * @description Needs the right `records.write`.
         */
        put: operations["putContract"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the bookings of a network
         * @description Needs the right `counts.read`.
         */
        get: operations["listBookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/bookings/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the bookings
         * @description Needs the right `counts.read`.
         */
        get: operations["getBooking"];
        /**
         * Add or correct a booking
         * @description Needs the right `records.write`.
         */
        put: operations["putBooking"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/customer-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the customer invoices of a network
         * @description Needs the right `counts.read`.
         */
        get: operations["listCustomerInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/customer-invoices/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the customer invoices
         * @description Needs the right `counts.read`.
         */
        get: operations["getCustomerInvoice"];
        /**
         * Add or correct a customer invoice
         * @description Needs the right `records.write`.
         */
        put: operations["putCustomerInvoice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/recurring-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the recurring products of a network
         * @description Needs the right `counts.read`.
         */
        get: operations["listRecurringProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/recurring-products/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the recurring products
         * @description Needs the right `counts.read`.
         */
        get: operations["getRecurringProduct"];
        /**
         * Add or correct a recurring product
         * @description Needs the right `records.write`.
         */
        put: operations["putRecurringProduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add and correct up to 5,000 records at once
         * @description All of them or none: where one cannot be used, `details.faults` lists every fault and nothing is changed. Records may stand in any order and point to each other. Sent again they are unchanged.
         *
         *     Needs the right `records.write`.
         */
        post: operations["upsertRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/customers/{key}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a customer: his contracts count no longer
         * @description Needs the right `customers.suspend`.
         */
        post: operations["suspendCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/customers/{key}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a customer
         * @description Needs the right `customers.suspend`.
         */
        post: operations["resumeCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/contracts/{externalId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a contract, now or at an instant
         * @description Needs the right `records.write`.
         */
        post: operations["cancelContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/bookings/{externalId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a booking
         * @description Needs the right `records.write`.
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/suspensions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What suspending or resuming customers would do to each location’s count
         * @description Needs the right `customers.suspend`.
         */
        post: operations["previewSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend up to 1000 customers: all of them or none
         * @description Needs the right `customers.suspend`.
         */
        post: operations["suspendCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/resumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume up to 1000 customers: all of them or none
         * @description Needs the right `customers.suspend`.
         */
        post: operations["resumeCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/suspensions/{change}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a suspension or a resumption back, as though it had never been
         * @description The state of before is restored exactly, also of customers who were so already. Refused with CHANGE_OVERTAKEN where one of them was suspended or resumed again since.
         *
         *     Needs the right `customers.suspend`.
         */
        post: operations["undoSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of a network, newest first
         * @description Needs the right `imports.run`.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload a ZIP archive of an export and import it
         * @description Send the archive as the one file of a `multipart/form-data` body. The answer comes once it has arrived; follow the run by its id.
         *
         *     Needs the right `imports.run`.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo-networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to make a synthetic network, and follow it
         * @description Follow the run by its id, as of an import. Where there is a network already, the demo needs a name that none has.
         *
         *     Needs the right `networks.manage`.
         */
        post: operations["startDemoNetwork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An import: how far it is, or its report
         * @description Needs the right `imports.run`.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/csv-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An empty CSV file for each kind of record, with two synthetic rows
         * @description For every operator.
         */
        get: operations["getCsvTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connection-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in to an account and tell what it shows; nothing is kept
         * @description Needs the right `connections.manage`.
         */
        post: operations["checkAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the connections that you may manage
         * @description Needs the right `connections.manage`.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Connect an account
         * @description Needs the right `connections.manage`.
         */
        post: operations["connectAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A connection
         * @description Needs the right `connections.manage`.
         */
        get: operations["getConnection"];
        put?: never;
        post?: never;
        /**
         * End a connection; what it brought in stays
         * @description Needs the right `connections.manage`.
         */
        delete: operations["disconnect"];
        options?: never;
        head?: never;
        /**
         * Change how often a connection is synced, or its webhook secret
         * @description Needs the right `connections.manage`.
         */
        patch: operations["changeConnection"];
        trace?: never;
    };
    "/api/v1/connections/{connection}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enter the credentials of a connection anew
         * @description Needs the right `connections.manage`.
         */
        put: operations["reenterCredentials"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connection}/locations/{location}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch a location of a connection on or off
         * @description Needs the right `connections.manage`.
         */
        put: operations["switchConnectionLocation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connection}/syncs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the syncs of a connection, newest first
         * @description Needs the right `connections.manage`.
         */
        get: operations["listSyncs"];
        put?: never;
        /**
         * Begin to sync a connection, and follow it
         * @description Needs the right `connections.manage`.
         */
        post: operations["startSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connection}/syncs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A sync: how far it is, or its report
         * @description Needs the right `connections.manage`.
         */
        get: operations["getSync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The changes of a network, newest first
         * @description Needs the right `audit.read`.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The changes that belong to no network, newest first
         * @description Needs the right `networks.manage`.
         */
        get: operations["listPlatformAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether every entry is as it was written and follows the one before
         * @description Needs the right `networks.manage`.
         */
        get: operations["verifyAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price plans that you may see, with what they say now
         * @description Needs the right `billing.read`.
         */
        get: operations["listPricePlans"];
        put?: never;
        /**
         * Make a price plan of a new name
         * @description Needs the right `billing.manage`.
         */
        post: operations["createPricePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-plans/{pricePlan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A price plan with all its versions
         * @description Needs the right `billing.read`.
         */
        get: operations["getPricePlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-plans/{pricePlan}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a version to a price plan; one that says the same as the newest changes nothing
         * @description Needs the right `billing.manage`.
         */
        post: operations["revisePricePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-plans/{pricePlan}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give locations a price plan, all or none, and tell what it changes of their coming charges
         * @description Needs the right `billing.manage`.
         */
        post: operations["assignPricePlanToMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a number of active users costs under a plan that need not be kept, with a curve
         * @description Needs the right `billing.read`.
         */
        post: operations["previewPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/locations/{location}/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price plans of a location by date, its billing anchor and its next cut-off
         * @description Needs the right `billing.read`.
         */
        get: operations["getLocationBilling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/locations/{location}/price-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a location a price plan and add-ons from an instant on, or take them away
         * @description Needs the right `billing.manage`.
         */
        put: operations["assignPricePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/locations/{location}/billing-anchor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set when a location is invoiced
         * @description Needs the right `billing.manage`.
         */
        put: operations["setBillingAnchor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The platform invoices and credit notes issued here, the newest first
         * @description Needs the right `billing.read`.
         */
        get: operations["listPlatformInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A platform invoice with its void and its credit notes
         * @description Needs the right `billing.read`.
         */
        get: operations["getPlatformInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/active-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was counted, with sources and evidence, as frozen with the invoice; by name
         * @description Needs the right `billing.read`.
         */
        get: operations["listInvoicedUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void a platform invoice, so that it can be issued again
         * @description Needs the right `billing.manage`.
         */
        post: operations["voidPlatformInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a credit note on a platform invoice
         * @description Needs the right `billing.manage`.
         */
        post: operations["creditPlatformInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/proof-pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A platform invoice with everything that proves it, signed; `headcount verify` checks it
         * @description Needs the right `billing.read`.
         */
        get: operations["exportProofPack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public key that proof packs are signed by
         * @description For anybody.
         */
        get: operations["getPlatformKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform-invoices/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether every platform invoice and its list are as they were issued
         * @description Needs the right `billing.manage`.
         */
        get: operations["verifyPlatformInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The platform’s own invoices, each with the count at its cut-off and a verdict
         * @description Needs the right `billing.read`.
         */
        get: operations["listBills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/bills/{bill}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit of a bill: people, money, whom the difference may consist of, what is uncertain
         * @description Needs the right `billing.read`.
         */
        get: operations["getBillAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/bills/{bill}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The audit of a bill by another price plan, or with the platform’s list; nothing is kept
         * @description Needs the right `billing.read`.
         */
        post: operations["auditBill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/bills/{bill}/proof-pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The audit of a bill with everything that proves it, signed; `headcount verify` checks it
         * @description Needs the right `billing.read`.
         */
        post: operations["exportBillProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/locations/{location}/inferred-price-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price plan that the bills of a location tell of, with what they leave open
         * @description Needs the right `billing.read`.
         */
        get: operations["inferPricePlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform-invoice-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The runs that issued platform invoices or tried it out, the newest first
         * @description Needs the right `billing.manage`.
         */
        get: operations["listIssueRuns"];
        put?: never;
        /**
         * Begin to issue the platform invoices that are due, as of their cut-offs, and follow it
         * @description Follow the run by its id. A dry run keeps nothing; confirm it by another run that names it as its `preview` and nothing else.
         *
         *     Needs the right `billing.manage`.
         */
        post: operations["startIssueRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform-invoice-runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run: how far it is, or what it issued, beside its preview
         * @description Needs the right `billing.manage`.
         */
        get: operations["getIssueRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a platform invoice differs from the count of an instant, or from another invoice
         * @description Needs the right `billing.read`.
         */
        get: operations["reconcilePlatformInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who would have been added to an invoice, or taken off, by today’s records
         * @description Needs the right `billing.read`.
         */
        get: operations["listAdjustments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was agreed about issued platform invoices for later ones, in its order
         * @description Needs the right `billing.read`.
         */
        get: operations["listSupplements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put what late records make of a platform invoice on the next one of its location
         * @description Needs the right `billing.manage`.
         */
        post: operations["agreeSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/supplements/{supplement}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a supplement that stands on no invoice
         * @description Needs the right `billing.manage`.
         */
        post: operations["withdrawSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a platform invoice as a PDF
         * @description Needs the right `billing.read`.
         */
        get: operations["downloadPlatformInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/active-users/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the list of a platform invoice, as frozen, as CSV or Excel
         * @description Needs the right `billing.read`.
         */
        get: operations["exportInvoicedUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/platform-invoices/{number}/reconciliation/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download who stands on one side alone, and why, as CSV or Excel
         * @description Needs the right `billing.read`.
         */
        get: operations["exportReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network}/locations/{location}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The next platform invoice as things stand, or with something changed; nothing is kept
         * @description Needs the right `billing.read`.
         */
        post: operations["forecastPlatformInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The articles in their order
         * @description For anybody.
         */
        get: operations["listArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help/articles/{article}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One article, as Markdown and as HTML
         * @description For anybody.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help/passages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands under each heading, as plain text to search in
         * @description For anybody.
         */
        get: operations["listPassages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help/articles/{article}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you said about an article
         * @description For anybody.
         */
        get: operations["getOwnFeedback"];
        /**
         * Say whether an article was helpful; again to change it
         * @description Who is not signed in is known again by a random cookie.
         *
         *     For anybody.
         */
        put: operations["giveFeedback"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help/misses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note a search that found nothing, without who searched
         * @description For anybody.
         */
        post: operations["noteSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which articles help, what readers write, and what they did not find
         * @description Needs the right `feedback.read`.
         */
        get: operations["getHelpReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/first-operator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server still waits for its first operator
         * @description For anybody.
         */
        get: operations["needsFirstOperator"];
        put?: never;
        /**
         * Make the first operator, with the platform role, while there is none
         * @description For anybody.
         */
        post: operations["createFirstOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are signed in, the newest first
         * @description For every operator.
         */
        get: operations["listOwnSessions"];
        put?: never;
        /**
         * Sign in by e-mail and password; the answer sets a cookie
         * @description For anybody.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the second factor of a sign-in: a code of the app, or a recovery code
         * @description For anybody.
         */
        post: operations["verifySecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description For every operator.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out one of your sessions
         * @description For every operator.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How strong a new password would be, and what is wrong with it
         * @description For anybody.
         */
        post: operations["checkPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password; every session of yours ends at once, this one included
         * @description For every operator.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link to set a new password, if an operator has this e-mail
         * @description For anybody.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by the link; every session of the operator ends
         * @description For anybody.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who you are and what you may do
         * @description For every operator.
         */
        get: operations["getOwnAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your names
         * @description For every operator.
         */
        put: operations["updateProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link to a new e-mail of yours; it counts once the link was opened
         * @description For every operator.
         */
        post: operations["requestEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a new e-mail by the link
         * @description For anybody.
         */
        post: operations["confirmEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a second factor; it counts once a code of the app confirms it
         * @description For every operator.
         */
        post: operations["startSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor on, by a code of the app
         * @description For every operator.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor off
         * @description For every operator.
         */
        post: operations["disableSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes; the old ones stop to work
         * @description For every operator.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your API keys, the newest first
         * @description For every operator.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key, which acts for you within its scopes
         * @description For every operator.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{apiKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke one of your API keys; it stops at once
         * @description For every operator.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Operators of the networks that you manage, by e-mail
         * @description Needs the right `operators.manage`.
         */
        get: operations["listOperators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operators/{operator}/roles/{network}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give an operator a role in a network, in place of the one he has there
         * @description Needs the right `operators.manage`.
         */
        put: operations["setRole"];
        post?: never;
        /**
         * Take away the role that an operator has in a network
         * @description Needs the right `operators.manage`.
         */
        delete: operations["removeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operators/{operator}/platform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give or take the platform role (for the platform only)
         * @description Needs the right `operators.manage`.
         */
        put: operations["setPlatform"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operators/{operator}/disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Disable an operator, or let him in again (for the platform only)
         * @description Needs the right `operators.manage`.
         */
        put: operations["setDisabled"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operators/{operator}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an operator with his roles, sessions and keys (for the platform only)
         * @description Needs the right `operators.manage`.
         */
        delete: operations["removeOperator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open invitations to the networks that you manage, the newest first
         * @description Needs the right `operators.manage`.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody to a role, by a link that is sent to him
         * @description Needs the right `operators.manage`.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back an open invitation
         * @description Needs the right `operators.manage`.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation offers, for who has its link
         * @description For anybody.
         */
        post: operations["getInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up an invitation: with names and a password, or signed in where there is an account
         * @description For anybody.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assistant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What answers questions
         * @description For every operator.
         */
        get: operations["describeAssistant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assistant/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a question in your own words
         * @description Answers with figures of the other operations and passages of the help, as far as you may see them; changes nothing. With `Accept: text/event-stream` the parts come as they are made as events `part`, then `done` with the whole; `restart` takes back the parts before it, `problem` ends an answer that failed.
         *
         *     For every operator.
         */
        post: operations["askAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assistant/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your conversations, the newest first
         * @description For every operator.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assistant/conversations/{conversation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of your conversations
         * @description For every operator.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        /**
         * Delete one of your conversations
         * @description For every operator.
         */
        delete: operations["deleteConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Why a request failed, and what to do. */
        ProblemInput: {
            /** @description `about:blank`: the code tells more. */
            type: string;
            title: string;
            status: number;
            /** @description One of the codes of docs/errors.md, or INTERNAL. */
            code: string;
            /** @description What was wrong, and where. */
            detail: string;
            /** @description What to do. */
            next: string;
            requestId: string;
            /** @description The fields that are wrong, where a request has several. */
            errors?: {
                path: string;
                message: string;
                /**
                 * @description What is wrong, where forms meet it.
                 * @enum {string}
                 */
                code?: "missing" | "too_short" | "too_few_letters" | "too_long" | "length" | "whole_number" | "has_digits" | "not_a_name" | "not_an_email" | "has_email" | "too_easy" | "easy_key_row" | "easy_repeat" | "easy_sequence" | "easy_date" | "easy_common" | "easy_word" | "easy_name" | "easy_own" | "wrong_password" | "no_right" | "at_least" | "at_most" | "too_few" | "too_many" | "not_whole" | "not_a_number" | "not_a_text" | "not_a_choice" | "unknown_field" | "not_decimal" | "not_readable" | "not_add_on_id" | "not_currency" | "tier_must_be_open" | "tier_must_end" | "tier_order" | "below_minimum" | "stands_twice" | "no_such_add_on" | "other_name" | "not_https" | "no_id" | "unknown_place";
                /** @description The figures and words of the message. */
                values?: {
                    [key: string]: string | number;
                };
            }[];
            /** @description Such as near matches of a name. */
            details?: {
                [key: string]: unknown;
            };
        };
        /**
         * Format: date-time
         * @description ISO 8601, UTC, with milliseconds.
         * @example 2026-11-01T03:00:03.000Z
         */
        InstantInput: string;
        /**
         * @description Why somebody counts.
         * @enum {string}
         */
        SourceInput: "contract" | "booking" | "customer_invoice" | "recurring_product" | "team";
        DoneInput: {
            /** @description What was done, for the screen. */
            message: string;
        };
        /**
         * @description log: there is no mail server, and the link stands in the log of the server.
         * @enum {string}
         */
        DeliveryInput: "email" | "log";
        SentInput: {
            message: string;
            delivery: components["schemas"]["DeliveryInput"];
        };
        /** @enum {string} */
        RightInput: "counts.read" | "records.write" | "customers.suspend" | "imports.run" | "connections.manage" | "operators.manage" | "audit.read" | "billing.read" | "feedback.read" | "networks.manage" | "billing.manage";
        /** @enum {string} */
        RoleInput: "platform" | "network_owner" | "location_manager" | "viewer";
        /** @enum {string} */
        NetworkRoleInput: "network_owner" | "location_manager" | "viewer";
        OwnAccountInput: {
            operatorId: string;
            email: string;
            firstName: string;
            lastName: string;
            /** @description Every right in every network. */
            isPlatform: boolean;
            hasSecondFactor: boolean;
            createdAt: components["schemas"]["InstantInput"];
            readonly roles: {
                networkId: number;
                networkName: string;
                role: components["schemas"]["NetworkRoleInput"];
                /** @description Numbers of locations, or all of the network. */
                locationIds: "all" | number[];
                readonly rights: components["schemas"]["RightInput"][];
            }[];
        };
        LocationCountInput: {
            locationId: number;
            externalId: string;
            name: string;
            networkId: number;
            windowFrom: components["schemas"]["InstantInput"];
            /** @description Active users: customers with at least one source. */
            count: number;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
        };
        ActiveUserCountInput: {
            asOf: components["schemas"]["InstantInput"];
            ruleSet: string;
            readonly locations: components["schemas"]["LocationCountInput"][];
            /** @description Different customers over these locations: at most the sum of their counts. */
            distinctCustomers: number;
        };
        ActiveUserInput: {
            customerId: number;
            externalId: string;
            name: string;
            email: string | null;
            company: string | null;
            /** @enum {string} */
            kind: "member" | "contact";
            isSuspended: boolean;
            isArchived: boolean;
            readonly sources: components["schemas"]["SourceInput"][];
            /** @description Counts by nothing but disputable evidence. */
            isDisputable: boolean;
            /** @description Names of the teams by which he counts. */
            readonly teams: string[];
            firstEvidenceAt: components["schemas"]["InstantInput"];
        };
        ActiveUserPageInput: {
            asOf: components["schemas"]["InstantInput"];
            ruleSet: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
                windowFrom: components["schemas"]["InstantInput"];
            };
            /** @description All that match, on this page and others. */
            total: number;
            /** @description Of all that match the other filters, whatever their source. */
            figures: {
                total: number;
                bySource: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
                /** @description Customers with this source and no other. */
                onlyBecauseOf: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
            };
            nextCursor: string | null;
            readonly activeUsers: components["schemas"]["ActiveUserInput"][];
        };
        EvidenceInput: {
            source: components["schemas"]["SourceInput"];
            kind: string;
            counts: boolean;
            silentReason: ("kind_does_not_count" | "before_window" | "cancelled" | "contract_ended" | "customer_suspended" | "no_merged_billing" | "nobody_pays" | "is_paying_customer" | "paying_customer_has_no_source") | null;
            isDisputable: boolean;
            at: components["schemas"]["InstantInput"] | null;
            until: components["schemas"]["InstantInput"] | null;
            record: {
                type: string;
                externalId: string;
                /** @description Where the origin shows the record; null where that is not known. */
                url: string | null;
            };
            rule: string;
            sentence: string;
        };
        ExplanationInput: {
            asOf: components["schemas"]["InstantInput"];
            ruleSet: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
                windowFrom: components["schemas"]["InstantInput"];
            };
            customer: {
                customerId: number;
                externalId: string;
                name: string;
                email: string | null;
                isSuspended: boolean;
                /** @description Where the origin shows the record; null where that is not known. */
                url: string | null;
            };
            isActiveUser: boolean;
            readonly sources: components["schemas"]["SourceInput"][];
            sentence: string;
            readonly evidence: components["schemas"]["EvidenceInput"][];
            readonly wouldChange: string[];
        };
        ActiveUserHistoryInput: {
            asOf: components["schemas"]["InstantInput"];
            ruleSet: string;
            readonly locations: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            }[];
            /** @description The oldest first. */
            readonly months: {
                /** @description Such as 2026-11. */
                month: string;
                /** @description The last instant that any location was counted at. */
                at: components["schemas"]["InstantInput"];
                /** @description False for the month that had not ended: it is counted as of asOf. */
                hasEnded: boolean;
                /** @description Active users, over all locations. */
                count: number;
                bySource: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
                /** @description Customers with this source and no other. */
                onlyBecauseOf: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
                distinctCustomers: number;
            }[];
        };
        ApiKeyInput: {
            apiKeyId: number;
            name: string;
            /** @description The first letters, to recognise it. */
            prefix: string;
            readonly scopes: components["schemas"]["RightInput"][];
            createdAt: components["schemas"]["InstantInput"];
            expiresAt: components["schemas"]["InstantInput"];
            /** @description To the minute. */
            lastUsedAt: components["schemas"]["InstantInput"] | null;
        };
        LanguageModelInput: {
            name: string;
            /** @description Where questions, and what is looked up for them, are sent. */
            host: string;
        };
        AnswerSegmentInput: {
            text: string;
            /** @description A view of the panel that shows it. */
            href?: string;
            /** @description Of a figure; of money, in whole minor units. */
            value?: number;
            /** @description The verb that told it. */
            verb?: string;
        };
        AnswerPartInput: {
            /** @constant */
            kind: "sentence";
            readonly segments: components["schemas"]["AnswerSegmentInput"][];
        } | {
            /** @constant */
            kind: "list";
            readonly items: components["schemas"]["AnswerSegmentInput"][][];
        } | {
            /** @constant */
            kind: "passages";
            readonly passages: {
                slug: string;
                anchor: string;
                article: string;
                heading: string;
                text: string;
                href: string;
            }[];
        } | {
            /** @constant */
            kind: "action";
            label: string;
            href: string;
        } | {
            /** @constant */
            kind: "choices";
            readonly choices: {
                label: string;
                question: string;
            }[];
        };
        AnswerInput: {
            /** @enum {string} */
            language: "en" | "de";
            /** @enum {string} */
            intent: "greeting" | "help" | "count" | "only_because" | "list" | "explain" | "difference" | "forecast" | "what_if" | "price" | "compare" | "audit" | "rule" | "where" | "change" | "ask_back" | "unknown" | "out_of_scope";
            /** @description False where it refuses, asks back, or does not know. */
            isAnswered: boolean;
            /** @enum {string} */
            by: "local" | "model";
            readonly parts: components["schemas"]["AnswerPartInput"][];
        };
        AnsweredInput: {
            conversationId: number;
            answer: components["schemas"]["AnswerInput"];
        };
        ConversationListedInput: {
            conversationId: number;
            title: string;
            startedAt: components["schemas"]["InstantInput"];
            askedAt: components["schemas"]["InstantInput"];
            turns: number;
        };
        ConversationInput: {
            conversationId: number;
            title: string;
            startedAt: components["schemas"]["InstantInput"];
            askedAt: components["schemas"]["InstantInput"];
            readonly turns: {
                question: string;
                answer: components["schemas"]["AnswerInput"];
                askedAt: components["schemas"]["InstantInput"];
            }[];
        };
        AuditEntryInput: {
            /** @description 0 for what belongs to no network. */
            networkId: number;
            entryNumber: number;
            at: components["schemas"]["InstantInput"];
            /** @enum {string} */
            door: "cli" | "library" | "http" | "mcp" | "schedule";
            operatorId: string | null;
            apiKeyId: number | null;
            requestId: string | null;
            action: string;
            subject: unknown;
            before: unknown;
            after: unknown;
            previousHash: string;
            hash: string;
        };
        AuditVerdictInput: {
            isIntact: boolean;
            readonly chains: {
                networkId: number;
                entries: number;
                lastHash: string;
                readonly faults: string[];
            }[];
        };
        /**
         * @description An exact decimal, best as a text.
         * @example 1.25
         */
        DecimalInput: string | number;
        /** @description What a location pays for its active users. */
        PricePlanInput: {
            name: string;
            note?: string;
            /** @example EUR */
            currency: string;
            baseFee?: components["schemas"]["DecimalInput"];
            /** @description Covered by the base fee: tiers and packages begin with the first active user after them. */
            includedActiveUsers?: number;
            usage?: {
                /**
                 * @description Each active user at the price of the tier that he falls into.
                 * @constant
                 */
                model: "graduated";
                tiers: {
                    /** @description The last active user of the tier; null in the last tier. */
                    upTo: number | null;
                    /** @description For each active user of the tier. */
                    unitPrice?: components["schemas"]["DecimalInput"];
                    /** @description Once, when the tier is reached. */
                    flatFee?: components["schemas"]["DecimalInput"];
                }[];
                /** @description Whether the flat fee of the first tier is charged when nobody is to be charged for; default no. */
                zeroQuantityChargesFirstFlat?: boolean;
            } | {
                /**
                 * @description All active users at the price of the tier that the last falls into.
                 * @constant
                 */
                model: "volume";
                tiers: {
                    /** @description The last active user of the tier; null in the last tier. */
                    upTo: number | null;
                    /** @description For each active user of the tier. */
                    unitPrice?: components["schemas"]["DecimalInput"];
                    /** @description Once, when the tier is reached. */
                    flatFee?: components["schemas"]["DecimalInput"];
                }[];
                /** @description Whether the flat fee of the first tier is charged when nobody is to be charged for; default no. */
                zeroQuantityChargesFirstFlat?: boolean;
            } | {
                /**
                 * @description By packages of a size; one that is begun is charged whole.
                 * @constant
                 */
                model: "package";
                size: number;
                price: components["schemas"]["DecimalInput"];
                /** @description Active users for whom no package is needed. */
                free?: number;
            };
            /** @description Least for base fee and active users together. */
            minimum?: components["schemas"]["DecimalInput"];
            /** @description Most for base fee and active users together. */
            maximum?: components["schemas"]["DecimalInput"];
            freeBelow?: {
                /** @description Fewer than these are free of the base fee and of the price per active user. */
                activeUsers: number;
                /** @description Not where the location has this add-on. */
                unlessAddOn?: string;
            };
            /** @description What a location may take in addition. */
            addOns?: ({
                id: string;
                name: string;
                /** @constant */
                kind: "fixed";
                fee: components["schemas"]["DecimalInput"];
            } | {
                id: string;
                name: string;
                /** @constant */
                kind: "per_unit";
                unitPrice: components["schemas"]["DecimalInput"];
            } | {
                id: string;
                name: string;
                /** @constant */
                kind: "per_active_user";
                unitPrice: components["schemas"]["DecimalInput"];
            })[];
            /** @description Each from what the ones before it left. */
            discounts?: ({
                name: string;
                /** @constant */
                kind: "percentage";
                percent: components["schemas"]["DecimalInput"];
            } | {
                name: string;
                /** @constant */
                kind: "absolute";
                amount: components["schemas"]["DecimalInput"];
            })[];
            taxPercent?: components["schemas"]["DecimalInput"];
        };
        ChargeLineInput: {
            /** @enum {string} */
            kind: "base_fee" | "tier" | "package" | "free" | "minimum" | "maximum" | "add_on" | "discount" | "supplement" | "tax";
            description: string;
            quantity: number;
            /** @description Exact decimal; null for what has no price of its own. */
            unitPrice: string | null;
            flatFee: string | null;
            /** @description Whole minor units; negative for what is taken off. */
            amountMinor: number;
        };
        ChargeInput: {
            /** @description Active users. */
            count: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            readonly lines: components["schemas"]["ChargeLineInput"][];
            netMinor: number;
            taxMinor: number;
            /** @description The sum of all lines. */
            totalMinor: number;
        };
        /** @description Units by the id of the add-on. */
        AddOnUnitsInput: {
            [key: string]: number;
        };
        /** @enum {string} */
        BillReasonInput: "suspended" | "contract_ended" | "cancelled" | "kind_does_not_count" | "team_does_not_count" | "after_cut_off" | "earlier_window" | "no_record" | "unknown" | "disputable" | "same_person" | "ended_since" | "not_started" | "free" | "through_team" | "counts";
        /** @description The platform’s own invoice to a location, as it was read. */
        BillInput: {
            networkId: number;
            externalId: string;
            number: string | null;
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            };
            cutOffAt: components["schemas"]["InstantInput"];
            periodFrom: components["schemas"]["InstantInput"] | null;
            periodUntil: components["schemas"]["InstantInput"] | null;
            description: string | null;
            /** @description Active users that the bill names. */
            billedCount: number | null;
            currency: string | null;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description What is asked before discount and tax; whole minor units. */
            subscriptionMinor: number | null;
            discountMinor: number | null;
            taxMinor: number | null;
            totalMinor: number | null;
        };
        BillListedInput: {
            bill: components["schemas"]["BillInput"];
            /**
             * @description Given with the question, assigned to the location, or inferred from its bills.
             * @enum {string}
             */
            planOrigin: "given" | "assigned" | "inferred" | "none";
            /** @description Headcount’s count of the window that the bill closes. */
            counted: number;
            billed: {
                count: number | null;
                /** @description Where the number was found. */
                from: ("description" | "amount") | null;
                /** @description Every number that makes the amount, where it was found by that. */
                possible: {
                    least: number;
                    most: number;
                    numbers: number;
                } | null;
            };
            /** @description Billed less counted. */
            difference: number | null;
            /** @enum {string} */
            verdict: "agrees" | "more_people" | "fewer_people" | "price_differs" | "unknown";
            money: {
                /** @description Before discount and tax. */
                billedMinor: number;
                /** @description What the price plan makes of the count. */
                countedMinor: number;
                /** @description What the difference in people makes. */
                peopleMinor: number | null;
                /** @description What is asked beside the price plan for the billed number. */
                priceMinor: number | null;
                /** @description Billed less counted. */
                differenceMinor: number;
                /** @description What the bill asks beside its subscription before discount and tax, such as add-ons, which no active users explain. */
                besideMinor: number | null;
                /** @description The same in proportion after the discount and the tax of the bill. */
                withDiscountAndTaxMinor: number | null;
            } | null;
        };
        InferredPricePlanInput: {
            /** @enum {string} */
            state: "determined" | "undetermined" | "contradictory";
            /** @description Makes exactly the amounts of the bills that fit; null unless determined. */
            plan: components["schemas"]["PricePlanInput"] | null;
            /** @description The fewest active users among the bills that fit. */
            from: number | null;
            /** @description The most. */
            until: number | null;
            /** @description Fewer active users have no known price. */
            pricedFrom: number | null;
            unitPriceMinor: {
                least: number;
                most: number | null;
            } | null;
            includedActiveUsers: {
                least: number;
                most: number | null;
            } | null;
            /** @description Bills that the plan makes to the minor unit. */
            readonly fitting: string[];
            readonly others: string[];
            currency: string;
            digits: number;
            /**
             * @description Whose numbers were taken.
             * @enum {string}
             */
            basis: "billed" | "counted";
            readonly sentences: string[];
        };
        ComparedPersonInput: {
            /** @description Null for a row of nobody who is known here. */
            customerId: number | null;
            externalId: string | null;
            name: string;
            /** @description Of the platform’s list; null for who is not on it. */
            line: number | null;
            reason: components["schemas"]["BillReasonInput"];
            sentence: string;
        };
        CandidateGroupInput: {
            reason: components["schemas"]["BillReasonInput"];
            isCounted: boolean;
            /** @description As many as the difference, on the side that explains it. */
            isExact: boolean;
            count: number;
            readonly people: {
                customerId: number;
                externalId: string;
                name: string;
                reason: components["schemas"]["BillReasonInput"];
                /** @description What decided. */
                sentence: string;
            }[];
        };
        BillAuditInput: {
            bill: components["schemas"]["BillInput"];
            ruleSet: string;
            windowFrom: components["schemas"]["InstantInput"];
            /** @description Headcount’s count of the window that the bill closes. */
            counted: number;
            billed: {
                count: number | null;
                /** @description Where the number was found. */
                from: ("description" | "amount") | null;
                /** @description Every number that makes the amount, where it was found by that. */
                possible: {
                    least: number;
                    most: number;
                    numbers: number;
                } | null;
            };
            /** @description Billed less counted. */
            difference: number | null;
            /** @enum {string} */
            verdict: "agrees" | "more_people" | "fewer_people" | "price_differs" | "unknown";
            money: {
                /** @description Before discount and tax. */
                billedMinor: number;
                /** @description What the price plan makes of the count. */
                countedMinor: number;
                /** @description What the difference in people makes. */
                peopleMinor: number | null;
                /** @description What is asked beside the price plan for the billed number. */
                priceMinor: number | null;
                /** @description Billed less counted. */
                differenceMinor: number;
                /** @description What the bill asks beside its subscription before discount and tax, such as add-ons, which no active users explain. */
                besideMinor: number | null;
                /** @description The same in proportion after the discount and the tax of the bill. */
                withDiscountAndTaxMinor: number | null;
            } | null;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            sentence: string;
            pricePlan: {
                /**
                 * @description Given with the question, assigned to the location, or inferred from its bills.
                 * @enum {string}
                 */
                origin: "given" | "assigned" | "inferred" | "none";
                plan: components["schemas"]["PricePlanInput"] | null;
                addOns: components["schemas"]["AddOnUnitsInput"];
                inferred: components["schemas"]["InferredPricePlanInput"] | null;
                isOtherCurrency: boolean;
            };
            /** @description What the price plan makes of the count. */
            charge: components["schemas"]["ChargeInput"] | null;
            /** @description Whom the difference may consist of; those as many as the difference first. */
            readonly candidates: components["schemas"]["CandidateGroupInput"][];
            candidatesAreCut: boolean;
            /** @description With the platform’s list; null where none was given. */
            comparison: {
                rows: number;
                both: number;
                /** @description Billed though they do not count. */
                readonly listedAlone: components["schemas"]["ComparedPersonInput"][];
                /** @description Counted though they are not on the list. */
                readonly countedAlone: components["schemas"]["ComparedPersonInput"][];
                readonly repeated: {
                    line: number;
                    name: string;
                }[];
            } | null;
            history: {
                firstReadAt: components["schemas"]["InstantInput"] | null;
                lastReadAt: components["schemas"]["InstantInput"] | null;
                statesKnownFrom: components["schemas"]["InstantInput"] | null;
            };
            readonly uncertainties: {
                /** @enum {string} */
                code: "first_window" | "read_later" | "suspended_since_ever" | "late_records" | "number_not_named" | "amount_not_told" | "beside_subscription" | "no_price_plan" | "price_plan_inferred" | "price_not_known" | "other_currency";
                sentence: string;
                /** @description How many the answer could differ by. */
                people: number | null;
            }[];
        };
        BillProofInput: {
            format: string;
            exportedAt: components["schemas"]["InstantInput"];
            bill: {
                externalId: string;
                number: string | null;
                cutOffAt: components["schemas"]["InstantInput"];
                description: string | null;
                /** @description Active users that the bill names. */
                billedCount: number | null;
                currency: string | null;
                /** @description Decimals of the currency. */
                digits: number;
                /** @description What is asked before discount and tax; whole minor units. */
                subscriptionMinor: number | null;
                discountMinor: number | null;
                taxMinor: number | null;
                totalMinor: number | null;
                location: {
                    name: string;
                    externalId: string;
                    timeZone: string;
                };
            };
            windowFrom: components["schemas"]["InstantInput"];
            ruleSet: {
                id: string;
                readonly kinds: {
                    [key: string]: unknown;
                }[];
            };
            counted: number;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            difference: number | null;
            verdict: string;
            differenceMinor: number | null;
            sentence: string;
            readonly uncertainties: string[];
            pricePlan: {
                origin: string;
                plan: components["schemas"]["PricePlanInput"] | null;
                addOns: components["schemas"]["AddOnUnitsInput"];
                pricedFrom: number;
            };
            comparison: {
                [key: string]: unknown;
            } | null;
            readonly candidates: {
                [key: string]: unknown;
            }[];
            list: {
                readonly customers: number[];
                readonly masks: number[];
                readonly evidenceCustomers: number[];
                readonly evidenceKinds: number[];
                readonly evidenceRefs: number[];
                readonly evidenceMs: (number | null)[];
            };
            listHash: string;
            readonly customers: {
                externalId: string;
                name: string;
            }[];
            readonly records: string[];
            hash: string;
            publicKey: string;
            signature: string;
        };
        AuditQuestionInput: {
            /** @description What is paid by; default the plan assigned to the location, else what its bills tell of it. */
            plan?: components["schemas"]["PricePlanInput"];
            addOns?: components["schemas"]["AddOnUnitsInput"];
            /** @description The platform’s list of people: a line each with an id, an e-mail or a name, or a CSV. */
            platformList?: string;
        };
        ImportReportInput: {
            network: {
                networkId: number;
                name: string;
            };
            importId: number | null;
            recordedAt: components["schemas"]["InstantInput"];
            hasChanges: boolean;
            records: {
                [key: string]: {
                    read: number;
                    added: number;
                    changed: number;
                    skipped: number;
                };
            };
            problemCount: number;
            warningCount: number;
            /** @description The first 1,000; the counts are of all. */
            readonly problems: {
                file: string;
                record: string;
                field: string;
                value: string;
                /** @description Which reason it is; reports of earlier versions have none. */
                code?: string;
                /** @description The figures and names in the reason. */
                values?: {
                    [key: string]: string | number;
                };
                reason: string;
                /** @enum {string} */
                severity: "skipped" | "warning";
            }[];
            durationMs: number;
        };
        ImportRunInput: {
            runId: number;
            /** @description Null until the records have told theirs. */
            networkId: number | null;
            /** @enum {string} */
            kind: "nexudus" | "cobot" | "csv" | "demo";
            /** @enum {string} */
            state: "reading" | "merging" | "done" | "failed";
            progress: ({
                /** @constant */
                phase: "reading";
                file: string;
                bytesRead: number;
                bytesTotal: number;
                recordsRead: number;
            } | {
                /** @constant */
                phase: "merging";
                recordsRead: number;
            }) | null;
            report: components["schemas"]["ImportReportInput"] | null;
            problem: {
                code: string;
                message: string;
                next: string;
            } | null;
            startedAt: components["schemas"]["InstantInput"];
            endedAt: components["schemas"]["InstantInput"] | null;
        };
        AccountCheckInput: {
            network: string;
            readonly readable: ("customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone")[];
            /** @description What the account may not read, and the roles that it lacks. */
            readonly missing: {
                /** @enum {string} */
                kind: "customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone";
                readonly roles: string[];
            }[];
            readonly locations: {
                externalId: string;
                name: string;
            }[];
        };
        ConnectionInput: {
            connectionId: number;
            networkId: number;
            network: string;
            baseUrl: string;
            /** @description The e-mail that it signs in with. */
            account: string;
            /** @enum {string} */
            credentialKind: "password" | "token" | "basic";
            hasWebhookSecret: boolean;
            check: {
                readonly readable: ("customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone")[];
                readonly missing: {
                    /** @enum {string} */
                    kind: "customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone";
                    readonly roles: string[];
                }[];
            };
            checkedAt: components["schemas"]["InstantInput"];
            readonly locations: {
                externalId: string;
                name: string;
                isOn: boolean;
            }[];
            syncEveryMinutes: number;
            syncedAt: components["schemas"]["InstantInput"] | null;
            waitingWebhooks: number;
            createdAt: components["schemas"]["InstantInput"];
        };
        SyncRunInput: {
            runId: number;
            connectionId: number;
            networkId: number;
            isFull: boolean;
            /** @enum {string} */
            state: "reading" | "merging" | "done" | "failed" | "stopped";
            progress: {
                /** @description What is read just now; null while records are brought in. */
                kind: ("customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone") | null;
                read: number;
                total: number | null;
                requests: number;
                throttled: number;
            } | null;
            report: {
                isFull: boolean;
                added: number;
                changed: number;
                removed: number;
                /** @description Records that could not be used. */
                notUnderstood: number;
                /** @description The first 1,000 of those that have no id; `imported.problems` tells of the others. */
                readonly problems: {
                    file: string;
                    record: string;
                    field: string;
                    value: string;
                    /** @description Which reason it is; reports of earlier versions have none. */
                    code?: string;
                    /** @description The figures and names in the reason. */
                    values?: {
                        [key: string]: string | number;
                    };
                    reason: string;
                    /** @enum {string} */
                    severity: "skipped" | "warning";
                }[];
                requests: number;
                throttled: number;
                durationMs: number;
                imported: components["schemas"]["ImportReportInput"] | null;
            } | null;
            problem: {
                code: string;
                message: string;
                next: string;
            } | null;
            startedAt: components["schemas"]["InstantInput"];
            endedAt: components["schemas"]["InstantInput"] | null;
        };
        /** @enum {string} */
        SupplementStateInput: "pending" | "billed" | "withdrawn" | "lapsed";
        /** @description What was agreed about an invoice, for the next of its location. */
        SupplementInput: {
            /** @description Counted from 1 in its network. */
            supplementId: number;
            networkId: number;
            locationId: number;
            location: string;
            /** @description The number of the invoice that it is about. */
            about: number;
            /** @description Before tax; negative for a deduction. */
            netMinor: number;
            currency: string;
            digits: number;
            /** @description `pending` waits for the next invoice; `lapsed` is about an invoice that is void now. */
            state: components["schemas"]["SupplementStateInput"];
            /** @description What still waits; a deduction takes no more than an invoice asks for. */
            leftMinor: number;
            readonly lines: {
                /** @description The invoice on which it stands. */
                number: number;
                netMinor: number;
                isVoid: boolean;
            }[];
            readonly people: {
                customerId: number;
                externalId: string;
                name: string;
                /** @enum {string} */
                change: "added" | "removed";
            }[];
            /** @description What the amount was computed from. */
            basis: {
                activeUsers: number;
                recounted: number;
                differenceNetMinor: number;
                agreedNetMinor: number;
                creditedNetMinor: number;
            };
            reason: string;
            agreedAt: components["schemas"]["InstantInput"];
            withdrawnAt: components["schemas"]["InstantInput"] | null;
            withdrawnBecause: string | null;
        };
        PlatformInvoiceListedInput: {
            number: number;
            /** @enum {string} */
            kind: "invoice" | "credit_note";
            /** @description The invoice that a credit note takes from. */
            about: number | null;
            locationId: number;
            location: string;
            cutOffAt: components["schemas"]["InstantInput"];
            issuedAt: components["schemas"]["InstantInput"];
            edition: number;
            activeUsers: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description Whole minor units. */
            totalMinor: number;
            isVoid: boolean;
        };
        PlatformInvoiceInput: {
            /** @constant */
            kind: "invoice";
            number: number;
            networkId: number;
            /** @description Its place in the chain of its network. */
            entryNumber: number;
            previousHash: string;
            issuedAt: components["schemas"]["InstantInput"];
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            };
            cutOffAt: components["schemas"]["InstantInput"];
            edition: number;
            activeUsers: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description Whole minor units. */
            totalMinor: number;
            netMinor: number;
            taxMinor: number;
            windowFrom: components["schemas"]["InstantInput"];
            ruleSet: string;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            pricePlan: {
                pricePlanId: number;
                version: number;
                plan: components["schemas"]["PricePlanInput"];
            };
            addOns: components["schemas"]["AddOnUnitsInput"];
            readonly lines: components["schemas"]["ChargeLineInput"][];
            /** @description What of the lines was agreed about earlier invoices. */
            readonly supplements?: {
                supplementId: number;
                about: number;
                netMinor: number;
            }[];
            listHash: string;
        };
        PlatformInvoiceVoidInput: {
            /** @constant */
            kind: "void";
            about: number;
            reason: string;
            networkId: number;
            /** @description Its place in the chain of its network. */
            entryNumber: number;
            previousHash: string;
            issuedAt: components["schemas"]["InstantInput"];
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            };
            cutOffAt: components["schemas"]["InstantInput"];
            edition: number;
            activeUsers: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description Whole minor units. */
            totalMinor: number;
            netMinor: number;
            taxMinor: number;
        };
        CreditNoteInput: {
            /** @constant */
            kind: "credit_note";
            number: number;
            about: number;
            reason: string;
            readonly lines: components["schemas"]["ChargeLineInput"][];
            networkId: number;
            /** @description Its place in the chain of its network. */
            entryNumber: number;
            previousHash: string;
            issuedAt: components["schemas"]["InstantInput"];
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            };
            cutOffAt: components["schemas"]["InstantInput"];
            edition: number;
            activeUsers: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description Whole minor units. */
            totalMinor: number;
            netMinor: number;
            taxMinor: number;
        };
        InvoicedUserInput: {
            customerId: number;
            externalId: string;
            /** @description As it is now: names are not frozen. */
            name: string;
            readonly sources: components["schemas"]["SourceInput"][];
            readonly evidence: {
                source: components["schemas"]["SourceInput"];
                kind: string;
                /** @description External id of the record. */
                record: string;
                /** @description Where the origin shows the record; null where that is not known. */
                url: string | null;
                /** @description When it happened or began; null for what has held since ever. */
                at: components["schemas"]["InstantInput"] | null;
            }[];
        };
        ProofPackInput: {
            format: string;
            exportedAt: components["schemas"]["InstantInput"];
            invoice: {
                content: components["schemas"]["PlatformInvoiceInput"];
                hash: string;
            };
            void: {
                content: components["schemas"]["PlatformInvoiceVoidInput"];
                hash: string;
            } | null;
            readonly creditNotes: {
                content: components["schemas"]["CreditNoteInput"];
                hash: string;
            }[];
            ruleSet: {
                id: string;
                readonly kinds: {
                    [key: string]: unknown;
                }[];
            };
            list: {
                readonly customers: number[];
                readonly masks: number[];
                readonly evidenceCustomers: number[];
                readonly evidenceKinds: number[];
                readonly evidenceRefs: number[];
                readonly evidenceMs: (number | null)[];
            };
            readonly customers: {
                externalId: string;
                name: string;
            }[];
            readonly records: string[];
            publicKey: string;
            signature: string;
        };
        InvoiceVerdictInput: {
            isIntact: boolean;
            readonly chains: {
                networkId: number;
                entries: number;
                lastHash: string;
                readonly faults: string[];
            }[];
        };
        ForecastInput: {
            location: {
                locationId: number;
                name: string;
            };
            asOf: components["schemas"]["InstantInput"];
            cutOffAt: components["schemas"]["InstantInput"];
            windowFrom: components["schemas"]["InstantInput"];
            countNow: number;
            /** @description Count now and still at the cut-off, unless a record changes. */
            certain: number;
            /** @description By a renewal that is still to come. */
            expectedToCome: number;
            /** @description By contracts or teams that end before the cut-off. */
            expectedToGo: number;
            /** @description At the cut-off, as things stand. */
            count: number;
            /** @description By how earlier windows grew from this point on; null with fewer than 3 of them. */
            range: {
                least: number;
                most: number;
            } | null;
            charge: components["schemas"]["ChargeInput"] | null;
            /** @description What the price plan says at the cut-off; null where none holds. */
            plan: components["schemas"]["PricePlanInput"] | null;
            /** @description Those in the charge, in the order of their lines. */
            readonly supplements: {
                supplementId: number;
                about: number;
                netMinor: number;
            }[];
            /** @description Who counts now by one record alone. */
            readonly singleRecords: {
                customerId: number;
                externalId: string;
                name: string;
                kind: string;
                record: string;
            }[];
            /** @description What the last active user costs. */
            marginMinor: number | null;
            readonly cautions: string[];
        };
        ArticleTitleInput: {
            slug: string;
            title: string;
            summary: string;
            /** Format: date */
            updatedOn: string;
            /** @description To read. */
            minutes: number;
        };
        ArticleInput: {
            slug: string;
            title: string;
            summary: string;
            /** Format: date */
            updatedOn: string;
            /** @description To read. */
            minutes: number;
            /** @description Slugs. */
            readonly related: string[];
            /** @description Slug. */
            previous: string | null;
            /** @description Slug. */
            next: string | null;
            readonly sections: {
                anchor: string;
                heading: string;
                /** @description 1 for the article itself, 2 and 3 for its headings. */
                level: number;
            }[];
            markdown: string;
            /** @description Without the title. Headings carry their anchors as ids. */
            html: string;
        };
        PassageInput: {
            slug: string;
            title: string;
            anchor: string;
            heading: string;
            text: string;
        };
        FeedbackInput: {
            isHelpful: boolean;
            comment: string | null;
        };
        HelpReportInput: {
            readonly articles: {
                slug: string;
                title: string;
                helpful: number;
                notHelpful: number;
                /** @description The last twelve, in UTC. */
                readonly months: {
                    month: string;
                    helpful: number;
                    notHelpful: number;
                }[];
            }[];
            /** @description The last twelve, in UTC. */
            readonly months: {
                month: string;
                helpful: number;
                notHelpful: number;
            }[];
            readonly comments: {
                slug: string;
                isHelpful: boolean;
                comment: string;
                changedAt: components["schemas"]["InstantInput"];
            }[];
            readonly misses: {
                /** @enum {string} */
                kind: "search" | "question";
                /** @enum {string} */
                door: "cli" | "library" | "http" | "mcp" | "schedule";
                asked: string;
                times: number;
                lastAt: components["schemas"]["InstantInput"];
            }[];
        };
        InvitationInput: {
            invitationId: number;
            email: string;
            role: components["schemas"]["RoleInput"];
            /** @description Null for the platform role. */
            networkId: number | null;
            /** @description Numbers of locations, or all of the network. */
            locationIds: "all" | number[];
            createdAt: components["schemas"]["InstantInput"];
            expiresAt: components["schemas"]["InstantInput"];
        };
        InvitationSeenInput: {
            email: string;
            role: components["schemas"]["RoleInput"];
            networkName: string | null;
            /** @description Then sign in to accept; else choose names and a password. */
            hasAccount: boolean;
            expiresAt: components["schemas"]["InstantInput"];
        };
        IssueReportInput: {
            dryRun: boolean;
            readonly issued: {
                networkId: number;
                number: number;
                locationId: number;
                location: string;
                cutOffAt: components["schemas"]["InstantInput"];
                windowFrom: components["schemas"]["InstantInput"];
                edition: number;
                /** @description A later cut-off of the location had been missed too. */
                isCaughtUp: boolean;
                activeUsers: number;
                currency: string;
                /** @description Decimals of the currency. */
                digits: number;
                /** @description Whole minor units. */
                totalMinor: number;
                listHash: string;
                hash: string;
            }[];
            readonly skipped: {
                networkId: number;
                locationId: number;
                name: string;
                /** @enum {string} */
                reason: "no_anchor" | "no_price_plan" | "nothing_due" | "already_issued" | "later_cut_off";
                /** @description The cut-off that waits, where one does. */
                cutOffAt: components["schemas"]["InstantInput"] | null;
            }[];
        };
        IssueRunInput: {
            runId: number;
            /** @description Null for a run over all networks. */
            network: {
                networkId: number;
                name: string;
            } | null;
            location: {
                locationId: number;
                name: string;
            } | null;
            /** @description The one cut-off that was asked for. */
            cutOffAt: components["schemas"]["InstantInput"] | null;
            isDryRun: boolean;
            /** @description The dry run that it confirmed. */
            previewRunId: number | null;
            /** @enum {string} */
            door: "cli" | "library" | "http" | "mcp" | "schedule";
            operatorId: string | null;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            progress: {
                networksDone: number;
                /** @description Those in which something was due. */
                networks: number;
                rounds: number;
                issued: number;
                /** @description Cut-offs that had been missed when the run began. */
                due: number;
            } | null;
            /** @description Null until it has ended. Of a run that failed: what it had issued. */
            summary: {
                issued: number;
                caughtUp: number;
                /** @description Locations that got none, or for which others still wait. */
                skipped: number;
                activeUsers: number;
                readonly totals: {
                    currency: string;
                    /** @description Decimals of the currency. */
                    digits: number;
                    /** @description Whole minor units. */
                    totalMinor: number;
                }[];
            } | null;
            problem: {
                code: string;
                message: string;
                next: string;
            } | null;
            startedAt: components["schemas"]["InstantInput"];
            endedAt: components["schemas"]["InstantInput"] | null;
        };
        IssueRunDetailsInput: {
            runId: number;
            /** @description Null for a run over all networks. */
            network: {
                networkId: number;
                name: string;
            } | null;
            location: {
                locationId: number;
                name: string;
            } | null;
            /** @description The one cut-off that was asked for. */
            cutOffAt: components["schemas"]["InstantInput"] | null;
            isDryRun: boolean;
            /** @description The dry run that it confirmed. */
            previewRunId: number | null;
            /** @enum {string} */
            door: "cli" | "library" | "http" | "mcp" | "schedule";
            operatorId: string | null;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            progress: {
                networksDone: number;
                /** @description Those in which something was due. */
                networks: number;
                rounds: number;
                issued: number;
                /** @description Cut-offs that had been missed when the run began. */
                due: number;
            } | null;
            /** @description Null until it has ended. Of a run that failed: what it had issued. */
            summary: {
                issued: number;
                caughtUp: number;
                /** @description Locations that got none, or for which others still wait. */
                skipped: number;
                activeUsers: number;
                readonly totals: {
                    currency: string;
                    /** @description Decimals of the currency. */
                    digits: number;
                    /** @description Whole minor units. */
                    totalMinor: number;
                }[];
            } | null;
            problem: {
                code: string;
                message: string;
                next: string;
            } | null;
            startedAt: components["schemas"]["InstantInput"];
            endedAt: components["schemas"]["InstantInput"] | null;
            /** @description Null until it has ended. */
            report: components["schemas"]["IssueReportInput"] | null;
            /** @description Null where it confirmed no preview. */
            comparison: {
                previewRunId: number;
                /** @description Every cut-off as it was previewed: the same people, the same price. */
                isSame: boolean;
                readonly differences: {
                    locationId: number;
                    location: string;
                    cutOffAt: components["schemas"]["InstantInput"];
                    /** @description Null where the preview had none. */
                    preview: {
                        activeUsers: number;
                        currency: string;
                        /** @description Decimals of the currency. */
                        digits: number;
                        /** @description Whole minor units. */
                        totalMinor: number;
                    } | null;
                    /** @description Null where none was issued. */
                    issued: {
                        activeUsers: number;
                        currency: string;
                        /** @description Decimals of the currency. */
                        digits: number;
                        /** @description Whole minor units. */
                        totalMinor: number;
                    } | null;
                }[];
            } | null;
        };
        PricePlanVersionInput: {
            version: number;
            /** @description Null for a version that has held since ever. */
            validFrom: components["schemas"]["InstantInput"] | null;
            createdAt: components["schemas"]["InstantInput"];
            plan: components["schemas"]["PricePlanInput"];
        };
        PricePlanListedInput: {
            pricePlanId: number;
            name: string;
            /** @description The version that holds now. */
            current: components["schemas"]["PricePlanVersionInput"] | null;
        };
        PricePlanSavedInput: {
            pricePlanId: number;
            name: string;
            version: number;
            hasChanges: boolean;
        };
        /** @description What the next platform invoice comes to as things stand. */
        ComingChargeInput: {
            pricePlanId: number;
            pricePlan: string;
            version: number;
            currency: string;
            digits: number;
            totalMinor: number;
        };
        AssignedToManyInput: {
            dryRun: boolean;
            pricePlanId: number | null;
            addOns: components["schemas"]["AddOnUnitsInput"];
            from: components["schemas"]["InstantInput"];
            readonly locations: {
                networkId: number;
                locationId: number;
                name: string;
                /** @description Null without a billing anchor. */
                cutOffAt: components["schemas"]["InstantInput"] | null;
                /** @description At the cut-off as things stand. */
                activeUsers: number | null;
                before: components["schemas"]["ComingChargeInput"] | null;
                after: components["schemas"]["ComingChargeInput"] | null;
            }[];
        };
        BillingAnchorInput: {
            /** @description The day of the first cut-off at the location. */
            startsOn: string;
            /** @description On the location’s clock. */
            localTime: string;
            /** @enum {string} */
            every: "month" | "quarter" | "year";
        };
        PricePlanAssignmentInput: {
            /** @description Null for none from then on. */
            pricePlanId: number | null;
            addOns: components["schemas"]["AddOnUnitsInput"];
            from: components["schemas"]["InstantInput"];
        };
        LocationBillingInput: {
            location: {
                locationId: number;
                name: string;
                timeZone: string;
            };
            anchor: components["schemas"]["BillingAnchorInput"] | null;
            nextCutOffAt: components["schemas"]["InstantInput"] | null;
            /** @description What holds now. */
            current: {
                pricePlanId: number;
                addOns: components["schemas"]["AddOnUnitsInput"];
                version: components["schemas"]["PricePlanVersionInput"];
            } | null;
            readonly assignments: components["schemas"]["PricePlanAssignmentInput"][];
        };
        NetworkInput: {
            networkId: number;
            externalId: string;
            name: string;
        };
        /** @description Where the origin of a network shows each kind of record: `{id}` and `{customer}` stand for external ids. */
        NetworkAddressesInput: {
            networkId: number;
            /** @description As they are used; empty where there is no link. */
            addresses: {
                customer: string;
                contract: string;
                booking: string;
                customer_invoice: string;
                recurring_product: string;
                team: string;
            };
            /** @description As they are where nobody has set others. */
            defaults: {
                customer: string;
                contract: string;
                booking: string;
                customer_invoice: string;
                recurring_product: string;
                team: string;
            };
        };
        /** @description Which evidence counts. */
        RulesInput: {
            ruleSet: {
                id: string;
                validFrom: string;
                readonly kinds: {
                    source: components["schemas"]["SourceInput"];
                    kind: string;
                    counts: boolean;
                    isDisputable: boolean;
                    meaning: string;
                }[];
            };
            readonly sources: {
                source: components["schemas"]["SourceInput"];
                label: string;
                sentence: string;
                /** @enum {string} */
                lasts: "standing" | "window";
                isSilencedBySuspension: boolean;
            }[];
        };
        OperatorInput: {
            operatorId: string;
            email: string;
            firstName: string;
            lastName: string;
            isPlatform: boolean;
            hasSecondFactor: boolean;
            isDisabled: boolean;
            createdAt: components["schemas"]["InstantInput"];
            /** @description In the networks that you manage. */
            readonly roles: {
                networkId: number;
                role: components["schemas"]["NetworkRoleInput"];
                /** @description Numbers of locations, or all of the network. */
                locationIds: "all" | number[];
            }[];
        };
        LocationOverviewInput: {
            locationId: number;
            externalId: string;
            name: string;
            /** @description IANA name. */
            timeZone: string;
            /** @description ISO 4217. */
            currency: string | null;
            windowFrom: components["schemas"]["InstantInput"];
            count: number;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            /** @description Customers with this source and no other. */
            onlyBecauseOf: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            lastPlatformInvoice: {
                externalId: string;
                number: string | null;
                cutOffAt: components["schemas"]["InstantInput"];
                /** @description Active users at its cut-off, as the records tell now. */
                count: number;
            } | null;
            /** @description The count less that of the last platform invoice. */
            changeSince: number | null;
            nextCutOff: {
                at: components["schemas"]["InstantInput"];
                /** @description False by the billing anchor; true where there is none: the day and local time of the last platform invoice, in a month that follows. */
                isEstimated: boolean;
            } | null;
            /** @description At the ends of the last twelve months, the oldest first; the last as of the instant. */
            readonly months: {
                month: string;
                at: components["schemas"]["InstantInput"];
                hasEnded: boolean;
                count: number;
                /** @description Customers with this source and no other. */
                onlyBecauseOf: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
            }[];
        };
        NetworkOverviewInput: {
            network: {
                networkId: number;
                name: string;
            };
            asOf: components["schemas"]["InstantInput"];
            ruleSet: string;
            /** @description The sum over the locations. */
            count: number;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            /** @description Customers with this source and no other. */
            onlyBecauseOf: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            /** @description Different customers behind the sum. */
            distinctCustomers: number;
            readonly locations: components["schemas"]["LocationOverviewInput"][];
        };
        PasswordVerdictInput: {
            isAccepted: boolean;
            /** @description 0 is guessed at once, 4 is strong. */
            score: number;
            /** @description What is wrong, each to be read behind “The password”. */
            readonly faults: {
                message: string;
                /**
                 * @description What is wrong, where forms meet it.
                 * @enum {string}
                 */
                code?: "missing" | "too_short" | "too_few_letters" | "too_long" | "length" | "whole_number" | "has_digits" | "not_a_name" | "not_an_email" | "has_email" | "too_easy" | "easy_key_row" | "easy_repeat" | "easy_sequence" | "easy_date" | "easy_common" | "easy_word" | "easy_name" | "easy_own" | "wrong_password" | "no_right" | "at_least" | "at_most" | "too_few" | "too_many" | "not_whole" | "not_a_number" | "not_a_text" | "not_a_choice" | "unknown_field" | "not_decimal" | "not_readable" | "not_add_on_id" | "not_currency" | "tier_must_be_open" | "tier_must_end" | "tier_order" | "below_minimum" | "stands_twice" | "no_such_add_on" | "other_name" | "not_https" | "no_id" | "unknown_place";
                /** @description The figures and words of the message. */
                values?: {
                    [key: string]: string | number;
                };
            }[];
            readonly suggestions: string[];
        };
        /** @enum {string} */
        DifferenceReasonInput: "window_started_anew" | "contract_ended" | "suspended" | "left_team" | "paying_customer" | "record_changed" | "rules_changed" | "not_yet" | "new" | "late_record" | "no_longer";
        ReconciliationInput: {
            location: {
                locationId: number;
                name: string;
                timeZone: string;
            };
            currency: string;
            digits: number;
            invoice: {
                number: number;
                cutOffAt: components["schemas"]["InstantInput"];
                activeUsers: number;
                totalMinor: number;
                isVoid: boolean;
            };
            other: {
                /** @description Of another invoice; null for a count. */
                number: number | null;
                asOf: components["schemas"]["InstantInput"];
                windowFrom: components["schemas"]["InstantInput"];
                activeUsers: number;
                /** @description Under the price plan that holds then; 0 where none does. */
                totalMinor: number;
            };
            lost: number;
            new: number;
            /** @description From the invoice to the other side; they add up, in people and in money. */
            readonly steps: {
                /**
                 * @description On the invoice alone, or on the other side alone.
                 * @enum {string}
                 */
                side: "lost" | "new";
                reason: components["schemas"]["DifferenceReasonInput"];
                source: components["schemas"]["SourceInput"] | null;
                /** @description Active users more, or fewer. */
                change: number;
                amountMinor: number;
            }[];
            /** @description What another price plan changes. */
            pricePlanMinor: number;
            /** @description What supplements about other invoices change, with their tax. */
            supplementsMinor: number;
            sentence: string;
            readonly differences: {
                customerId: number;
                externalId: string;
                name: string;
                /**
                 * @description On the invoice alone, or on the other side alone.
                 * @enum {string}
                 */
                side: "lost" | "new";
                reason: components["schemas"]["DifferenceReasonInput"];
                source: components["schemas"]["SourceInput"] | null;
                readonly sources: components["schemas"]["SourceInput"][];
            }[];
        };
        AdjustmentsInput: {
            number: number;
            cutOffAt: components["schemas"]["InstantInput"];
            activeUsers: number;
            /** @description What the invoice would count by today’s records. */
            recounted: number;
            currency: string;
            digits: number;
            /** @description What it would ask more, or less. */
            differenceMinor: number;
            /** @description The same before tax. */
            differenceNetMinor: number;
            /** @description How much of it supplements are about, before tax. */
            agreedNetMinor: number;
            /** @description What is left of the difference. */
            openNetMinor: number;
            /** @description What a supplement agreed now comes to: of a deduction, what no credit note has taken off. */
            supplementNetMinor: number;
            readonly items: {
                customerId: number;
                externalId: string;
                name: string;
                /** @enum {string} */
                change: "added" | "removed";
                /**
                 * @description `taken_back`: a supplement is about him, and today’s records say otherwise again.
                 * @enum {string}
                 */
                state: "open" | "agreed" | "taken_back";
                readonly sources: components["schemas"]["SourceInput"][];
            }[];
            readonly supplements: components["schemas"]["SupplementInput"][];
        };
        SuspensionReportInput: {
            customer: {
                customerId: number;
                externalId: string;
                name: string;
                isSuspended: boolean;
            };
            at: components["schemas"]["InstantInput"];
            /** @description False where he was so at that instant already. */
            hasChanges: boolean;
        };
        LocationInput: {
            locationId: number;
            externalId: string;
            name: string;
            /** @description IANA name. */
            timeZone: string;
            /** @description ISO 4217. */
            currency: string | null;
            createdAt: components["schemas"]["InstantInput"];
        };
        /** @description With the state as of the instant. */
        CustomerInput: {
            customerId: number;
            externalId: string;
            name: string;
            email: string | null;
            company: string | null;
            isSuspended: boolean;
            isArchived: boolean;
        };
        /** @description With its members and billing as of the instant. */
        TeamInput: {
            teamId: number;
            externalId: string;
            name: string;
            hasMergedBilling: boolean;
            payingCustomer: {
                customerId: number;
                externalId: string;
                name: string;
            } | null;
            readonly members: {
                customerId: number;
                externalId: string;
                name: string;
            }[];
        };
        ContractInput: {
            externalId: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
            };
            customer: {
                customerId: number;
                externalId: string;
                name: string;
            };
            planName: string | null;
            /** @description In the smallest unit of the currency. */
            priceMinor: number | null;
            currency: string | null;
            from: components["schemas"]["InstantInput"];
            startsAt: components["schemas"]["InstantInput"] | null;
            endsAt: components["schemas"]["InstantInput"] | null;
            /** @enum {string} */
            kind: "running" | "future_start" | "free" | "frozen" | "ended";
        };
        BookingInput: {
            externalId: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
            };
            customer: {
                customerId: number;
                externalId: string;
                name: string;
            };
            madeAt: components["schemas"]["InstantInput"];
            /** @enum {string} */
            evidenceKind: "made" | "free" | "tentative";
            cancelledAt: components["schemas"]["InstantInput"] | null;
        };
        CustomerInvoiceInput: {
            externalId: string;
            readonly locations: {
                locationId: number;
                externalId: string;
                name: string;
            }[];
            customer: {
                customerId: number;
                externalId: string;
                name: string;
            };
            issuedAt: components["schemas"]["InstantInput"];
            /** @enum {string} */
            evidenceKind: "issued" | "zero_value" | "credited" | "tickets_only" | "draft" | "void" | "credit_note";
            voidedAt: components["schemas"]["InstantInput"] | null;
        };
        /** @description A product sold to a customer; without a renewal it was sold once. */
        RecurringProductInput: {
            externalId: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
            };
            customer: {
                customerId: number;
                externalId: string;
                name: string;
            };
            productName: string | null;
            soldAt: components["schemas"]["InstantInput"];
            renewal: {
                /** @enum {string} */
                cycle: "day" | "week" | "month" | "year" | "last_day_of_month";
                every: number;
                from: components["schemas"]["InstantInput"];
                until: components["schemas"]["InstantInput"] | null;
            } | null;
        };
        /** @description As of the instant. Each list has its first rows; its cursor goes on in the list of the network for `customer=id:…`, of contracts with `state=all`. */
        CustomerProfileInput: {
            customerId: number;
            externalId: string;
            name: string;
            email: string | null;
            company: string | null;
            isSuspended: boolean;
            isArchived: boolean;
            asOf: components["schemas"]["InstantInput"];
            ruleSet: string;
            /** @description Where he has records, or counts through a team. */
            readonly locations: {
                location: {
                    locationId: number;
                    externalId: string;
                    name: string;
                };
                isActiveUser: boolean;
                readonly sources: components["schemas"]["SourceInput"][];
                firstEvidenceAt: components["schemas"]["InstantInput"] | null;
            }[];
            /** @description The newest first. */
            readonly history: {
                at: components["schemas"]["InstantInput"];
                /** @enum {string} */
                change: "suspended" | "resumed" | "archived" | "restored" | "contract_made" | "contract_ended" | "team_joined" | "team_left";
                /** @description Of the plan or the team, where it is known. */
                name: string | null;
                /** @description Of a contract. */
                location: {
                    locationId: number;
                    externalId: string;
                    name: string;
                } | null;
            }[];
            /** @description Where the origin shows the record; null where that is not known. */
            url: string | null;
            contracts: {
                asOf: components["schemas"]["InstantInput"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    externalId: string;
                    location: {
                        locationId: number;
                        externalId: string;
                        name: string;
                    };
                    customer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    };
                    planName: string | null;
                    /** @description In the smallest unit of the currency. */
                    priceMinor: number | null;
                    currency: string | null;
                    from: components["schemas"]["InstantInput"];
                    startsAt: components["schemas"]["InstantInput"] | null;
                    endsAt: components["schemas"]["InstantInput"] | null;
                    /** @enum {string} */
                    kind: "running" | "future_start" | "free" | "frozen" | "ended";
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
            bookings: {
                asOf: components["schemas"]["InstantInput"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    externalId: string;
                    location: {
                        locationId: number;
                        externalId: string;
                        name: string;
                    };
                    customer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    };
                    madeAt: components["schemas"]["InstantInput"];
                    /** @enum {string} */
                    evidenceKind: "made" | "free" | "tentative";
                    cancelledAt: components["schemas"]["InstantInput"] | null;
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
            customerInvoices: {
                asOf: components["schemas"]["InstantInput"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    externalId: string;
                    readonly locations: {
                        locationId: number;
                        externalId: string;
                        name: string;
                    }[];
                    customer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    };
                    issuedAt: components["schemas"]["InstantInput"];
                    /** @enum {string} */
                    evidenceKind: "issued" | "zero_value" | "credited" | "tickets_only" | "draft" | "void" | "credit_note";
                    voidedAt: components["schemas"]["InstantInput"] | null;
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
            recurringProducts: {
                asOf: components["schemas"]["InstantInput"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    externalId: string;
                    location: {
                        locationId: number;
                        externalId: string;
                        name: string;
                    };
                    customer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    };
                    productName: string | null;
                    soldAt: components["schemas"]["InstantInput"];
                    renewal: {
                        /** @enum {string} */
                        cycle: "day" | "week" | "month" | "year" | "last_day_of_month";
                        every: number;
                        from: components["schemas"]["InstantInput"];
                        until: components["schemas"]["InstantInput"] | null;
                    } | null;
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
            teams: {
                asOf: components["schemas"]["InstantInput"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    teamId: number;
                    externalId: string;
                    name: string;
                    hasMergedBilling: boolean;
                    payingCustomer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    } | null;
                    readonly members: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    }[];
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
        };
        /** @description A record of a network; instants are ISO 8601 with a zone. */
        RecordInput: {
            name: string;
            /** @description IANA name, such as Europe/London. */
            timeZone: string;
            /** @default null */
            currency: string | null;
            /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
            createdAt: string;
            /** @constant */
            kind: "location";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            name: string;
            /** @default null */
            email: string | null;
            /** @default null */
            company: string | null;
            /** @default false */
            isSuspended: boolean;
            /** @default false */
            isArchived: boolean;
            updatedAt?: string | null;
            /** @constant */
            kind: "customer";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            /** @description The id that the record has where it comes from. */
            locationExternalId: string;
            /** @description The id that the record has where it comes from. */
            customerExternalId: string;
            /** @default null */
            planName: string | null;
            /** @default null */
            price: string | null;
            /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
            createdAt: string;
            startsAt?: string | null;
            /** @description The contract is no longer there from this instant. */
            endsAt?: string | null;
            updatedAt?: string | null;
            /** @constant */
            kind: "contract";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            name: string;
            hasMergedBilling: boolean;
            /** @default null */
            payingCustomerExternalId: string | null;
            memberExternalIds: string[];
            updatedAt?: string | null;
            /** @constant */
            kind: "team";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            /** @description The id that the record has where it comes from. */
            locationExternalId: string;
            /** @description The id that the record has where it comes from. */
            customerExternalId: string;
            /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
            madeAt: string;
            /**
             * @default made
             * @enum {string}
             */
            evidenceKind: "made" | "free" | "tentative";
            cancelledAt?: string | null;
            /** @constant */
            kind: "booking";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            locationExternalIds: string[];
            /** @description The id that the record has where it comes from. */
            customerExternalId: string;
            /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
            issuedAt: string;
            /**
             * @default issued
             * @enum {string}
             */
            evidenceKind: "issued" | "zero_value" | "credited" | "tickets_only" | "draft" | "void" | "credit_note";
            updatedAt?: string | null;
            /** @constant */
            kind: "customer_invoice";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            /** @description The id that the record has where it comes from. */
            locationExternalId: string;
            /** @description The id that the record has where it comes from. */
            customerExternalId: string;
            /** @default null */
            productName: string | null;
            /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
            soldAt: string;
            /** @description Null for a product that was sold once. */
            renewal?: {
                /** @enum {string} */
                cycle: "day" | "week" | "month" | "year" | "last_day_of_month";
                /** @default 1 */
                every: number;
                /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
                from: string;
                /** @description Excluded. */
                until?: string | null;
            } | null;
            /** @constant */
            kind: "recurring_product";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            /** @constant */
            kind: "pause";
            /** @description The id that the record has where it comes from. */
            externalId: string;
            /** @description The id that the record has where it comes from. */
            contractExternalId: string;
            /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
            from: string;
            until?: string | null;
        } | {
            /** @constant */
            kind: "platform_invoice";
            /** @description The id that the record has where it comes from. */
            externalId: string;
            /** @description The id that the record has where it comes from. */
            locationExternalId: string;
            /** @default null */
            number: string | null;
            /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
            cutOffAt: string;
        };
        /** @description What became of each record, in the order in which they were sent. */
        UpsertReportInput: {
            network: {
                networkId: number;
                name: string;
            };
            importId: number | null;
            recordedAt: components["schemas"]["InstantInput"];
            hasChanges: boolean;
            counts: {
                [key: string]: {
                    added: number;
                    changed: number;
                    unchanged: number;
                };
            };
            readonly records: {
                kind: string;
                externalId: string;
                /** @enum {string} */
                outcome: "added" | "changed" | "unchanged";
            }[];
        };
        SignInInput: {
            /** @enum {string} */
            status: "signed_in" | "second_factor_needed";
        };
        SessionInput: {
            sessionId: string;
            isCurrent: boolean;
            address: string | null;
            /** @description As the browser describes itself. */
            browser: string | null;
            createdAt: components["schemas"]["InstantInput"];
            expiresAt: components["schemas"]["InstantInput"];
        };
        SuspensionsReportInput: {
            /** @description Names the change, to undo it; null where nothing changed. */
            changeId: number | null;
            at: components["schemas"]["InstantInput"];
            hasChanges: boolean;
            readonly customers: {
                customer: {
                    customerId: number;
                    externalId: string;
                    name: string;
                    isSuspended: boolean;
                };
                hasChanges: boolean;
            }[];
        };
        SuspensionPreviewInput: {
            /** @description From when, and as of when it is counted. */
            at: components["schemas"]["InstantInput"];
            /** @description The customers that it would change; the others are so already. */
            changes: number;
            readonly locations: {
                location: {
                    locationId: number;
                    externalId: string;
                    name: string;
                };
                before: number;
                after: number;
                /** @description Who counts no longer, with the sources until then; also members of teams. */
                readonly stops: {
                    customerId: number;
                    externalId: string;
                    name: string;
                    readonly sources: components["schemas"]["SourceInput"][];
                }[];
                /** @description Who counts from then on, with the sources. */
                readonly starts: {
                    customerId: number;
                    externalId: string;
                    name: string;
                    readonly sources: components["schemas"]["SourceInput"][];
                }[];
                /** @description Who goes on counting, with the sources that remain. */
                readonly stays: {
                    customerId: number;
                    externalId: string;
                    name: string;
                    readonly sources: components["schemas"]["SourceInput"][];
                }[];
            }[];
        };
        ProfileUpdatedInput: {
            /** @description What was done, for the screen. */
            message: string;
            /** @description At least 2 letters of any script; spaces, hyphens and apostrophes between them. */
            firstName: string;
            /** @description At least 1 letter, and as the first name. */
            lastName: string;
        };
        EmailConfirmedInput: {
            /** @description What was done, for the screen. */
            message: string;
            email: string;
        };
        NewApiKeyInput: {
            apiKeyId: number;
            name: string;
            /** @description The first letters, to recognise it. */
            prefix: string;
            readonly scopes: components["schemas"]["RightInput"][];
            createdAt: components["schemas"]["InstantInput"];
            expiresAt: components["schemas"]["InstantInput"];
            /** @description To the minute. */
            lastUsedAt: components["schemas"]["InstantInput"] | null;
            /** @description Shown this once; only its hash is kept. */
            key: string;
        };
        InvitationSentInput: {
            invitationId: number;
            email: string;
            role: components["schemas"]["RoleInput"];
            /** @description Null for the platform role. */
            networkId: number | null;
            /** @description Numbers of locations, or all of the network. */
            locationIds: "all" | number[];
            createdAt: components["schemas"]["InstantInput"];
            expiresAt: components["schemas"]["InstantInput"];
            message: string;
            delivery: components["schemas"]["DeliveryInput"];
        };
        /** @description Why a request failed, and what to do. */
        Problem: {
            /** @description `about:blank`: the code tells more. */
            type: string;
            title: string;
            status: number;
            /** @description One of the codes of docs/errors.md, or INTERNAL. */
            code: string;
            /** @description What was wrong, and where. */
            detail: string;
            /** @description What to do. */
            next: string;
            requestId: string;
            /** @description The fields that are wrong, where a request has several. */
            errors?: {
                path: string;
                message: string;
                /**
                 * @description What is wrong, where forms meet it.
                 * @enum {string}
                 */
                code?: "missing" | "too_short" | "too_few_letters" | "too_long" | "length" | "whole_number" | "has_digits" | "not_a_name" | "not_an_email" | "has_email" | "too_easy" | "easy_key_row" | "easy_repeat" | "easy_sequence" | "easy_date" | "easy_common" | "easy_word" | "easy_name" | "easy_own" | "wrong_password" | "no_right" | "at_least" | "at_most" | "too_few" | "too_many" | "not_whole" | "not_a_number" | "not_a_text" | "not_a_choice" | "unknown_field" | "not_decimal" | "not_readable" | "not_add_on_id" | "not_currency" | "tier_must_be_open" | "tier_must_end" | "tier_order" | "below_minimum" | "stands_twice" | "no_such_add_on" | "other_name" | "not_https" | "no_id" | "unknown_place";
                /** @description The figures and words of the message. */
                values?: {
                    [key: string]: string | number;
                };
            }[];
            /** @description Such as near matches of a name. */
            details?: {
                [key: string]: unknown;
            };
        };
        /**
         * Format: date-time
         * @description ISO 8601, UTC, with milliseconds.
         * @example 2026-11-01T03:00:03.000Z
         */
        Instant: string;
        /**
         * @description Why somebody counts.
         * @enum {string}
         */
        Source: "contract" | "booking" | "customer_invoice" | "recurring_product" | "team";
        Done: {
            /** @description What was done, for the screen. */
            message: string;
        };
        /**
         * @description log: there is no mail server, and the link stands in the log of the server.
         * @enum {string}
         */
        Delivery: "email" | "log";
        Sent: {
            message: string;
            delivery: components["schemas"]["Delivery"];
        };
        /** @enum {string} */
        Right: "counts.read" | "records.write" | "customers.suspend" | "imports.run" | "connections.manage" | "operators.manage" | "audit.read" | "billing.read" | "feedback.read" | "networks.manage" | "billing.manage";
        /** @enum {string} */
        Role: "platform" | "network_owner" | "location_manager" | "viewer";
        /** @enum {string} */
        NetworkRole: "network_owner" | "location_manager" | "viewer";
        OwnAccount: {
            operatorId: string;
            email: string;
            firstName: string;
            lastName: string;
            /** @description Every right in every network. */
            isPlatform: boolean;
            hasSecondFactor: boolean;
            createdAt: components["schemas"]["Instant"];
            readonly roles: {
                networkId: number;
                networkName: string;
                role: components["schemas"]["NetworkRole"];
                /** @description Numbers of locations, or all of the network. */
                locationIds: "all" | number[];
                readonly rights: components["schemas"]["Right"][];
            }[];
        };
        LocationCount: {
            locationId: number;
            externalId: string;
            name: string;
            networkId: number;
            windowFrom: components["schemas"]["Instant"];
            /** @description Active users: customers with at least one source. */
            count: number;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
        };
        ActiveUserCount: {
            asOf: components["schemas"]["Instant"];
            ruleSet: string;
            readonly locations: components["schemas"]["LocationCount"][];
            /** @description Different customers over these locations: at most the sum of their counts. */
            distinctCustomers: number;
        };
        ActiveUser: {
            customerId: number;
            externalId: string;
            name: string;
            email: string | null;
            company: string | null;
            /** @enum {string} */
            kind: "member" | "contact";
            isSuspended: boolean;
            isArchived: boolean;
            readonly sources: components["schemas"]["Source"][];
            /** @description Counts by nothing but disputable evidence. */
            isDisputable: boolean;
            /** @description Names of the teams by which he counts. */
            readonly teams: string[];
            firstEvidenceAt: components["schemas"]["Instant"];
        };
        ActiveUserPage: {
            asOf: components["schemas"]["Instant"];
            ruleSet: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
                windowFrom: components["schemas"]["Instant"];
            };
            /** @description All that match, on this page and others. */
            total: number;
            /** @description Of all that match the other filters, whatever their source. */
            figures: {
                total: number;
                bySource: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
                /** @description Customers with this source and no other. */
                onlyBecauseOf: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
            };
            nextCursor: string | null;
            readonly activeUsers: components["schemas"]["ActiveUser"][];
        };
        Evidence: {
            source: components["schemas"]["Source"];
            kind: string;
            counts: boolean;
            silentReason: ("kind_does_not_count" | "before_window" | "cancelled" | "contract_ended" | "customer_suspended" | "no_merged_billing" | "nobody_pays" | "is_paying_customer" | "paying_customer_has_no_source") | null;
            isDisputable: boolean;
            at: components["schemas"]["Instant"] | null;
            until: components["schemas"]["Instant"] | null;
            record: {
                type: string;
                externalId: string;
                /** @description Where the origin shows the record; null where that is not known. */
                url: string | null;
            };
            rule: string;
            sentence: string;
        };
        Explanation: {
            asOf: components["schemas"]["Instant"];
            ruleSet: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
                windowFrom: components["schemas"]["Instant"];
            };
            customer: {
                customerId: number;
                externalId: string;
                name: string;
                email: string | null;
                isSuspended: boolean;
                /** @description Where the origin shows the record; null where that is not known. */
                url: string | null;
            };
            isActiveUser: boolean;
            readonly sources: components["schemas"]["Source"][];
            sentence: string;
            readonly evidence: components["schemas"]["Evidence"][];
            readonly wouldChange: string[];
        };
        ActiveUserHistory: {
            asOf: components["schemas"]["Instant"];
            ruleSet: string;
            readonly locations: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            }[];
            /** @description The oldest first. */
            readonly months: {
                /** @description Such as 2026-11. */
                month: string;
                /** @description The last instant that any location was counted at. */
                at: components["schemas"]["Instant"];
                /** @description False for the month that had not ended: it is counted as of asOf. */
                hasEnded: boolean;
                /** @description Active users, over all locations. */
                count: number;
                bySource: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
                /** @description Customers with this source and no other. */
                onlyBecauseOf: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
                distinctCustomers: number;
            }[];
        };
        ApiKey: {
            apiKeyId: number;
            name: string;
            /** @description The first letters, to recognise it. */
            prefix: string;
            readonly scopes: components["schemas"]["Right"][];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description To the minute. */
            lastUsedAt: components["schemas"]["Instant"] | null;
        };
        LanguageModel: {
            name: string;
            /** @description Where questions, and what is looked up for them, are sent. */
            host: string;
        };
        AnswerSegment: {
            text: string;
            /** @description A view of the panel that shows it. */
            href?: string;
            /** @description Of a figure; of money, in whole minor units. */
            value?: number;
            /** @description The verb that told it. */
            verb?: string;
        };
        AnswerPart: {
            /** @constant */
            kind: "sentence";
            readonly segments: components["schemas"]["AnswerSegment"][];
        } | {
            /** @constant */
            kind: "list";
            readonly items: components["schemas"]["AnswerSegment"][][];
        } | {
            /** @constant */
            kind: "passages";
            readonly passages: {
                slug: string;
                anchor: string;
                article: string;
                heading: string;
                text: string;
                href: string;
            }[];
        } | {
            /** @constant */
            kind: "action";
            label: string;
            href: string;
        } | {
            /** @constant */
            kind: "choices";
            readonly choices: {
                label: string;
                question: string;
            }[];
        };
        Answer: {
            /** @enum {string} */
            language: "en" | "de";
            /** @enum {string} */
            intent: "greeting" | "help" | "count" | "only_because" | "list" | "explain" | "difference" | "forecast" | "what_if" | "price" | "compare" | "audit" | "rule" | "where" | "change" | "ask_back" | "unknown" | "out_of_scope";
            /** @description False where it refuses, asks back, or does not know. */
            isAnswered: boolean;
            /** @enum {string} */
            by: "local" | "model";
            readonly parts: components["schemas"]["AnswerPart"][];
        };
        Answered: {
            conversationId: number;
            answer: components["schemas"]["Answer"];
        };
        ConversationListed: {
            conversationId: number;
            title: string;
            startedAt: components["schemas"]["Instant"];
            askedAt: components["schemas"]["Instant"];
            turns: number;
        };
        Conversation: {
            conversationId: number;
            title: string;
            startedAt: components["schemas"]["Instant"];
            askedAt: components["schemas"]["Instant"];
            readonly turns: {
                question: string;
                answer: components["schemas"]["Answer"];
                askedAt: components["schemas"]["Instant"];
            }[];
        };
        AuditEntry: {
            /** @description 0 for what belongs to no network. */
            networkId: number;
            entryNumber: number;
            at: components["schemas"]["Instant"];
            /** @enum {string} */
            door: "cli" | "library" | "http" | "mcp" | "schedule";
            operatorId: string | null;
            apiKeyId: number | null;
            requestId: string | null;
            action: string;
            subject: unknown;
            before: unknown;
            after: unknown;
            previousHash: string;
            hash: string;
        };
        AuditVerdict: {
            isIntact: boolean;
            readonly chains: {
                networkId: number;
                entries: number;
                lastHash: string;
                readonly faults: string[];
            }[];
        };
        /**
         * @description An exact decimal, best as a text.
         * @example 1.25
         */
        Decimal: string | number;
        /** @description What a location pays for its active users. */
        PricePlan: {
            name: string;
            note?: string;
            /** @example EUR */
            currency: string;
            baseFee?: components["schemas"]["Decimal"];
            /** @description Covered by the base fee: tiers and packages begin with the first active user after them. */
            includedActiveUsers?: number;
            usage?: {
                /**
                 * @description Each active user at the price of the tier that he falls into.
                 * @constant
                 */
                model: "graduated";
                tiers: {
                    /** @description The last active user of the tier; null in the last tier. */
                    upTo: number | null;
                    /** @description For each active user of the tier. */
                    unitPrice?: components["schemas"]["Decimal"];
                    /** @description Once, when the tier is reached. */
                    flatFee?: components["schemas"]["Decimal"];
                }[];
                /** @description Whether the flat fee of the first tier is charged when nobody is to be charged for; default no. */
                zeroQuantityChargesFirstFlat?: boolean;
            } | {
                /**
                 * @description All active users at the price of the tier that the last falls into.
                 * @constant
                 */
                model: "volume";
                tiers: {
                    /** @description The last active user of the tier; null in the last tier. */
                    upTo: number | null;
                    /** @description For each active user of the tier. */
                    unitPrice?: components["schemas"]["Decimal"];
                    /** @description Once, when the tier is reached. */
                    flatFee?: components["schemas"]["Decimal"];
                }[];
                /** @description Whether the flat fee of the first tier is charged when nobody is to be charged for; default no. */
                zeroQuantityChargesFirstFlat?: boolean;
            } | {
                /**
                 * @description By packages of a size; one that is begun is charged whole.
                 * @constant
                 */
                model: "package";
                size: number;
                price: components["schemas"]["Decimal"];
                /** @description Active users for whom no package is needed. */
                free?: number;
            };
            /** @description Least for base fee and active users together. */
            minimum?: components["schemas"]["Decimal"];
            /** @description Most for base fee and active users together. */
            maximum?: components["schemas"]["Decimal"];
            freeBelow?: {
                /** @description Fewer than these are free of the base fee and of the price per active user. */
                activeUsers: number;
                /** @description Not where the location has this add-on. */
                unlessAddOn?: string;
            };
            /** @description What a location may take in addition. */
            addOns?: ({
                id: string;
                name: string;
                /** @constant */
                kind: "fixed";
                fee: components["schemas"]["Decimal"];
            } | {
                id: string;
                name: string;
                /** @constant */
                kind: "per_unit";
                unitPrice: components["schemas"]["Decimal"];
            } | {
                id: string;
                name: string;
                /** @constant */
                kind: "per_active_user";
                unitPrice: components["schemas"]["Decimal"];
            })[];
            /** @description Each from what the ones before it left. */
            discounts?: ({
                name: string;
                /** @constant */
                kind: "percentage";
                percent: components["schemas"]["Decimal"];
            } | {
                name: string;
                /** @constant */
                kind: "absolute";
                amount: components["schemas"]["Decimal"];
            })[];
            taxPercent?: components["schemas"]["Decimal"];
        };
        ChargeLine: {
            /** @enum {string} */
            kind: "base_fee" | "tier" | "package" | "free" | "minimum" | "maximum" | "add_on" | "discount" | "supplement" | "tax";
            description: string;
            quantity: number;
            /** @description Exact decimal; null for what has no price of its own. */
            unitPrice: string | null;
            flatFee: string | null;
            /** @description Whole minor units; negative for what is taken off. */
            amountMinor: number;
        };
        Charge: {
            /** @description Active users. */
            count: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            readonly lines: components["schemas"]["ChargeLine"][];
            netMinor: number;
            taxMinor: number;
            /** @description The sum of all lines. */
            totalMinor: number;
        };
        /** @description Units by the id of the add-on. */
        AddOnUnits: {
            [key: string]: number;
        };
        /** @enum {string} */
        BillReason: "suspended" | "contract_ended" | "cancelled" | "kind_does_not_count" | "team_does_not_count" | "after_cut_off" | "earlier_window" | "no_record" | "unknown" | "disputable" | "same_person" | "ended_since" | "not_started" | "free" | "through_team" | "counts";
        /** @description The platform’s own invoice to a location, as it was read. */
        Bill: {
            networkId: number;
            externalId: string;
            number: string | null;
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            };
            cutOffAt: components["schemas"]["Instant"];
            periodFrom: components["schemas"]["Instant"] | null;
            periodUntil: components["schemas"]["Instant"] | null;
            description: string | null;
            /** @description Active users that the bill names. */
            billedCount: number | null;
            currency: string | null;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description What is asked before discount and tax; whole minor units. */
            subscriptionMinor: number | null;
            discountMinor: number | null;
            taxMinor: number | null;
            totalMinor: number | null;
        };
        BillListed: {
            bill: components["schemas"]["Bill"];
            /**
             * @description Given with the question, assigned to the location, or inferred from its bills.
             * @enum {string}
             */
            planOrigin: "given" | "assigned" | "inferred" | "none";
            /** @description Headcount’s count of the window that the bill closes. */
            counted: number;
            billed: {
                count: number | null;
                /** @description Where the number was found. */
                from: ("description" | "amount") | null;
                /** @description Every number that makes the amount, where it was found by that. */
                possible: {
                    least: number;
                    most: number;
                    numbers: number;
                } | null;
            };
            /** @description Billed less counted. */
            difference: number | null;
            /** @enum {string} */
            verdict: "agrees" | "more_people" | "fewer_people" | "price_differs" | "unknown";
            money: {
                /** @description Before discount and tax. */
                billedMinor: number;
                /** @description What the price plan makes of the count. */
                countedMinor: number;
                /** @description What the difference in people makes. */
                peopleMinor: number | null;
                /** @description What is asked beside the price plan for the billed number. */
                priceMinor: number | null;
                /** @description Billed less counted. */
                differenceMinor: number;
                /** @description What the bill asks beside its subscription before discount and tax, such as add-ons, which no active users explain. */
                besideMinor: number | null;
                /** @description The same in proportion after the discount and the tax of the bill. */
                withDiscountAndTaxMinor: number | null;
            } | null;
        };
        InferredPricePlan: {
            /** @enum {string} */
            state: "determined" | "undetermined" | "contradictory";
            /** @description Makes exactly the amounts of the bills that fit; null unless determined. */
            plan: components["schemas"]["PricePlan"] | null;
            /** @description The fewest active users among the bills that fit. */
            from: number | null;
            /** @description The most. */
            until: number | null;
            /** @description Fewer active users have no known price. */
            pricedFrom: number | null;
            unitPriceMinor: {
                least: number;
                most: number | null;
            } | null;
            includedActiveUsers: {
                least: number;
                most: number | null;
            } | null;
            /** @description Bills that the plan makes to the minor unit. */
            readonly fitting: string[];
            readonly others: string[];
            currency: string;
            digits: number;
            /**
             * @description Whose numbers were taken.
             * @enum {string}
             */
            basis: "billed" | "counted";
            readonly sentences: string[];
        };
        ComparedPerson: {
            /** @description Null for a row of nobody who is known here. */
            customerId: number | null;
            externalId: string | null;
            name: string;
            /** @description Of the platform’s list; null for who is not on it. */
            line: number | null;
            reason: components["schemas"]["BillReason"];
            sentence: string;
        };
        CandidateGroup: {
            reason: components["schemas"]["BillReason"];
            isCounted: boolean;
            /** @description As many as the difference, on the side that explains it. */
            isExact: boolean;
            count: number;
            readonly people: {
                customerId: number;
                externalId: string;
                name: string;
                reason: components["schemas"]["BillReason"];
                /** @description What decided. */
                sentence: string;
            }[];
        };
        BillAudit: {
            bill: components["schemas"]["Bill"];
            ruleSet: string;
            windowFrom: components["schemas"]["Instant"];
            /** @description Headcount’s count of the window that the bill closes. */
            counted: number;
            billed: {
                count: number | null;
                /** @description Where the number was found. */
                from: ("description" | "amount") | null;
                /** @description Every number that makes the amount, where it was found by that. */
                possible: {
                    least: number;
                    most: number;
                    numbers: number;
                } | null;
            };
            /** @description Billed less counted. */
            difference: number | null;
            /** @enum {string} */
            verdict: "agrees" | "more_people" | "fewer_people" | "price_differs" | "unknown";
            money: {
                /** @description Before discount and tax. */
                billedMinor: number;
                /** @description What the price plan makes of the count. */
                countedMinor: number;
                /** @description What the difference in people makes. */
                peopleMinor: number | null;
                /** @description What is asked beside the price plan for the billed number. */
                priceMinor: number | null;
                /** @description Billed less counted. */
                differenceMinor: number;
                /** @description What the bill asks beside its subscription before discount and tax, such as add-ons, which no active users explain. */
                besideMinor: number | null;
                /** @description The same in proportion after the discount and the tax of the bill. */
                withDiscountAndTaxMinor: number | null;
            } | null;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            sentence: string;
            pricePlan: {
                /**
                 * @description Given with the question, assigned to the location, or inferred from its bills.
                 * @enum {string}
                 */
                origin: "given" | "assigned" | "inferred" | "none";
                plan: components["schemas"]["PricePlan"] | null;
                addOns: components["schemas"]["AddOnUnits"];
                inferred: components["schemas"]["InferredPricePlan"] | null;
                isOtherCurrency: boolean;
            };
            /** @description What the price plan makes of the count. */
            charge: components["schemas"]["Charge"] | null;
            /** @description Whom the difference may consist of; those as many as the difference first. */
            readonly candidates: components["schemas"]["CandidateGroup"][];
            candidatesAreCut: boolean;
            /** @description With the platform’s list; null where none was given. */
            comparison: {
                rows: number;
                both: number;
                /** @description Billed though they do not count. */
                readonly listedAlone: components["schemas"]["ComparedPerson"][];
                /** @description Counted though they are not on the list. */
                readonly countedAlone: components["schemas"]["ComparedPerson"][];
                readonly repeated: {
                    line: number;
                    name: string;
                }[];
            } | null;
            history: {
                firstReadAt: components["schemas"]["Instant"] | null;
                lastReadAt: components["schemas"]["Instant"] | null;
                statesKnownFrom: components["schemas"]["Instant"] | null;
            };
            readonly uncertainties: {
                /** @enum {string} */
                code: "first_window" | "read_later" | "suspended_since_ever" | "late_records" | "number_not_named" | "amount_not_told" | "beside_subscription" | "no_price_plan" | "price_plan_inferred" | "price_not_known" | "other_currency";
                sentence: string;
                /** @description How many the answer could differ by. */
                people: number | null;
            }[];
        };
        BillProof: {
            format: string;
            exportedAt: components["schemas"]["Instant"];
            bill: {
                externalId: string;
                number: string | null;
                cutOffAt: components["schemas"]["Instant"];
                description: string | null;
                /** @description Active users that the bill names. */
                billedCount: number | null;
                currency: string | null;
                /** @description Decimals of the currency. */
                digits: number;
                /** @description What is asked before discount and tax; whole minor units. */
                subscriptionMinor: number | null;
                discountMinor: number | null;
                taxMinor: number | null;
                totalMinor: number | null;
                location: {
                    name: string;
                    externalId: string;
                    timeZone: string;
                };
            };
            windowFrom: components["schemas"]["Instant"];
            ruleSet: {
                id: string;
                readonly kinds: {
                    [key: string]: unknown;
                }[];
            };
            counted: number;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            difference: number | null;
            verdict: string;
            differenceMinor: number | null;
            sentence: string;
            readonly uncertainties: string[];
            pricePlan: {
                origin: string;
                plan: components["schemas"]["PricePlan"] | null;
                addOns: components["schemas"]["AddOnUnits"];
                pricedFrom: number;
            };
            comparison: {
                [key: string]: unknown;
            } | null;
            readonly candidates: {
                [key: string]: unknown;
            }[];
            list: {
                readonly customers: number[];
                readonly masks: number[];
                readonly evidenceCustomers: number[];
                readonly evidenceKinds: number[];
                readonly evidenceRefs: number[];
                readonly evidenceMs: (number | null)[];
            };
            listHash: string;
            readonly customers: {
                externalId: string;
                name: string;
            }[];
            readonly records: string[];
            hash: string;
            publicKey: string;
            signature: string;
        };
        AuditQuestion: {
            /** @description What is paid by; default the plan assigned to the location, else what its bills tell of it. */
            plan?: components["schemas"]["PricePlan"];
            addOns?: components["schemas"]["AddOnUnits"];
            /** @description The platform’s list of people: a line each with an id, an e-mail or a name, or a CSV. */
            platformList?: string;
        };
        ImportReport: {
            network: {
                networkId: number;
                name: string;
            };
            importId: number | null;
            recordedAt: components["schemas"]["Instant"];
            hasChanges: boolean;
            records: {
                [key: string]: {
                    read: number;
                    added: number;
                    changed: number;
                    skipped: number;
                };
            };
            problemCount: number;
            warningCount: number;
            /** @description The first 1,000; the counts are of all. */
            readonly problems: {
                file: string;
                record: string;
                field: string;
                value: string;
                /** @description Which reason it is; reports of earlier versions have none. */
                code?: string;
                /** @description The figures and names in the reason. */
                values?: {
                    [key: string]: string | number;
                };
                reason: string;
                /** @enum {string} */
                severity: "skipped" | "warning";
            }[];
            durationMs: number;
        };
        ImportRun: {
            runId: number;
            /** @description Null until the records have told theirs. */
            networkId: number | null;
            /** @enum {string} */
            kind: "nexudus" | "cobot" | "csv" | "demo";
            /** @enum {string} */
            state: "reading" | "merging" | "done" | "failed";
            progress: ({
                /** @constant */
                phase: "reading";
                file: string;
                bytesRead: number;
                bytesTotal: number;
                recordsRead: number;
            } | {
                /** @constant */
                phase: "merging";
                recordsRead: number;
            }) | null;
            report: components["schemas"]["ImportReport"] | null;
            problem: {
                code: string;
                message: string;
                next: string;
            } | null;
            startedAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        AccountCheck: {
            network: string;
            readonly readable: ("customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone")[];
            /** @description What the account may not read, and the roles that it lacks. */
            readonly missing: {
                /** @enum {string} */
                kind: "customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone";
                readonly roles: string[];
            }[];
            readonly locations: {
                externalId: string;
                name: string;
            }[];
        };
        Connection: {
            connectionId: number;
            networkId: number;
            network: string;
            baseUrl: string;
            /** @description The e-mail that it signs in with. */
            account: string;
            /** @enum {string} */
            credentialKind: "password" | "token" | "basic";
            hasWebhookSecret: boolean;
            check: {
                readonly readable: ("customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone")[];
                readonly missing: {
                    /** @enum {string} */
                    kind: "customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone";
                    readonly roles: string[];
                }[];
            };
            checkedAt: components["schemas"]["Instant"];
            readonly locations: {
                externalId: string;
                name: string;
                isOn: boolean;
            }[];
            syncEveryMinutes: number;
            syncedAt: components["schemas"]["Instant"] | null;
            waitingWebhooks: number;
            createdAt: components["schemas"]["Instant"];
        };
        SyncRun: {
            runId: number;
            connectionId: number;
            networkId: number;
            isFull: boolean;
            /** @enum {string} */
            state: "reading" | "merging" | "done" | "failed" | "stopped";
            progress: {
                /** @description What is read just now; null while records are brought in. */
                kind: ("customer_invoice_line" | "customer_invoice" | "recurring_product" | "booking" | "cancelled_booking" | "pause" | "contract" | "team" | "customer_change" | "customer" | "platform_invoice" | "resource" | "plan" | "location" | "time_zone") | null;
                read: number;
                total: number | null;
                requests: number;
                throttled: number;
            } | null;
            report: {
                isFull: boolean;
                added: number;
                changed: number;
                removed: number;
                /** @description Records that could not be used. */
                notUnderstood: number;
                /** @description The first 1,000 of those that have no id; `imported.problems` tells of the others. */
                readonly problems: {
                    file: string;
                    record: string;
                    field: string;
                    value: string;
                    /** @description Which reason it is; reports of earlier versions have none. */
                    code?: string;
                    /** @description The figures and names in the reason. */
                    values?: {
                        [key: string]: string | number;
                    };
                    reason: string;
                    /** @enum {string} */
                    severity: "skipped" | "warning";
                }[];
                requests: number;
                throttled: number;
                durationMs: number;
                imported: components["schemas"]["ImportReport"] | null;
            } | null;
            problem: {
                code: string;
                message: string;
                next: string;
            } | null;
            startedAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        /** @enum {string} */
        SupplementState: "pending" | "billed" | "withdrawn" | "lapsed";
        /** @description What was agreed about an invoice, for the next of its location. */
        Supplement: {
            /** @description Counted from 1 in its network. */
            supplementId: number;
            networkId: number;
            locationId: number;
            location: string;
            /** @description The number of the invoice that it is about. */
            about: number;
            /** @description Before tax; negative for a deduction. */
            netMinor: number;
            currency: string;
            digits: number;
            /** @description `pending` waits for the next invoice; `lapsed` is about an invoice that is void now. */
            state: components["schemas"]["SupplementState"];
            /** @description What still waits; a deduction takes no more than an invoice asks for. */
            leftMinor: number;
            readonly lines: {
                /** @description The invoice on which it stands. */
                number: number;
                netMinor: number;
                isVoid: boolean;
            }[];
            readonly people: {
                customerId: number;
                externalId: string;
                name: string;
                /** @enum {string} */
                change: "added" | "removed";
            }[];
            /** @description What the amount was computed from. */
            basis: {
                activeUsers: number;
                recounted: number;
                differenceNetMinor: number;
                agreedNetMinor: number;
                creditedNetMinor: number;
            };
            reason: string;
            agreedAt: components["schemas"]["Instant"];
            withdrawnAt: components["schemas"]["Instant"] | null;
            withdrawnBecause: string | null;
        };
        PlatformInvoiceListed: {
            number: number;
            /** @enum {string} */
            kind: "invoice" | "credit_note";
            /** @description The invoice that a credit note takes from. */
            about: number | null;
            locationId: number;
            location: string;
            cutOffAt: components["schemas"]["Instant"];
            issuedAt: components["schemas"]["Instant"];
            edition: number;
            activeUsers: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description Whole minor units. */
            totalMinor: number;
            isVoid: boolean;
        };
        PlatformInvoice: {
            /** @constant */
            kind: "invoice";
            number: number;
            networkId: number;
            /** @description Its place in the chain of its network. */
            entryNumber: number;
            previousHash: string;
            issuedAt: components["schemas"]["Instant"];
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            };
            cutOffAt: components["schemas"]["Instant"];
            edition: number;
            activeUsers: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description Whole minor units. */
            totalMinor: number;
            netMinor: number;
            taxMinor: number;
            windowFrom: components["schemas"]["Instant"];
            ruleSet: string;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            pricePlan: {
                pricePlanId: number;
                version: number;
                plan: components["schemas"]["PricePlan"];
            };
            addOns: components["schemas"]["AddOnUnits"];
            readonly lines: components["schemas"]["ChargeLine"][];
            /** @description What of the lines was agreed about earlier invoices. */
            readonly supplements?: {
                supplementId: number;
                about: number;
                netMinor: number;
            }[];
            listHash: string;
        };
        PlatformInvoiceVoid: {
            /** @constant */
            kind: "void";
            about: number;
            reason: string;
            networkId: number;
            /** @description Its place in the chain of its network. */
            entryNumber: number;
            previousHash: string;
            issuedAt: components["schemas"]["Instant"];
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            };
            cutOffAt: components["schemas"]["Instant"];
            edition: number;
            activeUsers: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description Whole minor units. */
            totalMinor: number;
            netMinor: number;
            taxMinor: number;
        };
        CreditNote: {
            /** @constant */
            kind: "credit_note";
            number: number;
            about: number;
            reason: string;
            readonly lines: components["schemas"]["ChargeLine"][];
            networkId: number;
            /** @description Its place in the chain of its network. */
            entryNumber: number;
            previousHash: string;
            issuedAt: components["schemas"]["Instant"];
            location: {
                locationId: number;
                externalId: string;
                name: string;
                timeZone: string;
            };
            cutOffAt: components["schemas"]["Instant"];
            edition: number;
            activeUsers: number;
            currency: string;
            /** @description Decimals of the currency. */
            digits: number;
            /** @description Whole minor units. */
            totalMinor: number;
            netMinor: number;
            taxMinor: number;
        };
        InvoicedUser: {
            customerId: number;
            externalId: string;
            /** @description As it is now: names are not frozen. */
            name: string;
            readonly sources: components["schemas"]["Source"][];
            readonly evidence: {
                source: components["schemas"]["Source"];
                kind: string;
                /** @description External id of the record. */
                record: string;
                /** @description Where the origin shows the record; null where that is not known. */
                url: string | null;
                /** @description When it happened or began; null for what has held since ever. */
                at: components["schemas"]["Instant"] | null;
            }[];
        };
        ProofPack: {
            format: string;
            exportedAt: components["schemas"]["Instant"];
            invoice: {
                content: components["schemas"]["PlatformInvoice"];
                hash: string;
            };
            void: {
                content: components["schemas"]["PlatformInvoiceVoid"];
                hash: string;
            } | null;
            readonly creditNotes: {
                content: components["schemas"]["CreditNote"];
                hash: string;
            }[];
            ruleSet: {
                id: string;
                readonly kinds: {
                    [key: string]: unknown;
                }[];
            };
            list: {
                readonly customers: number[];
                readonly masks: number[];
                readonly evidenceCustomers: number[];
                readonly evidenceKinds: number[];
                readonly evidenceRefs: number[];
                readonly evidenceMs: (number | null)[];
            };
            readonly customers: {
                externalId: string;
                name: string;
            }[];
            readonly records: string[];
            publicKey: string;
            signature: string;
        };
        InvoiceVerdict: {
            isIntact: boolean;
            readonly chains: {
                networkId: number;
                entries: number;
                lastHash: string;
                readonly faults: string[];
            }[];
        };
        Forecast: {
            location: {
                locationId: number;
                name: string;
            };
            asOf: components["schemas"]["Instant"];
            cutOffAt: components["schemas"]["Instant"];
            windowFrom: components["schemas"]["Instant"];
            countNow: number;
            /** @description Count now and still at the cut-off, unless a record changes. */
            certain: number;
            /** @description By a renewal that is still to come. */
            expectedToCome: number;
            /** @description By contracts or teams that end before the cut-off. */
            expectedToGo: number;
            /** @description At the cut-off, as things stand. */
            count: number;
            /** @description By how earlier windows grew from this point on; null with fewer than 3 of them. */
            range: {
                least: number;
                most: number;
            } | null;
            charge: components["schemas"]["Charge"] | null;
            /** @description What the price plan says at the cut-off; null where none holds. */
            plan: components["schemas"]["PricePlan"] | null;
            /** @description Those in the charge, in the order of their lines. */
            readonly supplements: {
                supplementId: number;
                about: number;
                netMinor: number;
            }[];
            /** @description Who counts now by one record alone. */
            readonly singleRecords: {
                customerId: number;
                externalId: string;
                name: string;
                kind: string;
                record: string;
            }[];
            /** @description What the last active user costs. */
            marginMinor: number | null;
            readonly cautions: string[];
        };
        ArticleTitle: {
            slug: string;
            title: string;
            summary: string;
            /** Format: date */
            updatedOn: string;
            /** @description To read. */
            minutes: number;
        };
        Article: {
            slug: string;
            title: string;
            summary: string;
            /** Format: date */
            updatedOn: string;
            /** @description To read. */
            minutes: number;
            /** @description Slugs. */
            readonly related: string[];
            /** @description Slug. */
            previous: string | null;
            /** @description Slug. */
            next: string | null;
            readonly sections: {
                anchor: string;
                heading: string;
                /** @description 1 for the article itself, 2 and 3 for its headings. */
                level: number;
            }[];
            markdown: string;
            /** @description Without the title. Headings carry their anchors as ids. */
            html: string;
        };
        Passage: {
            slug: string;
            title: string;
            anchor: string;
            heading: string;
            text: string;
        };
        Feedback: {
            isHelpful: boolean;
            comment: string | null;
        };
        HelpReport: {
            readonly articles: {
                slug: string;
                title: string;
                helpful: number;
                notHelpful: number;
                /** @description The last twelve, in UTC. */
                readonly months: {
                    month: string;
                    helpful: number;
                    notHelpful: number;
                }[];
            }[];
            /** @description The last twelve, in UTC. */
            readonly months: {
                month: string;
                helpful: number;
                notHelpful: number;
            }[];
            readonly comments: {
                slug: string;
                isHelpful: boolean;
                comment: string;
                changedAt: components["schemas"]["Instant"];
            }[];
            readonly misses: {
                /** @enum {string} */
                kind: "search" | "question";
                /** @enum {string} */
                door: "cli" | "library" | "http" | "mcp" | "schedule";
                asked: string;
                times: number;
                lastAt: components["schemas"]["Instant"];
            }[];
        };
        Invitation: {
            invitationId: number;
            email: string;
            role: components["schemas"]["Role"];
            /** @description Null for the platform role. */
            networkId: number | null;
            /** @description Numbers of locations, or all of the network. */
            locationIds: "all" | number[];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
        };
        InvitationSeen: {
            email: string;
            role: components["schemas"]["Role"];
            networkName: string | null;
            /** @description Then sign in to accept; else choose names and a password. */
            hasAccount: boolean;
            expiresAt: components["schemas"]["Instant"];
        };
        IssueReport: {
            dryRun: boolean;
            readonly issued: {
                networkId: number;
                number: number;
                locationId: number;
                location: string;
                cutOffAt: components["schemas"]["Instant"];
                windowFrom: components["schemas"]["Instant"];
                edition: number;
                /** @description A later cut-off of the location had been missed too. */
                isCaughtUp: boolean;
                activeUsers: number;
                currency: string;
                /** @description Decimals of the currency. */
                digits: number;
                /** @description Whole minor units. */
                totalMinor: number;
                listHash: string;
                hash: string;
            }[];
            readonly skipped: {
                networkId: number;
                locationId: number;
                name: string;
                /** @enum {string} */
                reason: "no_anchor" | "no_price_plan" | "nothing_due" | "already_issued" | "later_cut_off";
                /** @description The cut-off that waits, where one does. */
                cutOffAt: components["schemas"]["Instant"] | null;
            }[];
        };
        IssueRun: {
            runId: number;
            /** @description Null for a run over all networks. */
            network: {
                networkId: number;
                name: string;
            } | null;
            location: {
                locationId: number;
                name: string;
            } | null;
            /** @description The one cut-off that was asked for. */
            cutOffAt: components["schemas"]["Instant"] | null;
            isDryRun: boolean;
            /** @description The dry run that it confirmed. */
            previewRunId: number | null;
            /** @enum {string} */
            door: "cli" | "library" | "http" | "mcp" | "schedule";
            operatorId: string | null;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            progress: {
                networksDone: number;
                /** @description Those in which something was due. */
                networks: number;
                rounds: number;
                issued: number;
                /** @description Cut-offs that had been missed when the run began. */
                due: number;
            } | null;
            /** @description Null until it has ended. Of a run that failed: what it had issued. */
            summary: {
                issued: number;
                caughtUp: number;
                /** @description Locations that got none, or for which others still wait. */
                skipped: number;
                activeUsers: number;
                readonly totals: {
                    currency: string;
                    /** @description Decimals of the currency. */
                    digits: number;
                    /** @description Whole minor units. */
                    totalMinor: number;
                }[];
            } | null;
            problem: {
                code: string;
                message: string;
                next: string;
            } | null;
            startedAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        IssueRunDetails: {
            runId: number;
            /** @description Null for a run over all networks. */
            network: {
                networkId: number;
                name: string;
            } | null;
            location: {
                locationId: number;
                name: string;
            } | null;
            /** @description The one cut-off that was asked for. */
            cutOffAt: components["schemas"]["Instant"] | null;
            isDryRun: boolean;
            /** @description The dry run that it confirmed. */
            previewRunId: number | null;
            /** @enum {string} */
            door: "cli" | "library" | "http" | "mcp" | "schedule";
            operatorId: string | null;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            progress: {
                networksDone: number;
                /** @description Those in which something was due. */
                networks: number;
                rounds: number;
                issued: number;
                /** @description Cut-offs that had been missed when the run began. */
                due: number;
            } | null;
            /** @description Null until it has ended. Of a run that failed: what it had issued. */
            summary: {
                issued: number;
                caughtUp: number;
                /** @description Locations that got none, or for which others still wait. */
                skipped: number;
                activeUsers: number;
                readonly totals: {
                    currency: string;
                    /** @description Decimals of the currency. */
                    digits: number;
                    /** @description Whole minor units. */
                    totalMinor: number;
                }[];
            } | null;
            problem: {
                code: string;
                message: string;
                next: string;
            } | null;
            startedAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
            /** @description Null until it has ended. */
            report: components["schemas"]["IssueReport"] | null;
            /** @description Null where it confirmed no preview. */
            comparison: {
                previewRunId: number;
                /** @description Every cut-off as it was previewed: the same people, the same price. */
                isSame: boolean;
                readonly differences: {
                    locationId: number;
                    location: string;
                    cutOffAt: components["schemas"]["Instant"];
                    /** @description Null where the preview had none. */
                    preview: {
                        activeUsers: number;
                        currency: string;
                        /** @description Decimals of the currency. */
                        digits: number;
                        /** @description Whole minor units. */
                        totalMinor: number;
                    } | null;
                    /** @description Null where none was issued. */
                    issued: {
                        activeUsers: number;
                        currency: string;
                        /** @description Decimals of the currency. */
                        digits: number;
                        /** @description Whole minor units. */
                        totalMinor: number;
                    } | null;
                }[];
            } | null;
        };
        PricePlanVersion: {
            version: number;
            /** @description Null for a version that has held since ever. */
            validFrom: components["schemas"]["Instant"] | null;
            createdAt: components["schemas"]["Instant"];
            plan: components["schemas"]["PricePlan"];
        };
        PricePlanListed: {
            pricePlanId: number;
            name: string;
            /** @description The version that holds now. */
            current: components["schemas"]["PricePlanVersion"] | null;
        };
        PricePlanSaved: {
            pricePlanId: number;
            name: string;
            version: number;
            hasChanges: boolean;
        };
        /** @description What the next platform invoice comes to as things stand. */
        ComingCharge: {
            pricePlanId: number;
            pricePlan: string;
            version: number;
            currency: string;
            digits: number;
            totalMinor: number;
        };
        AssignedToMany: {
            dryRun: boolean;
            pricePlanId: number | null;
            addOns: components["schemas"]["AddOnUnits"];
            from: components["schemas"]["Instant"];
            readonly locations: {
                networkId: number;
                locationId: number;
                name: string;
                /** @description Null without a billing anchor. */
                cutOffAt: components["schemas"]["Instant"] | null;
                /** @description At the cut-off as things stand. */
                activeUsers: number | null;
                before: components["schemas"]["ComingCharge"] | null;
                after: components["schemas"]["ComingCharge"] | null;
            }[];
        };
        BillingAnchor: {
            /** @description The day of the first cut-off at the location. */
            startsOn: string;
            /** @description On the location’s clock. */
            localTime: string;
            /** @enum {string} */
            every: "month" | "quarter" | "year";
        };
        PricePlanAssignment: {
            /** @description Null for none from then on. */
            pricePlanId: number | null;
            addOns: components["schemas"]["AddOnUnits"];
            from: components["schemas"]["Instant"];
        };
        LocationBilling: {
            location: {
                locationId: number;
                name: string;
                timeZone: string;
            };
            anchor: components["schemas"]["BillingAnchor"] | null;
            nextCutOffAt: components["schemas"]["Instant"] | null;
            /** @description What holds now. */
            current: {
                pricePlanId: number;
                addOns: components["schemas"]["AddOnUnits"];
                version: components["schemas"]["PricePlanVersion"];
            } | null;
            readonly assignments: components["schemas"]["PricePlanAssignment"][];
        };
        Network: {
            networkId: number;
            externalId: string;
            name: string;
        };
        /** @description Where the origin of a network shows each kind of record: `{id}` and `{customer}` stand for external ids. */
        NetworkAddresses: {
            networkId: number;
            /** @description As they are used; empty where there is no link. */
            addresses: {
                customer: string;
                contract: string;
                booking: string;
                customer_invoice: string;
                recurring_product: string;
                team: string;
            };
            /** @description As they are where nobody has set others. */
            defaults: {
                customer: string;
                contract: string;
                booking: string;
                customer_invoice: string;
                recurring_product: string;
                team: string;
            };
        };
        /** @description Which evidence counts. */
        Rules: {
            ruleSet: {
                id: string;
                validFrom: string;
                readonly kinds: {
                    source: components["schemas"]["Source"];
                    kind: string;
                    counts: boolean;
                    isDisputable: boolean;
                    meaning: string;
                }[];
            };
            readonly sources: {
                source: components["schemas"]["Source"];
                label: string;
                sentence: string;
                /** @enum {string} */
                lasts: "standing" | "window";
                isSilencedBySuspension: boolean;
            }[];
        };
        Operator: {
            operatorId: string;
            email: string;
            firstName: string;
            lastName: string;
            isPlatform: boolean;
            hasSecondFactor: boolean;
            isDisabled: boolean;
            createdAt: components["schemas"]["Instant"];
            /** @description In the networks that you manage. */
            readonly roles: {
                networkId: number;
                role: components["schemas"]["NetworkRole"];
                /** @description Numbers of locations, or all of the network. */
                locationIds: "all" | number[];
            }[];
        };
        LocationOverview: {
            locationId: number;
            externalId: string;
            name: string;
            /** @description IANA name. */
            timeZone: string;
            /** @description ISO 4217. */
            currency: string | null;
            windowFrom: components["schemas"]["Instant"];
            count: number;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            /** @description Customers with this source and no other. */
            onlyBecauseOf: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            lastPlatformInvoice: {
                externalId: string;
                number: string | null;
                cutOffAt: components["schemas"]["Instant"];
                /** @description Active users at its cut-off, as the records tell now. */
                count: number;
            } | null;
            /** @description The count less that of the last platform invoice. */
            changeSince: number | null;
            nextCutOff: {
                at: components["schemas"]["Instant"];
                /** @description False by the billing anchor; true where there is none: the day and local time of the last platform invoice, in a month that follows. */
                isEstimated: boolean;
            } | null;
            /** @description At the ends of the last twelve months, the oldest first; the last as of the instant. */
            readonly months: {
                month: string;
                at: components["schemas"]["Instant"];
                hasEnded: boolean;
                count: number;
                /** @description Customers with this source and no other. */
                onlyBecauseOf: {
                    contract: number;
                    booking: number;
                    customer_invoice: number;
                    recurring_product: number;
                    team: number;
                };
            }[];
        };
        NetworkOverview: {
            network: {
                networkId: number;
                name: string;
            };
            asOf: components["schemas"]["Instant"];
            ruleSet: string;
            /** @description The sum over the locations. */
            count: number;
            bySource: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            /** @description Customers with this source and no other. */
            onlyBecauseOf: {
                contract: number;
                booking: number;
                customer_invoice: number;
                recurring_product: number;
                team: number;
            };
            /** @description Different customers behind the sum. */
            distinctCustomers: number;
            readonly locations: components["schemas"]["LocationOverview"][];
        };
        PasswordVerdict: {
            isAccepted: boolean;
            /** @description 0 is guessed at once, 4 is strong. */
            score: number;
            /** @description What is wrong, each to be read behind “The password”. */
            readonly faults: {
                message: string;
                /**
                 * @description What is wrong, where forms meet it.
                 * @enum {string}
                 */
                code?: "missing" | "too_short" | "too_few_letters" | "too_long" | "length" | "whole_number" | "has_digits" | "not_a_name" | "not_an_email" | "has_email" | "too_easy" | "easy_key_row" | "easy_repeat" | "easy_sequence" | "easy_date" | "easy_common" | "easy_word" | "easy_name" | "easy_own" | "wrong_password" | "no_right" | "at_least" | "at_most" | "too_few" | "too_many" | "not_whole" | "not_a_number" | "not_a_text" | "not_a_choice" | "unknown_field" | "not_decimal" | "not_readable" | "not_add_on_id" | "not_currency" | "tier_must_be_open" | "tier_must_end" | "tier_order" | "below_minimum" | "stands_twice" | "no_such_add_on" | "other_name" | "not_https" | "no_id" | "unknown_place";
                /** @description The figures and words of the message. */
                values?: {
                    [key: string]: string | number;
                };
            }[];
            readonly suggestions: string[];
        };
        /** @enum {string} */
        DifferenceReason: "window_started_anew" | "contract_ended" | "suspended" | "left_team" | "paying_customer" | "record_changed" | "rules_changed" | "not_yet" | "new" | "late_record" | "no_longer";
        Reconciliation: {
            location: {
                locationId: number;
                name: string;
                timeZone: string;
            };
            currency: string;
            digits: number;
            invoice: {
                number: number;
                cutOffAt: components["schemas"]["Instant"];
                activeUsers: number;
                totalMinor: number;
                isVoid: boolean;
            };
            other: {
                /** @description Of another invoice; null for a count. */
                number: number | null;
                asOf: components["schemas"]["Instant"];
                windowFrom: components["schemas"]["Instant"];
                activeUsers: number;
                /** @description Under the price plan that holds then; 0 where none does. */
                totalMinor: number;
            };
            lost: number;
            new: number;
            /** @description From the invoice to the other side; they add up, in people and in money. */
            readonly steps: {
                /**
                 * @description On the invoice alone, or on the other side alone.
                 * @enum {string}
                 */
                side: "lost" | "new";
                reason: components["schemas"]["DifferenceReason"];
                source: components["schemas"]["Source"] | null;
                /** @description Active users more, or fewer. */
                change: number;
                amountMinor: number;
            }[];
            /** @description What another price plan changes. */
            pricePlanMinor: number;
            /** @description What supplements about other invoices change, with their tax. */
            supplementsMinor: number;
            sentence: string;
            readonly differences: {
                customerId: number;
                externalId: string;
                name: string;
                /**
                 * @description On the invoice alone, or on the other side alone.
                 * @enum {string}
                 */
                side: "lost" | "new";
                reason: components["schemas"]["DifferenceReason"];
                source: components["schemas"]["Source"] | null;
                readonly sources: components["schemas"]["Source"][];
            }[];
        };
        Adjustments: {
            number: number;
            cutOffAt: components["schemas"]["Instant"];
            activeUsers: number;
            /** @description What the invoice would count by today’s records. */
            recounted: number;
            currency: string;
            digits: number;
            /** @description What it would ask more, or less. */
            differenceMinor: number;
            /** @description The same before tax. */
            differenceNetMinor: number;
            /** @description How much of it supplements are about, before tax. */
            agreedNetMinor: number;
            /** @description What is left of the difference. */
            openNetMinor: number;
            /** @description What a supplement agreed now comes to: of a deduction, what no credit note has taken off. */
            supplementNetMinor: number;
            readonly items: {
                customerId: number;
                externalId: string;
                name: string;
                /** @enum {string} */
                change: "added" | "removed";
                /**
                 * @description `taken_back`: a supplement is about him, and today’s records say otherwise again.
                 * @enum {string}
                 */
                state: "open" | "agreed" | "taken_back";
                readonly sources: components["schemas"]["Source"][];
            }[];
            readonly supplements: components["schemas"]["Supplement"][];
        };
        SuspensionReport: {
            customer: {
                customerId: number;
                externalId: string;
                name: string;
                isSuspended: boolean;
            };
            at: components["schemas"]["Instant"];
            /** @description False where he was so at that instant already. */
            hasChanges: boolean;
        };
        Location: {
            locationId: number;
            externalId: string;
            name: string;
            /** @description IANA name. */
            timeZone: string;
            /** @description ISO 4217. */
            currency: string | null;
            createdAt: components["schemas"]["Instant"];
        };
        /** @description With the state as of the instant. */
        Customer: {
            customerId: number;
            externalId: string;
            name: string;
            email: string | null;
            company: string | null;
            isSuspended: boolean;
            isArchived: boolean;
        };
        /** @description With its members and billing as of the instant. */
        Team: {
            teamId: number;
            externalId: string;
            name: string;
            hasMergedBilling: boolean;
            payingCustomer: {
                customerId: number;
                externalId: string;
                name: string;
            } | null;
            readonly members: {
                customerId: number;
                externalId: string;
                name: string;
            }[];
        };
        Contract: {
            externalId: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
            };
            customer: {
                customerId: number;
                externalId: string;
                name: string;
            };
            planName: string | null;
            /** @description In the smallest unit of the currency. */
            priceMinor: number | null;
            currency: string | null;
            from: components["schemas"]["Instant"];
            startsAt: components["schemas"]["Instant"] | null;
            endsAt: components["schemas"]["Instant"] | null;
            /** @enum {string} */
            kind: "running" | "future_start" | "free" | "frozen" | "ended";
        };
        Booking: {
            externalId: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
            };
            customer: {
                customerId: number;
                externalId: string;
                name: string;
            };
            madeAt: components["schemas"]["Instant"];
            /** @enum {string} */
            evidenceKind: "made" | "free" | "tentative";
            cancelledAt: components["schemas"]["Instant"] | null;
        };
        CustomerInvoice: {
            externalId: string;
            readonly locations: {
                locationId: number;
                externalId: string;
                name: string;
            }[];
            customer: {
                customerId: number;
                externalId: string;
                name: string;
            };
            issuedAt: components["schemas"]["Instant"];
            /** @enum {string} */
            evidenceKind: "issued" | "zero_value" | "credited" | "tickets_only" | "draft" | "void" | "credit_note";
            voidedAt: components["schemas"]["Instant"] | null;
        };
        /** @description A product sold to a customer; without a renewal it was sold once. */
        RecurringProduct: {
            externalId: string;
            location: {
                locationId: number;
                externalId: string;
                name: string;
            };
            customer: {
                customerId: number;
                externalId: string;
                name: string;
            };
            productName: string | null;
            soldAt: components["schemas"]["Instant"];
            renewal: {
                /** @enum {string} */
                cycle: "day" | "week" | "month" | "year" | "last_day_of_month";
                every: number;
                from: components["schemas"]["Instant"];
                until: components["schemas"]["Instant"] | null;
            } | null;
        };
        /** @description As of the instant. Each list has its first rows; its cursor goes on in the list of the network for `customer=id:…`, of contracts with `state=all`. */
        CustomerProfile: {
            customerId: number;
            externalId: string;
            name: string;
            email: string | null;
            company: string | null;
            isSuspended: boolean;
            isArchived: boolean;
            asOf: components["schemas"]["Instant"];
            ruleSet: string;
            /** @description Where he has records, or counts through a team. */
            readonly locations: {
                location: {
                    locationId: number;
                    externalId: string;
                    name: string;
                };
                isActiveUser: boolean;
                readonly sources: components["schemas"]["Source"][];
                firstEvidenceAt: components["schemas"]["Instant"] | null;
            }[];
            /** @description The newest first. */
            readonly history: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                change: "suspended" | "resumed" | "archived" | "restored" | "contract_made" | "contract_ended" | "team_joined" | "team_left";
                /** @description Of the plan or the team, where it is known. */
                name: string | null;
                /** @description Of a contract. */
                location: {
                    locationId: number;
                    externalId: string;
                    name: string;
                } | null;
            }[];
            /** @description Where the origin shows the record; null where that is not known. */
            url: string | null;
            contracts: {
                asOf: components["schemas"]["Instant"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    externalId: string;
                    location: {
                        locationId: number;
                        externalId: string;
                        name: string;
                    };
                    customer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    };
                    planName: string | null;
                    /** @description In the smallest unit of the currency. */
                    priceMinor: number | null;
                    currency: string | null;
                    from: components["schemas"]["Instant"];
                    startsAt: components["schemas"]["Instant"] | null;
                    endsAt: components["schemas"]["Instant"] | null;
                    /** @enum {string} */
                    kind: "running" | "future_start" | "free" | "frozen" | "ended";
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
            bookings: {
                asOf: components["schemas"]["Instant"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    externalId: string;
                    location: {
                        locationId: number;
                        externalId: string;
                        name: string;
                    };
                    customer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    };
                    madeAt: components["schemas"]["Instant"];
                    /** @enum {string} */
                    evidenceKind: "made" | "free" | "tentative";
                    cancelledAt: components["schemas"]["Instant"] | null;
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
            customerInvoices: {
                asOf: components["schemas"]["Instant"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    externalId: string;
                    readonly locations: {
                        locationId: number;
                        externalId: string;
                        name: string;
                    }[];
                    customer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    };
                    issuedAt: components["schemas"]["Instant"];
                    /** @enum {string} */
                    evidenceKind: "issued" | "zero_value" | "credited" | "tickets_only" | "draft" | "void" | "credit_note";
                    voidedAt: components["schemas"]["Instant"] | null;
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
            recurringProducts: {
                asOf: components["schemas"]["Instant"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    externalId: string;
                    location: {
                        locationId: number;
                        externalId: string;
                        name: string;
                    };
                    customer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    };
                    productName: string | null;
                    soldAt: components["schemas"]["Instant"];
                    renewal: {
                        /** @enum {string} */
                        cycle: "day" | "week" | "month" | "year" | "last_day_of_month";
                        every: number;
                        from: components["schemas"]["Instant"];
                        until: components["schemas"]["Instant"] | null;
                    } | null;
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
            teams: {
                asOf: components["schemas"]["Instant"];
                /** @description All that match, on this page and others. */
                total: number;
                nextCursor: string | null;
                readonly items: {
                    teamId: number;
                    externalId: string;
                    name: string;
                    hasMergedBilling: boolean;
                    payingCustomer: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    } | null;
                    readonly members: {
                        customerId: number;
                        externalId: string;
                        name: string;
                    }[];
                    /** @description Where the origin shows the record; null where that is not known. */
                    url: string | null;
                }[];
            };
        };
        /** @description A record of a network; instants are ISO 8601 with a zone. */
        Record: {
            name: string;
            /** @description IANA name, such as Europe/London. */
            timeZone: string;
            /** @default null */
            currency: string | null;
            createdAt: unknown;
            /** @constant */
            kind: "location";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            name: string;
            /** @default null */
            email: string | null;
            /** @default null */
            company: string | null;
            /** @default false */
            isSuspended: boolean;
            /** @default false */
            isArchived: boolean;
            /** @default null */
            updatedAt: unknown | null;
            /** @constant */
            kind: "customer";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            /** @description The id that the record has where it comes from. */
            locationExternalId: string;
            /** @description The id that the record has where it comes from. */
            customerExternalId: string;
            /** @default null */
            planName: string | null;
            /** @default null */
            price: string | null;
            createdAt: unknown;
            /** @default null */
            startsAt: unknown | null;
            /**
             * @description The contract is no longer there from this instant.
             * @default null
             */
            endsAt: unknown | null;
            /** @default null */
            updatedAt: unknown | null;
            /** @constant */
            kind: "contract";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            name: string;
            hasMergedBilling: boolean;
            /** @default null */
            payingCustomerExternalId: string | null;
            memberExternalIds: string[];
            /** @default null */
            updatedAt: unknown | null;
            /** @constant */
            kind: "team";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            /** @description The id that the record has where it comes from. */
            locationExternalId: string;
            /** @description The id that the record has where it comes from. */
            customerExternalId: string;
            madeAt: unknown;
            /**
             * @default made
             * @enum {string}
             */
            evidenceKind: "made" | "free" | "tentative";
            /** @default null */
            cancelledAt: unknown | null;
            /** @constant */
            kind: "booking";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            locationExternalIds: string[];
            /** @description The id that the record has where it comes from. */
            customerExternalId: string;
            issuedAt: unknown;
            /**
             * @default issued
             * @enum {string}
             */
            evidenceKind: "issued" | "zero_value" | "credited" | "tickets_only" | "draft" | "void" | "credit_note";
            /** @default null */
            updatedAt: unknown | null;
            /** @constant */
            kind: "customer_invoice";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            /** @description The id that the record has where it comes from. */
            locationExternalId: string;
            /** @description The id that the record has where it comes from. */
            customerExternalId: string;
            /** @default null */
            productName: string | null;
            soldAt: unknown;
            /**
             * @description Null for a product that was sold once.
             * @default null
             */
            renewal: {
                /** @enum {string} */
                cycle: "day" | "week" | "month" | "year" | "last_day_of_month";
                /** @default 1 */
                every: number;
                from: unknown;
                /**
                 * @description Excluded.
                 * @default null
                 */
                until: unknown | null;
            } | null;
            /** @constant */
            kind: "recurring_product";
            /** @description The id that the record has where it comes from. */
            externalId: string;
        } | {
            /** @constant */
            kind: "pause";
            /** @description The id that the record has where it comes from. */
            externalId: string;
            /** @description The id that the record has where it comes from. */
            contractExternalId: string;
            from: unknown;
            /** @default null */
            until: unknown | null;
        } | {
            /** @constant */
            kind: "platform_invoice";
            /** @description The id that the record has where it comes from. */
            externalId: string;
            /** @description The id that the record has where it comes from. */
            locationExternalId: string;
            /** @default null */
            number: string | null;
            cutOffAt: unknown;
        };
        /** @description What became of each record, in the order in which they were sent. */
        UpsertReport: {
            network: {
                networkId: number;
                name: string;
            };
            importId: number | null;
            recordedAt: components["schemas"]["Instant"];
            hasChanges: boolean;
            counts: {
                [key: string]: {
                    added: number;
                    changed: number;
                    unchanged: number;
                };
            };
            readonly records: {
                kind: string;
                externalId: string;
                /** @enum {string} */
                outcome: "added" | "changed" | "unchanged";
            }[];
        };
        SignIn: {
            /** @enum {string} */
            status: "signed_in" | "second_factor_needed";
        };
        Session: {
            sessionId: string;
            isCurrent: boolean;
            address: string | null;
            /** @description As the browser describes itself. */
            browser: string | null;
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
        };
        SuspensionsReport: {
            /** @description Names the change, to undo it; null where nothing changed. */
            changeId: number | null;
            at: components["schemas"]["Instant"];
            hasChanges: boolean;
            readonly customers: {
                customer: {
                    customerId: number;
                    externalId: string;
                    name: string;
                    isSuspended: boolean;
                };
                hasChanges: boolean;
            }[];
        };
        SuspensionPreview: {
            /** @description From when, and as of when it is counted. */
            at: components["schemas"]["Instant"];
            /** @description The customers that it would change; the others are so already. */
            changes: number;
            readonly locations: {
                location: {
                    locationId: number;
                    externalId: string;
                    name: string;
                };
                before: number;
                after: number;
                /** @description Who counts no longer, with the sources until then; also members of teams. */
                readonly stops: {
                    customerId: number;
                    externalId: string;
                    name: string;
                    readonly sources: components["schemas"]["Source"][];
                }[];
                /** @description Who counts from then on, with the sources. */
                readonly starts: {
                    customerId: number;
                    externalId: string;
                    name: string;
                    readonly sources: components["schemas"]["Source"][];
                }[];
                /** @description Who goes on counting, with the sources that remain. */
                readonly stays: {
                    customerId: number;
                    externalId: string;
                    name: string;
                    readonly sources: components["schemas"]["Source"][];
                }[];
            }[];
        };
        ProfileUpdated: {
            /** @description What was done, for the screen. */
            message: string;
            /** @description At least 2 letters of any script; spaces, hyphens and apostrophes between them. */
            firstName: string;
            /** @description At least 1 letter, and as the first name. */
            lastName: string;
        };
        EmailConfirmed: {
            /** @description What was done, for the screen. */
            message: string;
            email: string;
        };
        NewApiKey: {
            apiKeyId: number;
            name: string;
            /** @description The first letters, to recognise it. */
            prefix: string;
            readonly scopes: components["schemas"]["Right"][];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description To the minute. */
            lastUsedAt: components["schemas"]["Instant"] | null;
            /** @description Shown this once; only its hash is kept. */
            key: string;
        };
        InvitationSent: {
            invitationId: number;
            email: string;
            role: components["schemas"]["Role"];
            /** @description Null for the platform role. */
            networkId: number | null;
            /** @description Numbers of locations, or all of the network. */
            locationIds: "all" | number[];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            message: string;
            delivery: components["schemas"]["Delivery"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listNetworks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly networks: components["schemas"]["Network"][];
                        total: number;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putNetwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                network: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        networkId: number;
                        externalId: string;
                        name: string;
                        /** @enum {string} */
                        outcome: "added" | "changed" | "unchanged";
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRecordAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkAddresses"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRecordAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customer?: string;
                    contract?: string;
                    booking?: string;
                    customer_invoice?: string;
                    recurring_product?: string;
                    team?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkAddresses"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countActiveUsers: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveUserCount"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getActiveUserHistory: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
                /** @description Default 12. */
                months?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveUserHistory"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActiveUsers: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description `before`: in the window that a platform invoice at `as_of` itself closes; default `after`. */
                cut_off?: "after" | "before";
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network?: string;
                /** @description Only customers with at least one of these sources. */
                source?: components["schemas"]["SourceInput"][];
                /** @description Only customers with exactly one source: whichever, or one of those given. */
                only?: boolean;
                /** @description Part of a name, e-mail or company. */
                search?: string;
                /** @description Members have a contract at the location that stands at the instant, contacts have none. */
                kind?: "member" | "contact";
                /** @description Whether they are suspended at the instant. */
                suspended?: boolean;
                /** @description Whether they are archived at the instant. */
                archived?: boolean;
                /** @description Whether they count by nothing but disputable evidence. */
                disputable?: boolean;
                sort?: "name" | "source" | "since";
                /** @description Default asc; desc is the very reverse. */
                order?: "asc" | "desc";
                /** @description Rows a page; default 50. */
                limit?: number;
                /** @description The nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveUserPage"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainActiveUser: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description `before`: in the window that a platform invoice at `as_of` itself closes; default `after`. */
                cut_off?: "after" | "before";
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network?: string;
                /** @description Of the sentences; default English. */
                language?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                customer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkOverview"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportActiveUsers: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description `before`: in the window that a platform invoice at `as_of` itself closes; default `after`. */
                cut_off?: "after" | "before";
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network?: string;
                /** @description Only customers with at least one of these sources. */
                source?: components["schemas"]["SourceInput"][];
                /** @description Only customers with exactly one source: whichever, or one of those given. */
                only?: boolean;
                /** @description Part of a name, e-mail or company. */
                search?: string;
                /** @description Members have a contract at the location that stands at the instant, contacts have none. */
                kind?: "member" | "contact";
                /** @description Whether they are suspended at the instant. */
                suspended?: boolean;
                /** @description Whether they are archived at the instant. */
                archived?: boolean;
                /** @description Whether they count by nothing but disputable evidence. */
                disputable?: boolean;
                sort?: "name" | "source" | "since";
                /** @description Default asc; desc is the very reverse. */
                order?: "asc" | "desc";
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location: string;
                format: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportChosenActiveUsers: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description `before`: in the window that a platform invoice at `as_of` itself closes; default `after`. */
                cut_off?: "after" | "before";
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network?: string;
                /** @description Only customers with at least one of these sources. */
                source?: components["schemas"]["SourceInput"][];
                /** @description Only customers with exactly one source: whichever, or one of those given. */
                only?: boolean;
                /** @description Part of a name, e-mail or company. */
                search?: string;
                /** @description Members have a contract at the location that stands at the instant, contacts have none. */
                kind?: "member" | "contact";
                /** @description Whether they are suspended at the instant. */
                suspended?: boolean;
                /** @description Whether they are archived at the instant. */
                archived?: boolean;
                /** @description Whether they count by nothing but disputable evidence. */
                disputable?: boolean;
                sort?: "name" | "source" | "since";
                /** @description Default asc; desc is the very reverse. */
                order?: "asc" | "desc";
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location: string;
                format: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customers: string[];
                };
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLocations: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description Rows a page; default 50. */
                limit?: number;
                /** @description The nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["Instant"];
                        /** @description All that match, on this page and others. */
                        total: number;
                        nextCursor: string | null;
                        readonly items: components["schemas"]["Location"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLocation: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description The external id, or our id as `id:17`.
                 * @example id:17
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description IANA name, such as Europe/London. */
                    timeZone: string;
                    /** @default null */
                    currency?: string | null;
                    /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
                    createdAt: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description Rows a page; default 50. */
                limit?: number;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
                /** @description Part of a name, e-mail or company. */
                search?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["Instant"];
                        /** @description All that match, on this page and others. */
                        total: number;
                        nextCursor: string | null;
                        readonly items: components["schemas"]["Customer"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description The external id, or our id as `id:17`.
                 * @example id:17
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerProfile"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default null */
                    email?: string | null;
                    /** @default null */
                    company?: string | null;
                    /** @default false */
                    isSuspended?: boolean;
                    /** @default false */
                    isArchived?: boolean;
                    updatedAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTeams: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description Rows a page; default 50. */
                limit?: number;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                customer?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["Instant"];
                        /** @description All that match, on this page and others. */
                        total: number;
                        nextCursor: string | null;
                        readonly items: components["schemas"]["Team"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTeam: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description The external id, or our id as `id:17`.
                 * @example id:17
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    hasMergedBilling: boolean;
                    /** @default null */
                    payingCustomerExternalId?: string | null;
                    memberExternalIds: string[];
                    updatedAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContracts: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description Rows a page; default 50. */
                limit?: number;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                customer?: string;
                /** @description Default standing. */
                state?: "standing" | "ended" | "all";
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["Instant"];
                        /** @description All that match, on this page and others. */
                        total: number;
                        nextCursor: string | null;
                        readonly items: components["schemas"]["Contract"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContract: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id that the record has where it comes from. */
                    locationExternalId: string;
                    /** @description The id that the record has where it comes from. */
                    customerExternalId: string;
                    /** @default null */
                    planName?: string | null;
                    /** @default null */
                    price?: string | null;
                    /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
                    createdAt: string;
                    startsAt?: string | null;
                    /** @description The contract is no longer there from this instant. */
                    endsAt?: string | null;
                    updatedAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description Rows a page; default 50. */
                limit?: number;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                customer?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["Instant"];
                        /** @description All that match, on this page and others. */
                        total: number;
                        nextCursor: string | null;
                        readonly items: components["schemas"]["Booking"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id that the record has where it comes from. */
                    locationExternalId: string;
                    /** @description The id that the record has where it comes from. */
                    customerExternalId: string;
                    /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
                    madeAt: string;
                    /**
                     * @default made
                     * @enum {string}
                     */
                    evidenceKind?: "made" | "free" | "tentative";
                    cancelledAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomerInvoices: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description Rows a page; default 50. */
                limit?: number;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                customer?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["Instant"];
                        /** @description All that match, on this page and others. */
                        total: number;
                        nextCursor: string | null;
                        readonly items: components["schemas"]["CustomerInvoice"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomerInvoice: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerInvoice"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCustomerInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    locationExternalIds: string[];
                    /** @description The id that the record has where it comes from. */
                    customerExternalId: string;
                    /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
                    issuedAt: string;
                    /**
                     * @default issued
                     * @enum {string}
                     */
                    evidenceKind?: "issued" | "zero_value" | "credited" | "tickets_only" | "draft" | "void" | "credit_note";
                    updatedAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecurringProducts: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description Rows a page; default 50. */
                limit?: number;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                customer?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["Instant"];
                        /** @description All that match, on this page and others. */
                        total: number;
                        nextCursor: string | null;
                        readonly items: components["schemas"]["RecurringProduct"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRecurringProduct: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringProduct"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRecurringProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id that the record has where it comes from. */
                    locationExternalId: string;
                    /** @description The id that the record has where it comes from. */
                    customerExternalId: string;
                    /** @default null */
                    productName?: string | null;
                    /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
                    soldAt: string;
                    /** @description Null for a product that was sold once. */
                    renewal?: {
                        /** @enum {string} */
                        cycle: "day" | "week" | "month" | "year" | "last_day_of_month";
                        /** @default 1 */
                        every?: number;
                        /** @description ISO 8601 with a zone, or a day (00:00 UTC). */
                        from: string;
                        /** @description Excluded. */
                        until?: string | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upsertRecords: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    records: components["schemas"]["RecordInput"][];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description The external id, or our id as `id:17`.
                 * @example id:17
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Default now; not in the future. */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description The external id, or our id as `id:17`.
                 * @example id:17
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Default now; not in the future. */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Default now. */
                    endsAt?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        externalId: string;
                        endsAt: components["schemas"]["Instant"];
                        hasChanges: boolean;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Default now; not in the future. */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        externalId: string;
                        cancelledAt: components["schemas"]["Instant"];
                        hasChanges: boolean;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customers: string[];
                    /** @description Default now; not in the future. */
                    at?: string;
                    /**
                     * @description Default suspend.
                     * @enum {string}
                     */
                    verb?: "suspend" | "resume";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionPreview"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendCustomers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customers: string[];
                    /** @description Default now; not in the future. */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionsReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeCustomers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customers: string[];
                    /** @description Default now; not in the future. */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionsReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoSuspension: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by you: the same request under the same key is done once, and answered the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                change: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeId: number;
                        readonly customers: {
                            customerId: number;
                            externalId: string;
                            name: string;
                            isSuspended: boolean;
                        }[];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network?: string;
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        readonly runs: components["schemas"]["ImportRun"][];
                        nextBefore: number | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query: {
                kind: "nexudus" | "cobot" | "csv";
                /**
                 * @description The network of the records, or the name of a new one.
                 * @example Harbour Loft
                 */
                network?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRun"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startDemoNetwork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Default 3. */
                    locations?: number;
                    /** @description Default 240. */
                    customers?: number;
                    /** @description The same seed makes the same network. */
                    seed?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRun"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRun"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCsvTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly templates: {
                            file: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description password: e-mail and password. token: with a code, only tokens are kept. basic: sent each time.
                     * @enum {string}
                     */
                    kind: "password" | "token" | "basic";
                    email: string;
                    password: string;
                    /** @description Of the second factor. */
                    code?: string;
                    /** @description Default https://spaces.nexudus.com/api. */
                    baseUrl?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountCheck"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly connections: components["schemas"]["Connection"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connectAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description password: e-mail and password. token: with a code, only tokens are kept. basic: sent each time.
                     * @enum {string}
                     */
                    kind: "password" | "token" | "basic";
                    email: string;
                    password: string;
                    /** @description Of the second factor. */
                    code?: string;
                    /** @description Default https://spaces.nexudus.com/api. */
                    baseUrl?: string;
                    networkName?: string;
                    webhookSecret?: string;
                    /** @description 0 for never; default 15. */
                    syncEveryMinutes?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disconnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 0 for never by schedule. */
                    syncEveryMinutes?: number;
                    /** @description Empty for none. */
                    webhookSecret?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reenterCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description password: e-mail and password. token: with a code, only tokens are kept. basic: sent each time.
                     * @enum {string}
                     */
                    kind: "password" | "token" | "basic";
                    email: string;
                    password: string;
                    /** @description Of the second factor. */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchConnectionLocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: number;
                /** @description External id. */
                location: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isOn: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSyncs: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                connection: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly syncs: components["schemas"]["SyncRun"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Read everything; default once a day. */
                    full?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: number;
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                action?: string;
                operatorId?: string;
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        readonly entries: components["schemas"]["AuditEntry"][];
                        /** @description For the next page: entries before this number. */
                        nextBefore: number | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlatformAuditEntries: {
        parameters: {
            query?: {
                action?: string;
                operatorId?: string;
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        readonly entries: components["schemas"]["AuditEntry"][];
                        /** @description For the next page: entries before this number. */
                        nextBefore: number | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAuditLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdict"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPricePlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly pricePlans: components["schemas"]["PricePlanListed"][];
                        total: number;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPricePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    plan: components["schemas"]["PricePlanInput"];
                    /** @description Default: a first version since ever, a later one from now. */
                    validFrom?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricePlanSaved"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or exact name. */
                pricePlan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pricePlanId: number;
                        name: string;
                        /** @description The version that holds now. */
                        current: components["schemas"]["PricePlanVersion"] | null;
                        /** @description The newest first. */
                        readonly versions: components["schemas"]["PricePlanVersion"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revisePricePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or exact name. */
                pricePlan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    plan: components["schemas"]["PricePlanInput"];
                    /** @description Default: a first version since ever, a later one from now. */
                    validFrom?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricePlanSaved"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignPricePlanToMany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or exact name. */
                pricePlan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    locations: string[];
                    addOns?: components["schemas"]["AddOnUnitsInput"];
                    /** @description Default now. */
                    from?: string;
                    /** @description Tells what would change and changes nothing. */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignedToMany"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPrice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    plan: components["schemas"]["PricePlanInput"];
                    count: number;
                    addOns?: components["schemas"]["AddOnUnitsInput"];
                    /** @description The last number of the curve. */
                    upTo?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge: components["schemas"]["Charge"];
                        curve: {
                            readonly points: {
                                count: number;
                                totalMinor: number;
                            }[];
                            /** @description Where one more active user makes the total fall. */
                            readonly cliffs: number[];
                        } | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLocationBilling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationBilling"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignPricePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or exact name; null for none. */
                    pricePlan: string | null;
                    addOns?: components["schemas"]["AddOnUnitsInput"];
                    /** @description Default now. */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null for none from then on. */
                        pricePlanId: number | null;
                        addOns: components["schemas"]["AddOnUnits"];
                        from: components["schemas"]["Instant"];
                        locationId: number;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setBillingAnchor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A day, such as 2026-01-31; in shorter months the last. */
                    startsOn: string;
                    /** @description On the location’s clock; default 00:00. */
                    localTime?: string;
                    /**
                     * @description Default month.
                     * @enum {string}
                     */
                    every?: "month" | "quarter" | "year";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The day of the first cut-off at the location. */
                        startsOn: string;
                        /** @description On the location’s clock. */
                        localTime: string;
                        /** @enum {string} */
                        every: "month" | "quarter" | "year";
                        locationId: number;
                        hasChanges: boolean;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlatformInvoices: {
        parameters: {
            query?: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
                /** @description Numbers below this one. */
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        readonly items: components["schemas"]["PlatformInvoiceListed"][];
                        nextBefore: number | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlatformInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Name of the network, as it is now. */
                        network: string;
                        invoice: components["schemas"]["PlatformInvoice"];
                        hash: string;
                        void: components["schemas"]["PlatformInvoiceVoid"] | null;
                        readonly creditNotes: components["schemas"]["CreditNote"][];
                        /** @description What was agreed about it, for later invoices. */
                        readonly supplements: components["schemas"]["Supplement"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvoicedUsers: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description Only customers with at least one of these sources. */
                source?: components["schemas"]["SourceInput"][];
                /** @description Part of a name, e-mail or company. */
                search?: string;
                /**
                 * @description One customer alone.
                 * @example Harbour Loft
                 */
                customer?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        total: number;
                        readonly items: components["schemas"]["InvoicedUser"][];
                        nextOffset: number | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    voidPlatformInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Told with it for ever. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        voidedAt: components["schemas"]["Instant"];
                        hash: string;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    creditPlatformInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Told with it for ever. */
                    reason: string;
                    /** @description Before tax, such as 12.50; default all that is left. */
                    amount?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "credit_note";
                        number: number;
                        about: number;
                        reason: string;
                        readonly lines: components["schemas"]["ChargeLine"][];
                        networkId: number;
                        /** @description Its place in the chain of its network. */
                        entryNumber: number;
                        previousHash: string;
                        issuedAt: components["schemas"]["Instant"];
                        location: {
                            locationId: number;
                            externalId: string;
                            name: string;
                            timeZone: string;
                        };
                        cutOffAt: components["schemas"]["Instant"];
                        edition: number;
                        activeUsers: number;
                        currency: string;
                        /** @description Decimals of the currency. */
                        digits: number;
                        /** @description Whole minor units. */
                        totalMinor: number;
                        netMinor: number;
                        taxMinor: number;
                        hash: string;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportProofPack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofPack"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlatformKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Ed25519, in base64url. */
                        publicKey: string;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyPlatformInvoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceVerdict"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBills: {
        parameters: {
            query?: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        /** @description The newest first. */
                        readonly items: components["schemas"]["BillListed"][];
                        nextOffset: number | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBillAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /** @description External id, or the number that the platform gave it. */
                bill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillAudit"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auditBill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /** @description External id, or the number that the platform gave it. */
                bill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditQuestionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillAudit"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportBillProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /** @description External id, or the number that the platform gave it. */
                bill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditQuestionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillProof"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inferPricePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferredPricePlan"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIssueRuns: {
        parameters: {
            query?: {
                /**
                 * @description Only runs for this network alone.
                 * @example Harbour Loft
                 */
                network?: string;
                /** @description Runs before this one. */
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        readonly runs: components["schemas"]["IssueRun"][];
                        nextBefore: number | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startIssueRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Only this network; default all.
                     * @example Harbour Loft
                     */
                    network?: string;
                    /**
                     * @description Only this location.
                     * @example Harbour Loft
                     */
                    location?: string;
                    /** @description Only this cut-off; not in the future. */
                    cutOff?: string;
                    /** @description Works everything out and keeps nothing. */
                    dryRun?: boolean;
                    /** @description The dry run that is confirmed. */
                    preview?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueRun"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIssueRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueRunDetails"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconcilePlatformInvoice: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                /** @description The number of another invoice of the location, instead of an instant. */
                against?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdjustments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustments"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSupplements: {
        parameters: {
            query?: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location?: string;
                state?: components["schemas"]["SupplementStateInput"];
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly items: components["schemas"]["Supplement"][];
                        total: number;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreeSupplement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Told with it for ever. */
                    reason: string;
                    /** @description What is expected before tax; refused where it comes to something else by now. */
                    netMinor?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supplement"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawSupplement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                supplement: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Told with it for ever. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supplement"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadPlatformInvoice: {
        parameters: {
            query?: {
                /** @description Default A4. */
                paper?: "A4" | "Letter";
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportInvoicedUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
                format: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportReconciliation: {
        parameters: {
            query?: {
                /** @description The instant that is asked about; default now. */
                as_of?: string;
                against?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                number: number;
                format: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forecastPlatformInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                location: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Customers who are suspended. */
                    suspend?: string[];
                    /** @description Contracts that are cancelled, by external id. */
                    cancelContracts?: string[];
                    /** @description Customers who leave all their teams. */
                    leaveTeams?: string[];
                    /** @description Customers who have no records at the location at all. */
                    without?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArticles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly articles: components["schemas"]["ArticleTitle"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an article in its address.
                 * @example active-users-count
                 */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPassages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly passages: components["schemas"]["Passage"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an article in its address.
                 * @example active-users-count
                 */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        feedback: components["schemas"]["Feedback"] | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an article in its address.
                 * @example active-users-count
                 */
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isHelpful: boolean;
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        feedback: components["schemas"]["Feedback"];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    search: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHelpReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpReport"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    needsFirstOperator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isNeeded: boolean;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createFirstOperator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    firstName: string;
                    lastName: string;
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        readonly sessions: components["schemas"]["Session"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifySecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: password */
                    password: string;
                    email?: string;
                    firstName?: string;
                    lastName?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordVerdict"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: password */
                    currentPassword: string;
                    /** Format: password */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind # in the link. */
                    token: string;
                    /** Format: password */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccount"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At least 2 letters of any script; spaces, hyphens and apostrophes between them. */
                    firstName: string;
                    /** @description At least 1 letter, and as the first name. */
                    lastName: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileUpdated"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind # in the link. */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailConfirmed"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description otpauth://…, for an authenticator app. */
                        uri: string;
                        /** @description Shown once; each signs in once where the app is lost. */
                        readonly recoveryCodes: string[];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown once; each signs in once where the app is lost. */
                        readonly recoveryCodes: string[];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        readonly apiKeys: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it is for. */
                    name: string;
                    scopes: components["schemas"]["RightInput"][];
                    /** @default 90 */
                    expiresInDays?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKey: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOperators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        readonly operators: components["schemas"]["Operator"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operator: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role: components["schemas"]["NetworkRoleInput"];
                    /** @description Absent for all. An owner always has all. */
                    locations?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operator: string;
                /**
                 * @description Our id, the external id, or the exact name.
                 * @example Harbour Loft
                 */
                network: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operator: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isPlatform: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDisabled: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operator: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isDisabled: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operator: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        readonly invitations: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    role: components["schemas"]["RoleInput"];
                    /**
                     * @description Absent for the platform role only.
                     * @example Harbour Loft
                     */
                    network?: string;
                    /** @description Absent for all. An owner always has all. */
                    locations?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationSent"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind # in the link. */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationSeen"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind # in the link. */
                    token: string;
                    account?: {
                        firstName: string;
                        lastName: string;
                        /** Format: password */
                        password: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describeAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: Headcount answers by itself, and sends nothing. */
                        model: components["schemas"]["LanguageModel"] | null;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    question: string;
                    /** @description Goes on with it; without one, a new one begins. */
                    conversationId?: number;
                    /** @description The location that you look at. */
                    locationId?: number;
                    /**
                     * @description Default that of the question.
                     * @enum {string}
                     */
                    language?: "en" | "de";
                };
            };
        };
        responses: {
            /** @description The answer, or the events that bring it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answered"];
                    "text/event-stream": string;
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly conversations: components["schemas"]["ConversationListed"][];
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isDeleted: boolean;
                    };
                };
            };
            /** @description Why it failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
