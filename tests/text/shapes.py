"""Whole reports of many shapes, with the role and the reading text of each block. All of it is invented."""

SHAPES: dict[str, tuple[str, list[tuple[str, str]]]] = {}


def shape(name: str, raw: str, *expected: tuple[str, str]) -> None:
    SHAPES[name] = (raw, list(expected))


shape(
    "wire",
    "BC-Harbour-Strike, 2nd Ld-Writethru\n"
    "Eds: UPDATES with union vote, adds byline\n"
    "With photos\n"
    "\n"
    "By ANA HORVAT\n"
    "Associated Press\n"
    "\n"
    "SKELBY, Northmark (AP) — Dock workers in the port of Skelby voted on Tuesday\n"
    "to end a three-week strike that had left dozens of ships waiting at sea, union\n"
    "leaders said.\n"
    "\n"
    "The vote, by 612 to 140, came after the port authority agreed to raise pay by\n"
    "nine percent over two years.\n"
    "\n"
    '"We got what we came for," said Piet Vandersloot, who led the talks for the\n'
    'union. "Nobody should have to stand in the rain for three weeks."\n'
    "\n"
    "Shipping companies welcomed the news.\n"
    "___\n"
    "\n"
    "Associated Press writer Jon Roe in Tallinn contributed to this report.\n",
    ("stamp", "BC-Harbour-Strike, 2nd Ld-Writethru"),
    ("note", "Eds: UPDATES with union vote, adds byline"),
    ("stamp", "With photos"),
    ("byline", "By ANA HORVAT"),
    ("credit", "Associated Press"),
    ("dateline", "SKELBY, Northmark (AP) —"),
    (
        "body",
        "Dock workers in the port of Skelby voted on Tuesday to end a three-week strike that had left dozens of ships waiting at sea, union leaders said.",
    ),
    (
        "body",
        "The vote, by 612 to 140, came after the port authority agreed to raise pay by nine percent over two years.",
    ),
    (
        "body",
        '"We got what we came for," said Piet Vandersloot, who led the talks for the union. "Nobody should have to stand in the rain for three weeks."',
    ),
    ("body", "Shipping companies welcomed the news."),
    ("credit", "Associated Press writer Jon Roe in Tallinn contributed to this report."),
)

shape(
    "tight-local",
    "Council backs new swimming pool after years of delay\n"
    "By Ruth Okafor, Local Democracy Reporter\n"
    "Published: 14:02, 3 March 2024\n"
    "| Updated: 16:40, 3 March 2024\n"
    "An artist's impression of the new pool. Picture: Skelby Borough Council\n"
    "A new swimming pool will be built in Skelby after councillors voted to approve the £14m plan.\n"
    "The pool, on the site of the old bus depot, is expected to open in 2026.\n"
    'Councillor Dean Marsh (Lab) said: "This has been a long time coming."\n'
    "Read more: Bus depot closes after 80 years\n"
    "Sign up for our daily newsletter here\n"
    "But residents fear traffic will get worse.\n"
    '"It\'s chaos already," said Jean Pell, 71, of Mill Lane.\n'
    "What happens next?\n"
    "The council will appoint a contractor in May.\n"
    "Have you got a view? Email news@skelbycourier.example\n"
    "Most Read\n"
    "1 Man arrested after pub fight\n"
    "2 Bakery named best in county\n"
    "3 Roadworks to last until June\n"
    "4 Police appeal over stolen tractor\n"
    "5 Market cancelled for second week\n",
    ("headline", "Council backs new swimming pool after years of delay"),
    ("byline", "By Ruth Okafor, Local Democracy Reporter"),
    ("stamp", "Published: 14:02, 3 March 2024"),
    ("stamp", "| Updated: 16:40, 3 March 2024"),
    ("caption", "An artist's impression of the new pool."),
    ("photo_credit", "Picture: Skelby Borough Council"),
    ("body", "A new swimming pool will be built in Skelby after councillors voted to approve the £14m plan."),
    ("body", "The pool, on the site of the old bus depot, is expected to open in 2026."),
    ("body", 'Councillor Dean Marsh (Lab) said: "This has been a long time coming."'),
    ("rail_label", "Read more:"),
    ("see_also", "Bus depot closes after 80 years"),
    ("promo", "Sign up for our daily newsletter here"),
    ("body", "But residents fear traffic will get worse."),
    ("body", '"It\'s chaos already," said Jean Pell, 71, of Mill Lane.'),
    ("subhead", "What happens next?"),
    ("body", "The council will appoint a contractor in May."),
    ("promo", "Have you got a view? Email news@skelbycourier.example"),
    ("rail_label", "Most Read"),
    ("rail", "1 Man arrested after pub fight"),
    ("rail", "2 Bakery named best in county"),
    ("rail", "3 Roadworks to last until June"),
    ("rail", "4 Police appeal over stolen tractor"),
    ("rail", "5 Market cancelled for second week"),
)

shape(
    "sentencecase-rail",
    "Minister resigns over leaked letter\n"
    "\n"
    "The minister for fisheries resigned on Friday after a letter to a trawler company was leaked.\n"
    "\n"
    "Ola Brandt told the prime minister that he had made a mistake.\n"
    "\n"
    "The opposition said the resignation came too late.\n"
    "\n"
    "\n"
    "Rain forecast to ease by weekend\n"
    "Two held after jewellery shop raid\n"
    "Football: Rovers sign teenage keeper\n"
    "Why are eggs so expensive?\n"
    "New ferry enters service\n",
    ("headline", "Minister resigns over leaked letter"),
    ("body", "The minister for fisheries resigned on Friday after a letter to a trawler company was leaked."),
    ("body", "Ola Brandt told the prime minister that he had made a mistake."),
    ("body", "The opposition said the resignation came too late."),
    ("rail", "Rain forecast to ease by weekend"),
    ("rail", "Two held after jewellery shop raid"),
    ("rail", "Football: Rovers sign teenage keeper"),
    ("rail", "Why are eggs so expensive?"),
    ("rail", "New ferry enters service"),
)

shape(
    "two-rail",
    "Mill Fire Leaves 30 Families Homeless\n"
    "\n"
    "A fire at a former mill in Skelby left 30 families homeless on Sunday, the fire service said.\n"
    "\n"
    "No one was hurt. The cause is being investigated.\n"
    "\n"
    "Council Tax to Rise by 5% in April\n"
    "School Head Steps Down After 20 Years\n",
    ("headline", "Mill Fire Leaves 30 Families Homeless"),
    ("body", "A fire at a former mill in Skelby left 30 families homeless on Sunday, the fire service said."),
    ("body", "No one was hurt. The cause is being investigated."),
    ("rail", "Council Tax to Rise by 5% in April"),
    ("rail", "School Head Steps Down After 20 Years"),
)

