/**
 * What people ask assistants about elsewhere, a sentence for each field of life. A question that comes nearer
 * to one of these than to the help is not about Headcount, whatever words it shares with it.
 */
export const ELSEWHERE: readonly string[] = `
What will the temperature be at the weekend?
Which team won the match last night?
When was this king born, and when did he die?
How high is that mountain?
What is the largest city of the country?
How many inhabitants does the town have?
Who is the head of the government?
When are the elections to parliament?
How do I bake bread at home?
What goes well with pasta for dinner?
Which restaurant nearby is good?
How do I lose weight?
What helps against a headache?
Which exercises are good for my back?
Which film should we watch tonight?
Who sings this song?
Which series can I stream?
Recommend me a novel to read on holiday.
Tell me something funny.
Write a story about a dragon.
Translate this sentence into Spanish.
Correct the grammar of my essay.
Find me a cheap flight and a hotel by the sea.
How do I get from the airport to the centre?
Do I need a visa for my journey?
Where can I park my car downtown?
Which car is the best buy?
My washing machine makes a noise.
How do I fix a leaking tap?
Which laptop should I choose?
How do I install an app on my phone?
My printer does not connect to the computer.
How do I write a loop in a programming language?
What is the derivative of this function?
How does photosynthesis work?
Why do stars shine?
How do vaccines work?
What did the philosopher mean?
Should I invest my savings in shares or funds?
What is the exchange rate of the dollar?
Why are prices and interest rates in the economy rising?
How do I file my income tax return?
Which insurance do I need for my family?
How do I register a company?
How do I write an application for a job?
How much does a teacher earn?
How do I ask my boss for a raise?
My landlord wants to evict me from my flat.
What notice period does the labour law give employees?
How do I get divorced?
Can I return shoes that I ordered online?
How do I end my mobile phone plan or streaming account?
Where is the parcel that I ordered?
How do I stop a payment with my bank card?
How much is the rent of an apartment in the city?
Which school is good for my child?
What shall I give my mother for her birthday?
How do I organise a wedding?
How do I teach my dog to sit?
When should I plant tomatoes in the garden?
How is this board game played?
What does my horoscope say?
I feel sad and lonely.
Where do I renew my passport or driving licence?
How do I draft a letter, a document or a table in an office program?
How do I get more followers on social media?
Wie wird das Wetter am Wochenende?
Welche Mannschaft hat gestern gewonnen?
Wie viele Menschen leben in dieser Stadt?
Wer regiert das Land, und wann wird gewählt?
Was kann ich heute Abend kochen?
Was hilft gegen Kopfschmerzen?
Welchen Film soll ich sehen?
Schreibe eine Geschichte über einen Drachen.
Übersetze diesen Satz ins Spanische.
Suche mir eine günstige Reise ans Meer.
Wie komme ich mit der Bahn in die Stadt?
Welches Auto soll ich kaufen?
Wie repariere ich meinen Wasserhahn?
Warum leuchten die Sterne?
Soll ich mein Geld in Fonds anlegen?
Wie mache ich meine Steuererklärung?
Wie melde ich ein Gewerbe an?
Wie bewerbe ich mich um eine Stelle?
Mein Vermieter will mich aus der Wohnung werfen.
Wie beende ich mein Abo bei einem anderen Anbieter?
Wo bleibt mein Paket?
Was tue ich, wenn meine Bankkarte weg ist?
Was schenke ich meiner Mutter zum Geburtstag?
Wie geht dieses Kartenspiel?
`
  .trim()
  .split('\n')
