/**
 * What people ask Headcount, some sentences for each intent. A question is likened to them by meaning, with
 * *Riverside* in the place of a location and *Jane Doe* in that of a customer.
 */
import type { Intent } from '#assistant/answer'

const ASKED: Partial<Readonly<Record<Intent, string>>> = {
  count: `
How many active users does Riverside have?
What is the number at Riverside right now?
How many people are we at for Riverside today?
How many people count at Riverside?
How many active users do we have in total?
What is our headcount over all locations?
How many different customers do all our spaces have together?
How many active users did Riverside have in October?
How did Riverside stand at the end of August?
How many people in total across the business?
What was the figure of Riverside back in May?
How many were active at Riverside a year ago?
Riverside last month?
Number of active users at Riverside on 3 March
Riverside headcount
How many count by a booking at Riverside?
How many people at Riverside are counted because of an invoice?
How many have a contract at Riverside?
How many count through a team at Riverside?
How many suspended customers count at Riverside?
How many members does Riverside have?
How many contacts without a contract count at Riverside?
How many disputable ones are there at Riverside?
Give me the current count per location
Total active users, please
What do all locations add up to?
How big is Riverside at the moment?
Do we have more than fifty active users at Riverside?
How many booked something at Riverside since the last invoice?
`,
  only_because: `
How many at Riverside count only because of a booking?
How many people have nothing but a contract at Riverside?
How many would not count at Riverside without their invoice?
How many are counted by a single source at Riverside?
How many count solely through a recurring product?
`,
  list: `
Who counts at Riverside?
List the active users of Riverside
List all active users
Who are our active users now?
Show me everyone who is counted at Riverside
Give me the names of the people we pay for at Riverside
Who counts by a contract at Riverside?
Who is in at Riverside through a team?
Which customers at Riverside count only because of a booking?
Which suspended customers still count at Riverside?
Show the disputable ones at Riverside
Which contacts count at Riverside?
Who counts without a contract at Riverside?
Which members are counted at Riverside?
Who has a free contract at Riverside?
Who would drop out if it were not for a booking at Riverside?
Who was counted at Riverside in September?
Who booked at Riverside this month?
Who got an invoice at Riverside?
Names please, Riverside, bookings only
Who are they?
Who are the people behind the number at Riverside?
`,
  explain: `
Why does Jane Doe count at Riverside?
Why isn't Jane Doe counted?
Jane Doe, why?
Is Jane Doe an active user?
Does Jane Doe count at Riverside?
Explain Jane Doe
Jane Doe left long ago, why is Jane Doe still counted?
What is Jane Doe doing on our list?
Why are we paying for Jane Doe?
Why am I charged for Jane Doe?
How come Jane Doe is on the bill?
What is the reason that Jane Doe is counted?
What would it take for Jane Doe to count?
Until when does Jane Doe count?
When does Jane Doe stop counting?
Did Jane Doe count in October?
Since when is Jane Doe an active user?
Which record makes Jane Doe count?
Where does Jane Doe count?
Show me the evidence for Jane Doe
I do not understand why Jane Doe is missing
How can we stop paying for Jane Doe?
What contracts and bookings does Jane Doe have?
Tell me about Jane Doe
`,
  difference: `
Why was October higher than now at Riverside?
Why is the invoice of Riverside higher than the panel?
Why does the bill say more people than I see at Riverside?
What has changed at Riverside since the last invoice?
What changed since last month at Riverside?
Who is new at Riverside since the last invoice?
Who came and who went at Riverside?
Who joined and who left since last month?
Who dropped off at Riverside since the invoice?
Who left the count at Riverside?
Who vanished from the list of Riverside after the invoice?
Who no longer counts at Riverside that was on the invoice?
Why did the number of Riverside go down?
Why do we have fewer active users at Riverside than in September?
Has the count of Riverside grown compared with last month?
Compare the last two invoices of Riverside
Difference between the invoice and the count at Riverside
The panel shows less than what we were billed, why?
Where did all those people go since the last invoice?
How did Riverside develop since June?
Is Riverside up or down on October?
`,
  forecast: `
What will the next invoice of Riverside be?
Forecast for Riverside
What is coming up on the next bill of Riverside?
How many active users will Riverside have at the next cut-off?
What will we be billed next time?
How much will the next invoice be?
Will Riverside be cheaper next month?
What do you expect for Riverside at the end of the month?
When is the next invoice of Riverside due?
When is the next cut-off?
Where will Riverside end up next month?
Predict our next bill
How much do we have to pay next month?
`,
  what_if: `
What if we suspend Jane Doe?
What if we suspend everyone with only a contract at Riverside?
How much would we save if Jane Doe were suspended?
What would we save by suspending idle members at Riverside?
What happens to the count if I suspend Jane Doe?
Would the number shrink if we archived Jane Doe?
What if Jane Doe cancels the contract?
What if Jane Doe leaves the team?
Suppose Jane Doe quit the membership, what would the bill be?
Would the number drop without Jane Doe?
If we lost Jane Doe, what would the next invoice be?
Suppose all who did nothing for 90 days at Riverside were suspended
What would the bill of Riverside be without Jane Doe?
Is it worth suspending the inactive ones at Riverside?
Effect of suspending Jane Doe
`,
  price: `
What does Riverside cost?
How much do we pay for Riverside?
What is our current price per active user?
Which price plan is Riverside on?
What would 120 active users cost at Riverside?
How expensive is Riverside at the moment?
What does one more active user cost at Riverside?
How much are we charged altogether?
What are we paying in total for all locations?
Cost of Riverside now
What is our plan?
`,
  compare: `
Which location has the most active users?
Which location is the largest?
Which of our spaces has the fewest?
Compare Riverside and Hilltop
Rank the locations by active users
Riverside versus Hilltop
Which location costs the most?
Where do we have the most active users?
How does Riverside compare with the other locations?
Which site has the most bookings?
Where do we have the fewest people?
How many at Riverside and Hilltop together?
How did the number of Riverside develop over the last twelve months?
Show the trend of Riverside
Which month had the most active users at Riverside?
When was the count of Riverside at its highest?
Active users of Riverside month by month
Has Riverside grown over the year?
`,
  audit: `
Was the last bill of Riverside correct?
Is our bill right?
Is the last bill of the platform for Riverside correct?
Did the platform charge us too much?
Were we overcharged at Riverside?
Does the bill agree with your count?
Check the bill of Riverside
Audit the bill P-10233
Which of our bills are wrong?
Show the bills of Riverside with their differences
Has anybody been billed wrongly at Riverside?
Did they overbill us?
How many people too many did they bill us at Riverside?
How much was the last bill of Riverside?
What was on the bill for October?
`,
  rule: `
Do suspended customers count?
Does a free booking count?
If somebody cancels a booking, does he still count?
Is a person with a day pass or a check-in an active user?
If I suspend somebody who booked last week, do I still pay for him?
Someone only bought an event ticket, are we charged for that?
If the company pays for its staff, who counts?
Who is considered an active user?
What is an active user?
What is the window, and when does it begin?
What does disputable mean?
When does a contract stop counting?
How are recurring products counted?
What happens after a platform invoice?
How does merged billing work?
A record came in late, what happens with the invoice?
How are we charged, and how is the price worked out?
How are amounts rounded, and is tax included?
What are tiers of a price plan?
What is a base fee?
Is tax added to the invoice?
How does the forecast work, and what is not in it?
How can I check whether the platform billed us correctly?
What do the reasons of a difference mean?
Is it normal that the number drops after an invoice?
What is needed to audit a bill?
Does a draft or void invoice make somebody count?
How do I import records, and which files and columns are needed?
How do I connect our Nexudus account, and how often does it sync?
How do webhooks work?
How do I export the list to Excel?
What is a proof pack, and how is it verified?
How can an auditor check our invoices independently?
What happens if the same file is imported twice?
My account is locked after wrong passwords
Does Headcount write anything back into Nexudus?
Is a paused or frozen contract counted?
Do visitors who sign in at the reception count?
Somebody was suspended in the middle of the month, is he counted?
May a location manager see other locations?
How do I invite a colleague?
What is a cut-off or a billing anchor?
What is the difference between a member and a contact?
When do I need a credit note, a supplement or an adjustment?
Can I undo a suspension?
Is the data safe, and where is it stored?
Can an import be undone?
How long does an import take, and what if it fails?
What does it mean that a customer is archived?
How do I change my password, and how long is the link valid?
How do I turn on two-factor authentication?
Which role may suspend customers or import records?
Who is allowed to suspend customers?
What can a viewer do, and who may invite colleagues?
How do I make an API key, and which scopes are there?
How long is an API key valid?
How do I use the command line?
How do I configure MCP for Claude?
Which data does the language model get to see?
How do I install and start the server, and which settings are there?
How do I back up and restore the database?
Does it work with PostgreSQL?
How do I update to a new version?
Is what happened in the last period still counted?
Does a person count twice who uses two locations?
Somebody was invoiced by mistake and credited, does he count?
What happens if I disconnect the account?
Can two people use the same login?
Why are there more people on the bill than in the panel in general?
Who may read the audit log?
Which role is needed to read the audit log?
A customer bought a product once, does that make him active?
A team has no merged billing, do its members count?
`,
  where: `
Where do I import records?
Where can I change my password?
Where do I find our invoices?
On which page are the active users?
Where is the audit log?
Where do I upload a CSV file?
Where can I invite a colleague?
In which menu is the forecast?
How do I get to the bill audit?
Where do I see whether the bills are correct?
Take me to the settings of my account
`,
  change: `
Suspend Jane Doe
Please delete all bookings of Riverside
Cancel the contract of Jane Doe
Archive everyone who did nothing
Invite a new operator
Change our price plan
Void the last invoice
Import this file for me
Remove Jane Doe from the list
Get rid of the contract of Jane Doe
Rename Riverside
Give a colleague another role
`,
  help: `
What can you do?
What can I ask you?
Who are you?
How can you help me?
Give me some examples of questions
`,
}

export const ASKED_LINES: readonly { readonly intent: Intent; readonly text: string }[] = Object.entries(
  ASKED,
).flatMap(([intent, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((text) => ({ intent: intent as Intent, text })),
)

export const ASKED_INTENTS: readonly Intent[] = [...new Set(ASKED_LINES.map(({ intent }) => intent))]