shape(
    "no-blank-rail-title",
    "PM Says Talks Will Resume Next Week\n"
    "Prime Minister Ana Horvat said on Monday that talks on a new border treaty would resume next week.\n"
    "She spoke after meeting her neighbour, President Josip Kralj, in Tallinn.\n"
    '"We agreed on most points," she said.\n'
    "The treaty has been in dispute since 2009.\n"
    "Opposition Calls for Early Election After Budget Defeat\n"
    "Floods Cut Off Villages in the North\n"
    "Central Bank Holds Rates for Third Month\n"
    "Former Minister Cleared of Bribery\n",
    ("headline", "PM Says Talks Will Resume Next Week"),
    ("body", "Prime Minister Ana Horvat said on Monday that talks on a new border treaty would resume next week."),
    ("body", "She spoke after meeting her neighbour, President Josip Kralj, in Tallinn."),
    ("body", '"We agreed on most points," she said.'),
    ("body", "The treaty has been in dispute since 2009."),
    ("rail", "Opposition Calls for Early Election After Budget Defeat"),
    ("rail", "Floods Cut Off Villages in the North"),
    ("rail", "Central Bank Holds Rates for Third Month"),
    ("rail", "Former Minister Cleared of Bribery"),
)

shape(
    "caps-head",
    "FLOODS KILL 12 IN NORTHERN DISTRICTS\n"
    "AS RIVER BURSTS BANKS\n"
    "\n"
    "NAIROBI, Kenya, March 3 (Xinhua) -- At least 12 people were killed when the Tana river burst its banks on Saturday night, officials said Sunday.\n"
    "\n"
    "The dead include four children, police chief Jane Wanjiru told reporters. Enditem\n",
    ("headline", "FLOODS KILL 12 IN NORTHERN DISTRICTS AS RIVER BURSTS BANKS"),
    ("dateline", "NAIROBI, Kenya, March 3 (Xinhua) --"),
    (
        "body",
        "At least 12 people were killed when the Tana river burst its banks on Saturday night, officials said Sunday.",
    ),
    ("body", "The dead include four children, police chief Jane Wanjiru told reporters."),
    ("stamp", "Enditem"),
)

shape(
    "nohead-byline",
    "By Ana Horvat\n"
    "\n"
    "TALLINN — Estonian police on Monday detained three men suspected of cutting an undersea cable.\n"
    "\n"
    "The men, all sailors, were questioned overnight.\n",
    ("byline", "By Ana Horvat"),
    ("dateline", "TALLINN —"),
    ("body", "Estonian police on Monday detained three men suspected of cutting an undersea cable."),
    ("body", "The men, all sailors, were questioned overnight."),
)

shape(
    "nohead-dateline",
    "TALLINN, March 4 (BWS) - Police on Monday detained three men suspected of cutting an undersea cable.\n"
    "The men, all sailors, were questioned overnight.\n"
    "(Reporting by Ana Horvat in Tallinn; Editing by Jon Roe)\n",
    ("dateline", "TALLINN, March 4 (BWS) -"),
    ("body", "Police on Monday detained three men suspected of cutting an undersea cable."),
    ("body", "The men, all sailors, were questioned overnight."),
    ("credit", "(Reporting by Ana Horvat in Tallinn; Editing by Jon Roe)"),
)

shape(
    "magazine",
    "The Last Lamplighter\n"
    "\n"
    "In a town that forgot its gas lamps, one man still makes the rounds at dusk\n"
    "\n"
    "Words by Ilse Kowal\n"
    "Photographs by Tom Penn\n"
    "\n"
    "The first thing you notice is the smell. It is paraffin and old brass, and it follows Edgar Moss down every street in Skelby.\n"
    "\n"
    "He has done this for 41 years.\n"
    "\n"
    '"The dark is not the enemy. The dark is the customer."\n'
    "\n"
    '"The dark is not the enemy. The dark is the customer," he says, trimming a wick with his thumbnail. "You have to be polite to it."\n'
    "\n"
    "A trade in decline\n"
    "\n"
    "In 1950 there were 300 lamplighters in the country. Today there is Moss.\n"
    "\n"
    "* * *\n"
    "\n"
    "By nine o'clock the whole of Mill Lane is glowing.\n"
    "\n"
    "This article appears in the March issue of Harbour Review.\n",
    ("headline", "The Last Lamplighter"),
    ("standfirst", "In a town that forgot its gas lamps, one man still makes the rounds at dusk"),
    ("byline", "Words by Ilse Kowal"),
    ("photo_credit", "Photographs by Tom Penn"),
    (
        "body",
        "The first thing you notice is the smell. It is paraffin and old brass, and it follows Edgar Moss down every street in Skelby.",
    ),
    ("body", "He has done this for 41 years."),
    ("pull_quote", '"The dark is not the enemy. The dark is the customer."'),
    (
        "body",
        '"The dark is not the enemy. The dark is the customer," he says, trimming a wick with his thumbnail. "You have to be polite to it."',
    ),
    ("subhead", "A trade in decline"),
    ("body", "In 1950 there were 300 lamplighters in the country. Today there is Moss."),
    ("body", "By nine o'clock the whole of Mill Lane is glowing."),
    ("note", "This article appears in the March issue of Harbour Review."),
)

shape(
    "african",
    "Tribunal upholds governor's election\n"
    "\n"
    "From Bola Adeyemi, Ibadan\n"
    "\n"
    "The Election Petition Tribunal sitting in Ibadan on Thursday upheld the election of Governor Kola Ade of the Unity Party.\n"
    "\n"
    "In a unanimous judgment, the three-member panel held that the petitioner, Chief Sola Bello, failed to prove his case.\n"
    "\n"
    'Justice Amina Garba, who read the lead judgment, described the petition as "a voyage of discovery".\n'
    "\n"
    "ALSO READ: Unity Party sweeps council polls\n"
    "\n"
    "Reacting, counsel for the petitioner said they would appeal.\n"
    "\n"
    "Copyright The Ibadan Mirror. All rights reserved. This material may not be published, broadcast or rewritten.\n",
    ("headline", "Tribunal upholds governor's election"),
    ("byline", "From Bola Adeyemi, Ibadan"),
    (
        "body",
        "The Election Petition Tribunal sitting in Ibadan on Thursday upheld the election of Governor Kola Ade of the Unity Party.",
    ),
    (
        "body",
        "In a unanimous judgment, the three-member panel held that the petitioner, Chief Sola Bello, failed to prove his case.",
    ),
    ("body", 'Justice Amina Garba, who read the lead judgment, described the petition as "a voyage of discovery".'),
    ("rail_label", "ALSO READ:"),
    ("see_also", "Unity Party sweeps council polls"),
    ("body", "Reacting, counsel for the petitioner said they would appeal."),
    (
        "promo",
        "Copyright The Ibadan Mirror. All rights reserved. This material may not be published, broadcast or rewritten.",
    ),
)

