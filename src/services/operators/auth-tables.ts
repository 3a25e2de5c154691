/** The auth library's models under the names of our tables and columns. */

export const LIBRARY_TABLES = {
  user: {
    modelName: 'operators',
    fields: {
      name: 'first_name',
      emailVerified: 'is_email_confirmed',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    additionalFields: {
      lastName: { type: 'string', fieldName: 'last_name', required: true },
      isPlatform: { type: 'boolean', fieldName: 'is_platform', required: true, input: false },
    },
  },
  session: {
    modelName: 'operator_sessions',
    fields: {
      userId: 'operator_id',
      ipAddress: 'address',
      userAgent: 'browser',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      expiresAt: 'expires_at',
    },
  },
  account: {
    modelName: 'operator_accounts',
    fields: {
      userId: 'operator_id',
      providerId: 'provider',
      accountId: 'provider_account',
      password: 'password_hash',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'operator_verifications',
    fields: { createdAt: 'created_at', updatedAt: 'updated_at', expiresAt: 'expires_at' },
  },
} as const

export const SECOND_FACTOR_TABLE = {
  user: { fields: { twoFactorEnabled: 'has_second_factor' } },
  twoFactor: {
    modelName: 'operator_two_factors',
    fields: {
      userId: 'operator_id',
      backupCodes: 'recovery_codes',
      verified: 'is_confirmed',
      failedVerificationCount: 'failure_count',
      lockedUntil: 'locked_until',
    },
  },
} as const
