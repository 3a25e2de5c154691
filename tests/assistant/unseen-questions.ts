/** Questions in and out of scope, written before the first rule of scope, which was tuned by others of their kind. */
export const IN_SCOPE = `
count      | =count Brickline           | Number of active users in Brickline, please
count      | =sum                       | What's the overall headcount of the network?
count      | =count Harbour_Loft contract | how many active users have a contract at Harbour Loft
count      | =month Brickline 2026-09   | Brickline in September, how many were counted?
count      | =count Harbour_Loft booking | Wie viele aktive Nutzer zählen bei Harbour Loft wegen einer Buchung?
only_because | =only Brickline booking  | Wie viele zählen bei Brickline ausschließlich durch Buchungen?
list       | =only Brickline contract   | Who at Brickline counts only by a contract?
list       | =list Brickline            | Zeige alle, die bei Brickline zählen
explain    | Kit Moss                   | Why do we not pay for Kit Moss?
explain    | Nora Penrose               | Does Nora Penrose count at Harbour Loft?
explain    | Marcus Bright              | Warum ist Marcus Bright ein aktiver Nutzer?
difference | Harbour Loft               | What is different at Harbour Loft compared with last month?
forecast   | Tile House                 | What can we expect on the next invoice for Tile House?
what_if    | Suspending                 | What would happen if we suspended Kit Moss?
price      | Brickline                  | What is the price at Brickline?
compare    | Tile House                 | Which of our locations has most active users?
rule       | archived                   | Does archiving a customer stop us from paying for him?
rule       | invoice                    | Does a customer invoice of zero make somebody count?
rule       | window                     | What is the window?
rule       | csv                        | Can I import from CSV files?
rule       | backup                     | How do I back up the data?
rule       | API                        | How can I get an API key?
rule       | forecast                   | How is the forecast worked out?
rule       | late                       | What happens with records that arrive late?
rule       | recurring                  | Do recurring products count?
rule       | suspended                  | Wann zählt ein gesperrter Kunde trotzdem?
rule       | invoice                    | Zählt jemand, der eine Kundenrechnung bekommen hat?
where      | Imports                    | Where can I upload an export?
where      | Active users               | Where can I see the active users?
change     | I change nothing           | Cancel Ada Quill's contract
rule       | CSV                        | Kann ich CSV-Dateien importieren?
rule       | credit                     | When do I need a credit note?
`

export const OUT_OF_SCOPE = `
Can I cancel my gym membership?
Who won the world cup?
book a flight
How do I plan a birthday party?
Can you recommend a book about teams?
Which products should I buy for my kitchen?
How do I pay my electricity bill?
What rooms does the Hilton have free tonight?
How many people live in Portugal?
What if the moon disappeared?
How do I get my team to like me?
What tax rate applies to small companies in Spain?
Where can I buy concert tickets?
What's the price of gold?
Compare iPhone and Android
Give me a forecast for the stock market
Book me a table for two tonight
How do I reset the password of my Wi-Fi router?
How do I write an invoice in Word?
Which subscription is cheaper, Spotify or Apple Music?
Kann ich meinen Handyvertrag kündigen?
Wer hat die Bundesliga gewonnen?
Buche mir einen Flug nach Rom
Wie viele Einwohner hat Hamburg?
Was kostet ein neues Auto?
Wie bezahle ich meine Stromrechnung?
Zeig mir günstige Hotels
Was sind die Regeln von Schach?
Wo finde ich Konzertkarten?
Wie sperre ich meine Kreditkarte?
Can a landlord end a rental contract early?
What should I cook for my customers at my restaurant?
`