shape(
    "indian",
    "Monsoon to hit coast by June 4: Met office\n"
    "\n"
    "STAFF REPORTER\n"
    "KOCHI: The southwest monsoon is likely to set in over the State by June 4, the Met office said on Wednesday.\n"
    "\n"
    "Thiruvananthapuram, Kochi and Kannur will get heavy rain, it said.\n"
    "\n"
    "The forecast has a model error of four days. (PTI)\n",
    ("headline", "Monsoon to hit coast by June 4: Met office"),
    ("byline", "STAFF REPORTER"),
    ("dateline", "KOCHI:"),
    ("body", "The southwest monsoon is likely to set in over the State by June 4, the Met office said on Wednesday."),
    ("body", "Thiruvananthapuram, Kochi and Kannur will get heavy rain, it said."),
    ("body", "The forecast has a model error of four days. (PTI)"),
)

shape(
    "gov-release",
    "FOR IMMEDIATE RELEASE\n"
    "\n"
    "March 3, 2024\n"
    "\n"
    "Contact: Press Office, 555-0101\n"
    "\n"
    "Department of Ports Announces $40 Million for Harbor Repairs\n"
    "\n"
    "WASHINGTON – The Department of Ports today announced $40 million in grants for the repair of 12 harbors.\n"
    "\n"
    '"Harbors are the front door of our economy," said Secretary Jane Doe.\n'
    "\n"
    "The following harbors will receive grants:\n"
    "\n"
    "Port Amity, Maine - $4 million\n"
    "Skelby, Oregon - $3.5 million\n"
    "Grand Haven, Ohio - $2 million\n"
    "\n"
    "For more information, visit www.ports.example.\n"
    "\n"
    "###\n"
    "\n"
    "About the Department of Ports\n"
    "\n"
    "The Department of Ports was established in 1931 and employs 4,000 people.\n",
    ("stamp", "FOR IMMEDIATE RELEASE"),
    ("stamp", "March 3, 2024"),
    ("promo", "Contact: Press Office, 555-0101"),
    ("headline", "Department of Ports Announces $40 Million for Harbor Repairs"),
    ("dateline", "WASHINGTON –"),
    ("body", "The Department of Ports today announced $40 million in grants for the repair of 12 harbors."),
    ("body", '"Harbors are the front door of our economy," said Secretary Jane Doe.'),
    ("body", "The following harbors will receive grants:"),
    ("list_item", "Port Amity, Maine - $4 million"),
    ("list_item", "Skelby, Oregon - $3.5 million"),
    ("list_item", "Grand Haven, Ohio - $2 million"),
    ("promo", "For more information, visit www.ports.example."),
    ("promo", "About the Department of Ports"),
    ("promo", "The Department of Ports was established in 1931 and employs 4,000 people."),
)

shape(
    "broadcaster",
    "Skelby bridge: Drivers face year of delays\n"
    "\n"
    "3 hours ago\n"
    "\n"
    "Share\n"
    "Save\n"
    "\n"
    "Anna Lee\n"
    "BBC News, Skelby\n"
    "\n"
    "Skelby Council The old bridge with a crane on itSkelby Council\n"
    "The bridge opened in 1931\n"
    "\n"
    "Drivers in Skelby face a year of delays while a bridge is rebuilt, the council has said.\n"
    "\n"
    "The Mill Bridge will be shut from Monday.\n"
    "\n"
    "Follow BBC Skelby on Facebook, on X and on Instagram. Send your story ideas to skelby@bbc.example\n"
    "\n"
    "More on this story\n"
    "Bridge to close for a year\n"
    "Crack found in bridge\n"
    "\n"
    "Related internet links\n"
    "Skelby Council\n"
    "\n"
    "Related topics\n"
    "Skelby\n",
    ("headline", "Skelby bridge: Drivers face year of delays"),
    ("stamp", "3 hours ago"),
    ("promo", "Share"),
    ("promo", "Save"),
    ("byline", "Anna Lee"),
    ("byline", "BBC News, Skelby"),
    ("photo_credit", "Skelby Council The old bridge with a crane on itSkelby Council"),
    ("caption", "The bridge opened in 1931"),
    ("body", "Drivers in Skelby face a year of delays while a bridge is rebuilt, the council has said."),
    ("body", "The Mill Bridge will be shut from Monday."),
    ("promo", "Follow BBC Skelby on Facebook, on X and on Instagram. Send your story ideas to skelby@bbc.example"),
    ("rail_label", "More on this story"),
    ("see_also", "Bridge to close for a year"),
    ("see_also", "Crack found in bridge"),
    ("rail_label", "Related internet links"),
    ("see_also", "Skelby Council"),
    ("rail_label", "Related topics"),
    ("body", "Skelby"),
)

