/** Every text of the panel in English; the other languages have the same keys. */
export const en = {
  common: {
    loading: 'Loading',
    language: 'Language',
    backToSignIn: 'Back to sign-in',
    toPanel: 'To the overview',
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    copy: 'Copy',
    copied: 'Copied',
    search: 'Search',
    none: 'None',
    unknown: 'Unknown',
    skip: 'Skip to the page',
    menu: 'Menu',
    more: 'Show more',
    total: 'Total',
  },
  entry: { claim: 'Who counts, why, and the evidence for it.' },
  fields: {
    email: 'E-mail',
    password: 'Password',
    newPassword: 'New password',
    currentPassword: 'Current password',
    firstName: 'First name',
    lastName: 'Last name',
    showPassword: 'Show or hide the password',
    passwordRule: 'At least 10 characters, hard to guess. Several unusual words are good.',
    passwordGood: 'Good: hard to guess.',
    passwordStrong: 'Very good: very hard to guess.',
    passwordFault: 'It {{fault}}.',
    fault: '{{label}} {{fault}}.',
  },
  signIn: {
    title: 'Sign in to Headcount',
    submit: 'Sign in',
    forgotten: 'Forgotten your password?',
    note: {
      password_changed:
        'Your password was changed and you are signed out everywhere. Sign in with the new one.',
      password_set: 'Your password was set. Sign in with it.',
    },
  },
  secondFactor: {
    title: 'Second factor',
    ask: 'Enter the code that your authenticator app shows.',
    code: 'Code',
    recoveryHint: 'Without the app, a recovery code works once.',
    submit: 'Continue',
    back: 'Sign in as somebody else',
  },
  forgottenPassword: {
    title: 'Forgotten your password?',
    about: 'Give your e-mail, and you get a link to set a new password.',
    submit: 'Send the link',
    sent: {
      email: 'If an operator has this e-mail, a link was sent to it. It works for an hour.',
      log: 'No mail server is set up. If an operator has this e-mail, the link stands in the log of the server.',
    },
  },
  resetPassword: {
    title: 'Set a new password',
    about: 'You are signed out everywhere when it is set.',
    submit: 'Set the password',
    another: 'Ask for another link',
  },
  confirmEmail: {
    title: 'Confirm your new e-mail',
    about: 'You sign in with this address once it is confirmed.',
    submit: 'Confirm the e-mail',
    done: 'You sign in with {{email}} from now on.',
  },
  invitation: {
    title: 'You are invited to Headcount',
    offer: '{{email}} is invited to {{network}} as {{role}}.',
    offerPlatform: '{{email}} is invited as {{role}}, for every network.',
    accept: 'Accept the invitation',
    acceptNew: 'Accept and sign in',
  },
  firstRun: {
    title: 'Welcome to Headcount',
    about: 'Nobody uses this server yet. You are its first operator, with every right.',
    submit: 'Create the operator',
  },
  roles: {
    platform: { name: 'platform operator', about: 'Everything, in every network.' },
    network_owner: { name: 'network owner', about: 'Everything in one network.' },
    location_manager: {
      name: 'location manager',
      about: 'Sees counts, corrects records and suspends customers.',
    },
    viewer: { name: 'viewer', about: 'Sees counts and the records behind them.' },
  },
  notFound: {
    title: 'There is no such page',
    about: 'The address may be mistyped, or what it names is not yours to see.',
  },
  problems: {
    retry: 'Try again',
    requestId: 'Request',
    known: {
      UNREACHABLE: {
        detail: 'The server does not answer.',
        next: 'Check your connection, then try again.',
      },
      UNREADABLE: {
        detail: 'The answer of the server cannot be read.',
        next: 'Try again; if it happens again, report the request id.',
      },
      UNEXPECTED: { detail: 'This page failed.', next: 'Load it again.' },
      SIGN_IN_FAILED: {
        detail: 'E-mail or password is wrong.',
        next: 'Check both, or ask for a new password.',
      },
      SIGN_IN_LOCKED: {
        detail: 'Too many tries with this e-mail.',
        next: 'Wait 15 minutes after the last try, or set a new password by a link.',
      },
      SECOND_FACTOR_WRONG: {
        detail: 'That code is wrong.',
        next: 'Give the newest code of the app, or a recovery code that was not used yet.',
      },
      SECOND_FACTOR_EXPIRED: {
        detail: 'That took too long.',
        next: 'Sign in again with e-mail and password.',
      },
      LINK_INVALID: {
        detail: 'This link does not work, or does not work any more.',
        next: 'A link works once and for a while: ask for a new one.',
      },
      PASSWORD_WRONG: {
        detail: 'That is not your password.',
        next: 'Give the password that you sign in with.',
      },
      FORBIDDEN: {
        detail: 'Your role does not allow this.',
        next: 'Ask an owner of the network for a role that does.',
      },
      TOO_MANY_REQUESTS: {
        detail: 'Too many requests in a short time.',
        next: 'Wait a minute, then try again.',
      },
      OVERLOADED: { detail: 'The server has too much to do.', next: 'Wait a moment, then try again.' },
      INTERNAL: {
        detail: 'Something went wrong inside Headcount. Nothing was half done.',
        next: 'Try again; if it happens again, report the request id.',
      },
    },
  },
} as const