shape(
    "us-tv",
    "Deputies: Man stole ambulance, led chase through 2 counties\n"
    "\n"
    "by: Jane Doe\n"
    "\n"
    "Posted: Mar 3, 2024 / 05:12 PM EST\n"
    "\n"
    "Updated: Mar 3, 2024 / 06:40 PM EST\n"
    "\n"
    "SHARE\n"
    "\n"
    "HARLAN COUNTY, Ohio (WXYZ) – A man is facing charges after deputies say he stole an ambulance Sunday and led a chase through two counties.\n"
    "\n"
    "It happened around 9 a.m. at Mercy Hospital.\n"
    "\n"
    "Close\n"
    "Thanks for signing up!\n"
    "\n"
    "Watch for us in your inbox.\n"
    "\n"
    "Deputies said the man, 34, drove at speeds of up to 90 mph.\n"
    "\n"
    "STAY CONNECTED: Get news alerts on your phone with the WXYZ app\n"
    "\n"
    "He is being held at the county jail.\n"
    "\n"
    "Copyright 2024 Nexmedia Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.\n",
    ("headline", "Deputies: Man stole ambulance, led chase through 2 counties"),
    ("byline", "by: Jane Doe"),
    ("stamp", "Posted: Mar 3, 2024 / 05:12 PM EST"),
    ("stamp", "Updated: Mar 3, 2024 / 06:40 PM EST"),
    ("promo", "SHARE"),
    ("dateline", "HARLAN COUNTY, Ohio (WXYZ) –"),
    (
        "body",
        "A man is facing charges after deputies say he stole an ambulance Sunday and led a chase through two counties.",
    ),
    ("body", "It happened around 9 a.m. at Mercy Hospital."),
    ("promo", "Close"),
    ("promo", "Thanks for signing up!"),
    ("promo", "Watch for us in your inbox."),
    ("body", "Deputies said the man, 34, drove at speeds of up to 90 mph."),
    ("promo", "STAY CONNECTED: Get news alerts on your phone with the WXYZ app"),
    ("body", "He is being held at the county jail."),
    (
        "promo",
        "Copyright 2024 Nexmedia Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.",
    ),
)

shape(
    "pullquote-attr",
    "Teachers vote to strike\n"
    "\n"
    "Teachers in four counties have voted to strike over pay.\n"
    "\n"
    '"We have been patient for nine years, and patience does not pay the rent"\n'
    "Marta Silva, union leader\n"
    "\n"
    'The union\'s leader, Marta Silva, said: "We have been patient for nine years, and patience does not pay the rent."\n'
    "\n"
    "The strike begins on 4 May.\n",
    ("headline", "Teachers vote to strike"),
    ("body", "Teachers in four counties have voted to strike over pay."),
    ("pull_quote", '"We have been patient for nine years, and patience does not pay the rent"'),
    ("pull_quote", "Marta Silva, union leader"),
    (
        "body",
        'The union\'s leader, Marta Silva, said: "We have been patient for nine years, and patience does not pay the rent."',
    ),
    ("body", "The strike begins on 4 May."),
)

shape(
    "list",
    "What we know about the dam failure\n"
    "\n"
    "The dam at Alder Creek failed on Sunday night. Here is what we know:\n"
    "\n"
    "• Nine people are missing.\n"
    "• The valley has no power\n"
    "• Schools are shut until Thursday\n"
    "\n"
    "Rescue teams are searching the valley.\n"
    "\n"
    "1. The warning\n"
    "\n"
    "Sirens sounded at 9pm.\n"
    "\n"
    "2. The escape\n"
    "\n"
    "Most people had left by ten.\n",
    ("headline", "What we know about the dam failure"),
    ("body", "The dam at Alder Creek failed on Sunday night. Here is what we know:"),
    ("list_item", "• Nine people are missing."),
    ("list_item", "• The valley has no power"),
    ("list_item", "• Schools are shut until Thursday"),
    ("body", "Rescue teams are searching the valley."),
    ("subhead", "1. The warning"),
    ("body", "Sirens sounded at 9pm."),
    ("subhead", "2. The escape"),
    ("body", "Most people had left by ten."),
)

shape(
    "correction",
    "Bank raises rates to 4%\n"
    "\n"
    "The central bank raised rates to 4% on Thursday, its highest level in a decade.\n"
    "\n"
    "Governor Elin Strand said more rises may follow.\n"
    "\n"
    "Correction: An earlier version of this article misspelled the name of the governor. It is Elin Strand, not Erin Strand.\n"
    "\n"
    "This article was amended on 4 March 2024 to add a comment from the finance ministry.\n",
    ("headline", "Bank raises rates to 4%"),
    ("body", "The central bank raised rates to 4% on Thursday, its highest level in a decade."),
    ("body", "Governor Elin Strand said more rises may follow."),
    (
        "note",
        "Correction: An earlier version of this article misspelled the name of the governor. It is Elin Strand, not Erin Strand.",
    ),
    ("note", "This article was amended on 4 March 2024 to add a comment from the finance ministry."),
)

shape(
    "hardwrap-noblank",
    "   SKELBY, March 3 (BWS) - The government of Northmark fell on Monday\n"
    "after losing a vote of confidence over its plan to sell the state\n"
    "railway, setting the stage for an election in May.\n"
    "   Prime Minister Ana Horvat said she would hand her resignation to\n"
    "the president on Tuesday.\n"
    '   "We lost by one vote, and I respect that vote," she told reporters\n'
    "outside parliament.\n"
    "   The opposition had argued that the sale would cost thousands of\n"
    "jobs. (Reporting by Jon Roe, editing by Mia Lund)\n",
    ("dateline", "SKELBY, March 3 (BWS) -"),
    (
        "body",
        "The government of Northmark fell on Monday after losing a vote of confidence over its plan to sell the state railway, setting the stage for an election in May.",
    ),
    ("body", "Prime Minister Ana Horvat said she would hand her resignation to the president on Tuesday."),
    ("body", '"We lost by one vote, and I respect that vote," she told reporters outside parliament.'),
    ("body", "The opposition had argued that the sale would cost thousands of jobs."),
    ("credit", "(Reporting by Jon Roe, editing by Mia Lund)"),
)

shape(
    "dek-title",
    "Harbour Bosses Face Questions Over Lost Millions\n"
    "\n"
    "Auditors Say Nobody Can Explain Where £4m Went\n"
    "\n"
    "By Jane Doe and Richard Roe\n"
    "\n"
    "Bosses at Skelby harbour will be questioned by MPs next week over £4m that auditors cannot trace.\n"
    "\n"
    "The committee's chair, Lord Pell, said the public deserved answers.\n",
    ("headline", "Harbour Bosses Face Questions Over Lost Millions"),
    ("standfirst", "Auditors Say Nobody Can Explain Where £4m Went"),
    ("byline", "By Jane Doe and Richard Roe"),
    ("body", "Bosses at Skelby harbour will be questioned by MPs next week over £4m that auditors cannot trace."),
    ("body", "The committee's chair, Lord Pell, said the public deserved answers."),
)

shape(
    "caption-mid",
    "Volunteers plant 10,000 trees\n"
    "\n"
    "Volunteers planted 10,000 trees on the hills above Skelby at the weekend.\n"
    "\n"
    "Volunteers carry saplings up Mill Hill on Saturday. (Jane Doe/Skelby Courier)\n"
    "\n"
    "The project is the biggest of its kind in the north.\n"
    "\n"
    "Organiser Mia Lund (left) hands out spades. Photo: Jane Doe\n"
    "\n"
    "It began in 2019.\n",
    ("headline", "Volunteers plant 10,000 trees"),
    ("body", "Volunteers planted 10,000 trees on the hills above Skelby at the weekend."),
    ("caption", "Volunteers carry saplings up Mill Hill on Saturday."),
    ("photo_credit", "(Jane Doe/Skelby Courier)"),
    ("body", "The project is the biggest of its kind in the north."),
    ("caption", "Organiser Mia Lund (left) hands out spades."),
    ("photo_credit", "Photo: Jane Doe"),
    ("body", "It began in 2019."),
)

shape(
    "email-share",
    "Storm leaves thousands without power\n"
    "Share on Facebook\n"
    "Share on Twitter\n"
    "Share via Email\n"
    "Thousands of homes were without power on Monday after a storm swept the north.\n"
    "Advertisement\n"
    "Engineers said it could take days to restore supplies.\n"
    "ADVERTISEMENT - CONTINUE READING BELOW\n"
    "Schools were closed in six towns.\n"
    "Recommended\n"
    "Snow on the way\n"
    "How to keep warm\n",
    ("headline", "Storm leaves thousands without power"),
    ("promo", "Share on Facebook"),
    ("promo", "Share on Twitter"),
    ("promo", "Share via Email"),
    ("body", "Thousands of homes were without power on Monday after a storm swept the north."),
    ("promo", "Advertisement"),
    ("body", "Engineers said it could take days to restore supplies."),
    ("promo", "ADVERTISEMENT - CONTINUE READING BELOW"),
    ("body", "Schools were closed in six towns."),
    ("rail_label", "Recommended"),
    ("rail", "Snow on the way"),
    ("rail", "How to keep warm"),
)

shape(
    "rfe",
    "Kyiv Says 40 Drones Shot Down Overnight\n"
    "\n"
    "Updated March 3, 2024 10:15\n"
    "\n"
    "By RFE/RL's Ukrainian Service\n"
    "\n"
    "A firefighter works at a site hit by a drone in Odesa on March 3.\n"
    "\n"
    "Ukrainian air defenses shot down 40 drones overnight, the air force said on March 3.\n"
    "\n"
    "RFE/RL's Live Briefing gives you all of the latest developments on Russia's full-scale invasion. For all of RFE/RL's coverage of the war in Ukraine, click here.\n"
    "\n"
    "Odesa Mayor Hennadiy Trukhanov said two people were injured.\n"
    "\n"
    "READ MORE: Inside A Drone Workshop\n"
    "\n"
    "With reporting by Current Time and Reuters\n",
    ("headline", "Kyiv Says 40 Drones Shot Down Overnight"),
    ("stamp", "Updated March 3, 2024 10:15"),
    ("byline", "By RFE/RL's Ukrainian Service"),
    ("caption", "A firefighter works at a site hit by a drone in Odesa on March 3."),
    ("body", "Ukrainian air defenses shot down 40 drones overnight, the air force said on March 3."),
    (
        "promo",
        "RFE/RL's Live Briefing gives you all of the latest developments on Russia's full-scale invasion. For all of RFE/RL's coverage of the war in Ukraine, click here.",
    ),
    ("body", "Odesa Mayor Hennadiy Trukhanov said two people were injured."),
    ("rail_label", "READ MORE:"),
    ("see_also", "Inside A Drone Workshop"),
    ("credit", "With reporting by Current Time and Reuters"),
)

shape(
    "tabloid",
    "'I thought I was going to die': Mum-of-two's terror as sinkhole swallows her car\n"
    "- Carly Pugh, 32, was on the school run when the road gave way\n"
    "- She climbed out of a window with her sons\n"
    "- Council says burst water main is to blame\n"
    "By KELLY BRAND FOR NEWSLINE\n"
    "PUBLISHED: 10:12, 3 March 2024 | UPDATED: 11:40, 3 March 2024\n"
    "14 shares\n"
    "32\n"
    "View comments\n"
    "A mum-of-two has told of her terror after a sinkhole swallowed her car on the school run.\n"
    "Carly Pugh, 32, was driving along Mill Lane in Skelby when the road gave way.\n"
    "+4\n"
    "Carly Pugh climbed out of a window with sons Jake and Noah\n"
    "'It was like a film,' she said.\n"
    "'I just grabbed the boys.'\n"
    "A council spokesman said: 'We are very sorry.'\n"
    "Share or comment on this article: Mum-of-two's terror as sinkhole swallows her car\n",
    ("headline", "'I thought I was going to die': Mum-of-two's terror as sinkhole swallows her car"),
    ("list_item", "- Carly Pugh, 32, was on the school run when the road gave way"),
    ("list_item", "- She climbed out of a window with her sons"),
    ("list_item", "- Council says burst water main is to blame"),
    ("byline", "By KELLY BRAND FOR NEWSLINE"),
    ("stamp", "PUBLISHED: 10:12, 3 March 2024 | UPDATED: 11:40, 3 March 2024"),
    ("promo", "14 shares"),
    ("stamp", "32"),
    ("promo", "View comments"),
    ("body", "A mum-of-two has told of her terror after a sinkhole swallowed her car on the school run."),
    ("body", "Carly Pugh, 32, was driving along Mill Lane in Skelby when the road gave way."),
    ("stamp", "+4"),
    ("subhead", "Carly Pugh climbed out of a window with sons Jake and Noah"),
    ("body", "'It was like a film,' she said."),
    ("body", "'I just grabbed the boys.'"),
    ("body", "A council spokesman said: 'We are very sorry.'"),
    ("promo", "Share or comment on this article: Mum-of-two's terror as sinkhole swallows her car"),
)

shape(
    "rank-rail",
    "Harbour dredging to start in May\n"
    "\n"
    "Dredging of Skelby harbour will start in May, the port said.\n"
    "\n"
    "The work will take six weeks.\n"
    "\n"
    "Most viewed\n"
    "\n"
    "1\n"
    "\n"
    "Teenager finds Roman coin in garden\n"
    "\n"
    "2\n"
    "\n"
    "'It was a miracle': dog survives cliff fall\n"
    "\n"
    "3\n"
    "\n"
    "House prices rise again in north-east\n"
    "\n"
    "4\n"
    "\n"
    "Weather: warm weekend ahead\n"
    "\n"
    "5\n"
    "\n"
    "Quiz: how well do you know Skelby?\n",
    ("headline", "Harbour dredging to start in May"),
    ("body", "Dredging of Skelby harbour will start in May, the port said."),
    ("body", "The work will take six weeks."),
    ("rail_label", "Most viewed"),
    ("stamp", "1"),
    ("rail", "Teenager finds Roman coin in garden"),
    ("stamp", "2"),
    ("rail", "'It was a miracle': dog survives cliff fall"),
    ("stamp", "3"),
    ("rail", "House prices rise again in north-east"),
    ("stamp", "4"),
    ("rail", "Weather: warm weekend ahead"),
    ("stamp", "5"),
    ("rail", "Quiz: how well do you know Skelby?"),
)

shape(
    "time-rail",
    "Harbour dredging to start in May\n"
    "\n"
    "Dredging of Skelby harbour will start in May, the port said.\n"
    "\n"
    "The work will take six weeks.\n"
    "\n"
    "LATEST NEWS\n"
    "Teenager finds Roman coin in garden\n"
    "2 hours ago\n"
    "Dog survives cliff fall\n"
    "3 hours ago\n"
    "By Jane Doe\n"
    "House prices rise again in north-east\n"
    "5 min read\n",
    ("headline", "Harbour dredging to start in May"),
    ("body", "Dredging of Skelby harbour will start in May, the port said."),
    ("body", "The work will take six weeks."),
    ("rail_label", "LATEST NEWS"),
    ("rail", "Teenager finds Roman coin in garden"),
    ("stamp", "2 hours ago"),
    ("rail", "Dog survives cliff fall"),
    ("stamp", "3 hours ago"),
    ("stamp", "By Jane Doe"),
    ("rail", "House prices rise again in north-east"),
    ("stamp", "5 min read"),
)

shape(
    "mid-rail",
    "Harbour dredging to start in May\n"
    "\n"
    "Dredging of Skelby harbour will start in May, the port said.\n"
    "\n"
    "Related Stories\n"
    "Port Boss Quits After Row Over Cranes\n"
    "Fishermen Protest New Quay Fees\n"
    "Why Skelby Needs a Deeper Harbour\n"
    "\n"
    "The work will take six weeks and cost £3m, it said.\n"
    "\n"
    "Two dredgers will come from the Netherlands.\n",
    ("headline", "Harbour dredging to start in May"),
    ("body", "Dredging of Skelby harbour will start in May, the port said."),
    ("rail_label", "Related Stories"),
    ("see_also", "Port Boss Quits After Row Over Cranes"),
    ("see_also", "Fishermen Protest New Quay Fees"),
    ("see_also", "Why Skelby Needs a Deeper Harbour"),
    ("body", "The work will take six weeks and cost £3m, it said."),
    ("body", "Two dredgers will come from the Netherlands."),
)

shape(
    "mid-links-tight",
    "Harbour dredging to start in May\n"
    "Dredging of Skelby harbour will start in May, the port said.\n"
    "The work will take six weeks.\n"
    "RELATED: Port Boss Quits After Row Over Cranes\n"
    "→ Fishermen protest new quay fees\n"
    "Two dredgers will come from the Netherlands.\n"
    ">> Why Skelby needs a deeper harbour\n"
    '"It is about time," said Captain Ola Moss.\n'
    "READ ALSO Skelby ferry to run again\n"
    "He has sailed from Skelby for 40 years.\n",
    ("headline", "Harbour dredging to start in May"),
    ("body", "Dredging of Skelby harbour will start in May, the port said."),
    ("body", "The work will take six weeks."),
    ("rail_label", "RELATED:"),
    ("see_also", "Port Boss Quits After Row Over Cranes"),
    ("rail_label", "→"),
    ("see_also", "Fishermen protest new quay fees"),
    ("body", "Two dredgers will come from the Netherlands."),
    ("rail_label", ">>"),
    ("see_also", "Why Skelby needs a deeper harbour"),
    ("body", '"It is about time," said Captain Ola Moss.'),
    ("rail_label", "READ ALSO"),
    ("see_also", "Skelby ferry to run again"),
    ("body", "He has sailed from Skelby for 40 years."),
)

shape(
    "qa",
    "'Every crane has a soul': five questions for Ola Moss\n"
    "\n"
    "Ola Moss has driven the biggest crane in Skelby for 40 years. He retires on Friday.\n"
    "\n"
    "Why cranes?\n"
    "\n"
    "My father drove one. I did not know there were other jobs.\n"
    "\n"
    "What will you miss?\n"
    "\n"
    "The height. You see the weather before anyone else.\n"
    "\n"
    "And the noise?\n"
    "\n"
    "No.\n",
    ("headline", "'Every crane has a soul': five questions for Ola Moss"),
    ("body", "Ola Moss has driven the biggest crane in Skelby for 40 years. He retires on Friday."),
    ("subhead", "Why cranes?"),
    ("body", "My father drove one. I did not know there were other jobs."),
    ("subhead", "What will you miss?"),
    ("body", "The height. You see the weather before anyone else."),
    ("subhead", "And the noise?"),
    ("body", "No."),
)

shape(
    "wrap-head3",
    "Northmark government falls after losing confidence\n"
    "vote over plan to sell state railway, election set\n"
    "for May\n"
    "\n"
    "By Jon Roe\n"
    "Baltic Wire Service\n"
    "\n"
    "SKELBY, March 3 (BWS) - The government of Northmark fell on Monday after\n"
    "losing a vote of confidence over its plan to sell the state railway,\n"
    "setting the stage for an election in May.\n"
    "\n"
    "Prime Minister Ana Horvat said she would hand her resignation to the\n"
    "president on Tuesday.\n"
    "\n"
    "(MORE)\n"
    "\n"
    "The opposition had argued that the sale would cost thousands of jobs.\n"
    "\n"
    "-30-\n",
    (
        "headline",
        "Northmark government falls after losing confidence vote over plan to sell state railway, election set for May",
    ),
    ("byline", "By Jon Roe"),
    ("stamp", "Baltic Wire Service"),
    ("dateline", "SKELBY, March 3 (BWS) -"),
    (
        "body",
        "The government of Northmark fell on Monday after losing a vote of confidence over its plan to sell the state railway, setting the stage for an election in May.",
    ),
    ("body", "Prime Minister Ana Horvat said she would hand her resignation to the president on Tuesday."),
    ("stamp", "(MORE)"),
    ("body", "The opposition had argued that the sale would cost thousands of jobs."),
    ("stamp", "-30-"),
)

shape(
    "editors-note-top",
    "Editor's note: This story contains descriptions of violence.\n"
    "\n"
    "Four Held Over Market Stabbing\n"
    "\n"
    "Police arrested four men on Tuesday over a stabbing at a market in Skelby.\n"
    "\n"
    "All four are in their twenties.\n",
    ("note", "Editor's note: This story contains descriptions of violence."),
    ("headline", "Four Held Over Market Stabbing"),
    ("body", "Police arrested four men on Tuesday over a stabbing at a market in Skelby."),
    ("body", "All four are in their twenties."),
)

shape(
    "opinion",
    "Opinion\n"
    "Why our harbour deserves better\n"
    "Mia Lund\n"
    "The harbour has been falling down for 30 years, and nobody in the town hall seems to mind.\n"
    "I mind.\n"
    "Every morning I walk past the old crane and count the rivets that are left.\n"
    "• Mia Lund is a retired engineer\n",
    ("stamp", "Opinion"),
    ("headline", "Why our harbour deserves better"),
    ("byline", "Mia Lund"),
    ("body", "The harbour has been falling down for 30 years, and nobody in the town hall seems to mind."),
    ("body", "I mind."),
    ("body", "Every morning I walk past the old crane and count the rivets that are left."),
    ("note", "• Mia Lund is a retired engineer"),
)

shape(
    "us-metro",
    "Skelby school board votes 5-4 to close Mill Elementary\n"
    "Jane Doe\n"
    "Skelby Journal\n"
    "The Skelby school board voted 5-4 Monday night to close Mill Elementary School at the end of the year.\n"
    "Superintendent Rob Hale said falling enrollment left no choice.\n"
    '"It breaks my heart," he said.\n'
    'Parents shouted "Shame!" as the vote was read.\n'
    "Jane Doe covers education for the Skelby Journal. Reach her at jdoe@skelbyjournal.example or on Twitter @jdoe.\n"
    "This article originally appeared on Skelby Journal: Skelby school board votes 5-4 to close Mill Elementary\n",
    ("headline", "Skelby school board votes 5-4 to close Mill Elementary"),
    ("byline", "Jane Doe"),
    ("stamp", "Skelby Journal"),
    ("body", "The Skelby school board voted 5-4 Monday night to close Mill Elementary School at the end of the year."),
    ("body", "Superintendent Rob Hale said falling enrollment left no choice."),
    ("body", '"It breaks my heart," he said.'),
    ("body", 'Parents shouted "Shame!" as the vote was read.'),
    (
        "note",
        "Jane Doe covers education for the Skelby Journal. Reach her at jdoe@skelbyjournal.example or on Twitter @jdoe.",
    ),
    (
        "note",
        "This article originally appeared on Skelby Journal: Skelby school board votes 5-4 to close Mill Elementary",
    ),
)

shape(
    "ap-full",
    "Dock workers end strike in Skelby\n"
    "\n"
    "1 of 3 | Dock workers cheer after a vote in Skelby, Northmark, Tuesday, March 3, 2024. (AP Photo/Jane Doe)\n"
    "\n"
    "2 of 3 | FILE - Ships wait outside the port of Skelby, Feb. 20, 2024. (AP Photo/Jane Doe, File)\n"
    "\n"
    "BY ANA HORVAT AND JON ROE\n"
    "Updated 10:41 AM GMT+1, March 3, 2024\n"
    "\n"
    "SKELBY, Northmark (AP) — Dock workers in the port of Skelby voted on Tuesday to end a three-week strike.\n"
    "\n"
    "The vote came after the port authority raised its offer.\n"
    "\n"
    "___\n"
    "\n"
    "Roe reported from Tallinn. Associated Press writer Mia Lund in Riga contributed.\n",
    ("headline", "Dock workers end strike in Skelby"),
    ("caption", "1 of 3 | Dock workers cheer after a vote in Skelby, Northmark, Tuesday, March 3, 2024."),
    ("photo_credit", "(AP Photo/Jane Doe)"),
    ("caption", "2 of 3 | FILE - Ships wait outside the port of Skelby, Feb. 20, 2024."),
    ("photo_credit", "(AP Photo/Jane Doe, File)"),
    ("byline", "BY ANA HORVAT AND JON ROE"),
    ("stamp", "Updated 10:41 AM GMT+1, March 3, 2024"),
    ("dateline", "SKELBY, Northmark (AP) —"),
    ("body", "Dock workers in the port of Skelby voted on Tuesday to end a three-week strike."),
    ("body", "The vote came after the port authority raised its offer."),
    ("credit", "Roe reported from Tallinn. Associated Press writer Mia Lund in Riga contributed."),
)

shape(
    "reuters",
    "Northmark government falls after railway vote\n"
    "\n"
    "By Ana Horvat and Jon Roe\n"
    "\n"
    "March 3, 2024 6:12 PM UTC Updated 2 hours ago\n"
    "\n"
    "[1/2] Northmark's Prime Minister Ana Horvat leaves parliament in Skelby, Northmark, March 3, 2024. REUTERS/Jane Doe Purchase Licensing Rights\n"
    "\n"
    "Summary\n"
    "\n"
    "Government loses vote by 71 to 70\n"
    "\n"
    "Election expected in May\n"
    "\n"
    "SKELBY, March 3 (Reuters) - Northmark's government fell on Monday after losing a vote of confidence.\n"
    "\n"
    "Prime Minister Ana Horvat said she would resign.\n"
    "\n"
    "Advertisement · Scroll to continue\n"
    "\n"
    "The opposition welcomed the result.\n"
    "\n"
    "Reporting by Ana Horvat in Skelby and Jon Roe in Tallinn, additional reporting by Mia Lund; Writing by Jon Roe; Editing by Piet Vos\n"
    "\n"
    "Our Standards: The Thomson Reuters Trust Principles.\n"
    "\n"
    "Purchase Licensing Rights\n",
    ("headline", "Northmark government falls after railway vote"),
    ("byline", "By Ana Horvat and Jon Roe"),
    ("stamp", "March 3, 2024 6:12 PM UTC Updated 2 hours ago"),
    ("caption", "[1/2] Northmark's Prime Minister Ana Horvat leaves parliament in Skelby, Northmark, March 3, 2024."),
    ("photo_credit", "REUTERS/Jane Doe Purchase Licensing Rights"),
    ("subhead", "Summary"),
    ("list_item", "Government loses vote by 71 to 70"),
    ("list_item", "Election expected in May"),
    ("dateline", "SKELBY, March 3 (Reuters) -"),
    ("body", "Northmark's government fell on Monday after losing a vote of confidence."),
    ("body", "Prime Minister Ana Horvat said she would resign."),
    ("promo", "Advertisement · Scroll to continue"),
    ("body", "The opposition welcomed the result."),
    (
        "credit",
        "Reporting by Ana Horvat in Skelby and Jon Roe in Tallinn, additional reporting by Mia Lund; Writing by Jon Roe; Editing by Piet Vos",
    ),
    ("promo", "Our Standards: The Thomson Reuters Trust Principles."),
    ("promo", "Purchase Licensing Rights"),
)

shape(
    "xinhua",
    "Northmark to hold election in May\n"
    "Source: Xinhua\n"
    "Editor: huaxia\n"
    "2024-03-03 10:12:45\n"
    "SKELBY, March 3 (Xinhua) -- Northmark will hold an early election in May, its president said on Sunday.\n"
    "The decision came after the government lost a vote of confidence. Enditem\n",
    ("headline", "Northmark to hold election in May"),
    ("credit", "Source: Xinhua"),
    ("stamp", "Editor: huaxia"),
    ("stamp", "2024-03-03 10:12:45"),
    ("dateline", "SKELBY, March 3 (Xinhua) --"),
    ("body", "Northmark will hold an early election in May, its president said on Sunday."),
    ("body", "The decision came after the government lost a vote of confidence."),
    ("stamp", "Enditem"),
)

shape(
    "abc-au",
    "Skelby flood victims still in tents a year on\n"
    "\n"
    "By regional reporter Jane Doe\n"
    "Posted Sun 3 Mar 2024 at 5:12pm\n"
    "Updated Sun 3 Mar 2024 at 6:40pm\n"
    "\n"
    "A row of tents on a muddy field.\n"
    "The tents were meant to be used for six weeks.(ABC News: Jane Doe)\n"
    "Help keep family & friends informed by sharing this article\n"
    "Link copied\n"
    "\n"
    "Hundreds of people who lost their homes in last year's flood are still living in tents.\n"
    "\n"
    "In short:\n"
    "\n"
    "More than 300 people are still in tents.\n"
    "\n"
    "The state says new homes will be ready by June.\n"
    "\n"
    "What's next?\n"
    "\n"
    "A review is due in April.\n",
    ("headline", "Skelby flood victims still in tents a year on"),
    ("byline", "By regional reporter Jane Doe"),
    ("stamp", "Posted Sun 3 Mar 2024 at 5:12pm"),
    ("stamp", "Updated Sun 3 Mar 2024 at 6:40pm"),
    ("body", "A row of tents on a muddy field."),
    ("caption", "The tents were meant to be used for six weeks."),
    ("photo_credit", "(ABC News: Jane Doe)"),
    ("promo", "Help keep family & friends informed by sharing this article"),
    ("promo", "Link copied"),
    ("body", "Hundreds of people who lost their homes in last year's flood are still living in tents."),
    ("body", "In short:"),
    ("body", "More than 300 people are still in tents."),
    ("body", "The state says new homes will be ready by June."),
    ("subhead", "What's next?"),
    ("body", "A review is due in April."),
)

shape(
    "aggregator-no-head-rail-label",
    "A court in Northmark on Monday jailed a former minister for nine years for taking bribes from a railway builder.\n"
    "Josip Kralj, who was transport minister until 2019, denied the charge and said he would appeal.\n"
    '"This is revenge," he told reporters outside the court.\n'
    "Prosecutors said he had taken €2 million in cash.\n"
    "More From World\n"
    "Quake Shakes Northern Chile, No Damage Reported\n"
    "Three Climbers Rescued After Night on Glacier\n"
    "Trending Now\n"
    "Singer Cancels Tour After Fall\n",
    (
        "body",
        "A court in Northmark on Monday jailed a former minister for nine years for taking bribes from a railway builder.",
    ),
    ("body", "Josip Kralj, who was transport minister until 2019, denied the charge and said he would appeal."),
    ("body", '"This is revenge," he told reporters outside the court.'),
    ("body", "Prosecutors said he had taken €2 million in cash."),
    ("rail_label", "More From World"),
    ("rail", "Quake Shakes Northern Chile, No Damage Reported"),
    ("rail", "Three Climbers Rescued After Night on Glacier"),
    ("rail_label", "Trending Now"),
    ("rail", "Singer Cancels Tour After Fall"),
)

shape(
    "list-mid-no-bullets",
    "New bus routes from Monday\n"
    "\n"
    "Five bus routes in Skelby change on Monday.\n"
    "\n"
    "The changes are:\n"
    "Route 1 now ends at the harbour\n"
    "Route 4 runs every ten minutes\n"
    "Route 9 is withdrawn\n"
    "\n"
    "Fares stay the same.\n",
    ("headline", "New bus routes from Monday"),
    ("body", "Five bus routes in Skelby change on Monday."),
    ("body", "The changes are:"),
    ("list_item", "Route 1 now ends at the harbour"),
    ("list_item", "Route 4 runs every ten minutes"),
    ("list_item", "Route 9 is withdrawn"),
    ("body", "Fares stay the same."),
)

shape(
    "caption-only-name",
    "Chef wins second star\n"
    "Chef Mia Lund in her kitchen in Skelby\n"
    "Jane Doe/Skelby Courier\n"
    "A chef from Skelby has won a second star for her restaurant.\n"
    "Mia Lund, 41, said she cried when the call came.\n",
    ("headline", "Chef wins second star"),
    ("caption", "Chef Mia Lund in her kitchen in Skelby"),
    ("photo_credit", "Jane Doe/Skelby Courier"),
    ("body", "A chef from Skelby has won a second star for her restaurant."),
    ("body", "Mia Lund, 41, said she cried when the call came."),
)

shape(
    "dutch-style",
    "Skelby, 3 March 2024\n"
    "\n"
    "Statement by the Foreign Minister on the events in Kralja\n"
    "\n"
    "The Foreign Minister is deeply concerned by the events in Kralja.\n"
    "\n"
    "He calls on all sides to show restraint.\n",
    ("stamp", "Skelby, 3 March 2024"),
    ("headline", "Statement by the Foreign Minister on the events in Kralja"),
    ("body", "The Foreign Minister is deeply concerned by the events in Kralja."),
    ("body", "He calls on all sides to show restraint."),
)
