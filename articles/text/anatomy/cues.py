"""Cues: the wordings by which a paragraph of a report tells that it is not the story itself.

The patterns are our own, drawn from how agencies, papers, broadcasters and government offices set their reports.
Every pattern is anchored or bounded, so that the work on a paragraph is linear in its length."""

import re
from dataclasses import dataclass

from articles.text.anatomy.furniture import furniture
from articles.text.anatomy.stamps import is_end_mark, is_stamp, is_wire_mark
from articles.text.report import Role

PROMO_LIMIT = 75
"""Words; a longer paragraph that says "click here" is part of the story."""

CUE_LIMIT = 2000
"""Characters; no paragraph as long as that is anything but the story, whatever words it holds."""

MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAY = r"(?i:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?i:day)?\.?"

AGENCIES = (
    "Interfax-Ukraine|Xinhua News Agency|Press Trust of India|Asian News International|Tribune News Service|Kyodo News|"
    "Reuters|Thomson Reuters|Associated Press|The Associated Press|AP|AFP|Agence France-Presse|Agence France Presse|TASS|"
    "Interfax|UNIAN|Ukrinform|dpa|DPA|Deutsche Presse-Agentur|EFE|ANSA|Xinhua|Kyodo|Kyodo News|Yonhap|PTI|ANI|IANS|UNI|"
    "APP|INP|Bernama|Antara|NAN|GNA|PANA|SAPA|AAP|NZME|RNZ|CP|The Canadian Press|Canadian Press|PA|PA Media|"
    "Press Association|UPI|Bloomberg|Anadolu|Anadolu Agency|AA|WAM|SPA|IRNA|MENA|Petra|Sputnik|RIA Novosti|RFE/RL|"
    "VOA|BBC|CNN|ABC|CBS|NBC|NPR|Al Jazeera|Dow Jones|MarketWatch|Newswire|PRNewswire|PR Newswire|Business Wire|"
    "GlobeNewswire|EPA|EPA-EFE|Getty|Getty Images|Shutterstock|Alamy|AP Photo|Keystone|NTB|TT|Ritzau|BTA|MTI|PAP|CTK|"
    "APA|ANP|Belga|Lusa|Agerpres|Tanjug|HINA|STA|AKI|IPS|MTN|KNA|STP|ZANIS|NAMPA|ENA|SUNA|BNS|ELTA|LETA|Belta|"
    "VNA|KUNA|QNA|NNA|AZERTAC|Azertac|Kazinform|Armenpress|TASR|Agência Brasil|Agencia Brasil|Prensa Latina|Europa Press|"
    "Jiji|Jiji Press|BSS|UNB|WAFA|ISNA|Tasnim|Adnkronos|Agenzia Nova|Angop|New Ziana|CMC|TNS|Inter Press Service|RFA|BERNAMA|XINHUA|ANTARA|REUTERS|KYODO|YONHAP|ANADOLU|BLOOMBERG"
)
_AGENCY_LINE = re.compile(
    rf"\A[\W_]*(?:{AGENCIES})(?:(?:\s*[/,&]\s*| and )(?:{AGENCIES})){{0,4}}[\W_]*\Z|\A(?:[Vv]ia|[Ss]taff(?:,| and| with)) (?:{AGENCIES}|[Aa]gencies)\.?\Z|\A[(\[][A-Z][\w.& ]{{1,30}},? (?:with|and) (?:{AGENCIES}|agencies)(?:(?:,| and|/) ?(?:{AGENCIES}))*[)\]]\Z|\A\(\s*[A-Z]{{2,6}}(?:\s*[/,&]\s*[A-Z]{{2,6}}){{0,4}}\s*\)\Z"
)
_PICTURE_AGENCY = re.compile(
    r"\A\W*(?:Getty|Getty Images|Shutterstock|Alamy|EPA|EPA-EFE|AP Photo|AFP via Getty Images|Keystone|iStock)\W*\Z"
)
_WITH_NAMES = re.compile(
    rf"\A\W{{0,3}}[Ww]ith (?:(?:{AGENCIES})\b|[A-Z][\w/.&-]*(?: [A-Z][\w/.&-]*){{0,3}} (?:News|Press|Service|Agency|Wire|Times|Post)\b|agencies\b).{{0,100}}\Z"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What the wording of a paragraph says of its role. `label` is the length of a leading label, else 0."""

    role: Role
    rule: str
    confidence: float
    label: int = 0


_SIGN_OFF = re.compile(
    rf"\A[\W_]{{0,3}}(?:{AGENCIES})(?: (?:[A-Z]{{2,4}}|[a-z]{{2,4}})(?:[/-](?:[A-Z]{{2,4}}|[a-z]{{2,4}})){{0,4}}){{1,5}}(?: ?\d{{3,4}})?[\W_]{{0,3}}\Z"
)
_SIGNED = re.compile(
    r"\A[a-z]{2,4}(?:[/,-] ?[a-z]{2,4}){0,4} \((?:dpa|epd|kna|afp|[A-Z])[\w/-]*(?:, ?\w[\w/-]*){0,4}\)\Z"
)

# ---- notes ---------------------------------------------------------------------------------------------------------

_THIS_STORY = r"(?:story|article|report|post|version|page|piece|headline|item|dispatch|copy|text|caption|column|interview|obituary|essay|review|newsletter|transcript|video)"
_NOTE_LABEL = re.compile(
    r"\A\W{0,3}(?:(?:editor[’']?s?[’']?|publisher[’']?s|author[’']?s|reader[’']?s?)[’']? note|note (?:to|for) "
    r"(?:editors?|readers?|the media|subscribers)|notes? (?:to|for) (?:the )?editors?|correction|corrections?(?: and| &) clarifications?|"
    r"clarification|corrected|corrects|erratum|errata|amendment|eds|disclosure|disclaimer|advisory|editor[’']s? update|"
    r"update(?= ?[:–—-].{0,200}\b(?:this|the) (?:story|article|headline|report)\b))"
    r"(?:\s*\([^)]{1,40}\)|,? (?:on )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|,? (?:on )?\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)?\s*(?:[:–—-]|\.\s|\Z)",
    re.I,
)
_NOTE_BODY = re.compile(
    rf"\A\W{{0,3}}(?:(?:the headline (?:of|on) )?(?:this|the|an?) (?:\w+ ){{0,3}}?{_THIS_STORY}"
    rf"(?: (?:on|of|about|published)\b[^.]{{0,60}}?)? (?:has been|was|is|have been) "
    rf"(?:since |later |subsequently |first |originally |previously |also )?"
    rf"(?:updated|corrected|amended|revised|edited|changed|clarified|republished|modified|produced|translated|adapted|republish|"
    rf"published|funded|supported|part of|developing|being updated)|"
    rf"(?:an|a previous|previous|earlier)\s?(?:earlier|previous)? versions? of this {_THIS_STORY}|"
    rf"(?:this|an earlier) {_THIS_STORY} (?:originally |incorrectly |corrects|clarifies|misstated|wrongly|mistakenly|appears? in|is from|contains? (?:graphic|distressing|descriptions|language)|"
    rf"discusses suicide|first appeared|originally appeared|appeared|will be updated|may be updated|forms part)|"
    rf"this is a (?:developing|breaking)|this is an? (?:updated|corrected) |more (?:details )?to follow|a version of this (?:article|story)|more follows|"
    rf"\((?:corrects|updates|adds|recasts|repeats|refiles|removes|deletes|fixes|clarifies|writes through|rewrites|changes)\b|"
    rf"(?:corrects|recasts|refiles|writes through)\b[^.]{{0,120}}\b(?:para|paragraph|headline|spelling|name|date|throughout)|"
    rf"warning: (?:this|the following|some|contains)|(?:the )?views expressed|the opinions expressed|"
    rf"(?:some )?names (?:have|has) been changed|developing story)",
    re.I,
)

# ---- reporting credits ---------------------------------------------------------------------------------------------

_CREDIT = re.compile(
    r"\A[\W_]{0,4}(?:with |based (?:in part |partly )?(?:on|upon) |(?:this|the) (?:story|report|article) (?:includes|contains|is based on|draws on|uses) |includes )?(?:the |a )?(?:additional |further |extra |supplementary |original |local |more )?"
    r"(?:reporting|writing|editing|compiled|compilation|edited|translation|translated|written|reported|production|research|graphics?|"
    r"files|inputs?|agency inputs?|inputs? from agencies|agenc(?:y|ies)|contributions?|material|information|rewriting|polishing|fact-checking|"
    r"filming|video|photography|cowritten|co-written|produced|proofread(?:ing)?|reports?|news ?room)"
    r"(?: (?:and|&) (?:writing|editing|reporting|research|photography|additional reporting|translation|photos?))?"
    r"(?:\s+(?:by|from|of)\b|\s*:\s+)",
    re.I,
)
_WITH = re.compile(
    r"\A[\W_]{0,3}with (?:additional )?(?:reporting|files?|inputs?|agenc(?:y|ies)|reports?|contributions?|information|material|reuters|afp|ap|pti|ani|wires?|wire services)\b",
    re.I,
)
_CONTRIBUTED = re.compile(
    r"\b(?:also )?(?:contributed|assisted|helped)\b(?: with| in| to)?(?: (?:additional|further|some))? ?"
    r"(?:(?:with |to |in )?(?:the )?(?:reporting|research)\b|(?:to )?(?:this|the) (?:report|story|article|dispatch|piece|newsletter)\b|\.?\Z)",
)
_REPORTED_FROM = re.compile(
    r"\A[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?:,? (?:and )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}){0,4} (?:reported|reports|is reporting|contributed) from [A-Z]"
)
_STAFF_LINE = re.compile(
    r"\A\W{0,3}(?i:(?:copy[ -]|sub[ -]?|web |online |news |video |photo )?editors?|filed by|edit(?:ed|ing) by|translators?|producers?|proofreaders?|fact[ -]checkers?|illustrators?)\s*:\s*[A-ZÀ-Þ][\w.'’-]+(?: [\w.'’-]+){0,4}\Z"
)
_SOURCE_LINE = re.compile(
    r"\A\W{0,2}(?:(?:additional |other )?sources?|via|agenc(?:y|ies))\s*[:–—•|-]\s*\S.{1,60}\Z|\A\W{0,3}(?:agenc(?:y|ies)|news agencies|wire (?:services|reports)|staff and agencies|our correspondent)\W*\Z|\ASOURCE [A-Z]",
    re.I,
)
_ORIGINAL = re.compile(
    r"\A\W{0,3}(?:(?:this (?:article|story|report|piece) )?(?:was )?(?:originally|first) (?:published|appeared|posted)|(?:originally )?published by|republished (?:from|with permission)|read the original)\b",
    re.I,
)

# ---- the outlet speaking of itself ---------------------------------------------------------------------------------

_PROMO_START = re.compile(
    r"\A\W{0,4}(?:"
    r"sign[ -]?up (?:for|to|here|now|below|today|and)|subscribe(?:\W*\Z| (?:to|now|here|today|for|and)\b)|"
    r"follow (?:us|@|our|\w+(?:[ ’']\w+){0,5} on (?:twitter|x|facebook|instagram|threads|linkedin|tiktok|youtube|whatsapp|telegram|google|apple|bluesky|mastodon))|"
    r"like us on|find us on|join (?:us on|us for|our|the (?:conversation|discussion|debate)|\w+(?: \w+){0,4} (?:whatsapp|telegram|facebook)\b)|"
    r"(?:click|tap|press) (?:here|to|on|the|below|through)\b|(?:additional|exclusive|free|more) perks for|why (?:you can |to )?trust (?:us|our|this|the|[A-Z]\w*)\b|list (?:of \d+ items|\d+ of \d+)\W*\Z|end of list\W*\Z|heard on\b.{1,60}\Z|please use\b|ad ?block\w*\b|\[email protected\]|"
    r"listen to .{1,40} on (?:apple|spotify|google|amazon|youtube)|"
    r"download (?:our|the|now|\w+(?:['’]s)? (?:free )?app)\b|"
    r"get (?:the latest|our|more (?:news|stories|local|from)|all the latest|breaking|(?:the )?(?:\w+ ){0,4}(?:newsletter|briefing|alerts|headlines|app)\b|unlimited|exclusive|your daily|the day['’]s|the news)|"
    r"stay (?:up to date|up-to-date|informed|connected|tuned|ahead|in the know|on top)|"
    r"share (?:this|on|via|your|with|the story|story|article|full article)\b|share\W*\Z|(?:tweet|email|e-mail|print|save|bookmark|copy link|pin it|whatsapp)(?: this(?: article| story| page)?)?\W*\Z|"
    r"share or\b|help keep\b.{0,40}\bsharing\b|link copied|our standards\s*:|(?:purchase|acquire) licensing rights|\d[\d.,k]* (?:shares?|comments?|likes)\W*\Z|"
    r"send (?:us|your (?:letters|stories|photos|comments|views|tips)) |(?:have|do) you (?:have|know|been affected|got|want|live|work)\b.{0,160}\b(?:e-?mail|contact|get in touch|let us know|call us|tell us|write to|share|story\?|tip)\b|"
    r"got a (?:story|tip|news|question|view)|if you have (?:a story|a tip|been affected|any information for our)|"
    r"(?:please )?(?:contact|e-?mail|write to|reach|message|call) (?:us|our|the (?:newsroom|editor|author|reporter|writer))\b|"
    r"contact (?:the )?(?:author|writer|reporter|[A-Z][a-z]+ [A-Z][a-z]+ at )|"
    r"(?:please )?(?:support|help) (?:us|our (?:journalism|work|reporting|newsroom)|independent journalism|local (?:news|journalism)|quality journalism|\w+(?: \w+){0,3} journalism)|"
    r"(?:donate|give|contribute)(?:\W*\Z| (?:now|today|here)\b)|(?:become|be) (?:a|an) (?:member|subscriber|supporter|patron)|"
    r"(?:register|log ?in|sign in|create (?:a|an|your) (?:free )?account|create account)(?:\W*\Z| (?:now|for free|to (?:read|continue|comment|our)|here|today))|"
    r"already (?:a|have|registered|subscribed)\b.{0,60}|(?:continue|keep) reading\b.{0,60}|"
    r"(?:to )?read (?:more (?:from|of|about|on|in|at|stories|news)|the full (?:story|article|report|text)|our|all|this|full story)\b.{0,140}(?:here|online|website|section|app|coverage|newsletter|edition|page|\.com)\b|"
    r"for (?:more|all|further|the latest|full|additional|complete) (?:[\w'’.-]+ ){0,5}?(?:news|stories|information|coverage|updates|headlines|details|videos?|analysis|sports?)\b.{0,120}(?:check our|read our|click|visit|follow|go to|sign up|see our|head to|subscribe|download|here|www|http|tap|app\b|\.com|call)|"
    r"for the (?:latest|best|most)\b.{0,100}\b(?:click|visit|follow|go to|sign up|download|subscribe|www|\.com)|"
    r"visit (?:our|us|the .{1,40} (?:website|page|app|shop|store)|www|http|[\w.-]+\.(?:com|org|net|co))|"
    r"listen to (?:this (?:article|story)|our|the (?:latest )?(?:episode|podcast)|the full)|watch (?:live|our|the (?:full )?(?:video|report|interview|clip)|now|the moment)\b|"
    r"(?:see|view|show|load|read|hide|leave|post|add|write|join|view all|see all|load more) (?:all |more |a |the |\d+ )?(?:comments?|photos|gallery|images|replies|discussion)\b|"
    r"(?:\d+ )?comments?(?: \(\d+\)| \d+)?\W*\Z|(?:comments are|commenting on this)\b.{0,80}|"
    r"(?:an? |this )?(?:advertisement|advertisment|advertorial|advert|sponsored(?: content| by| post)?|promoted(?: content| by| stories)?|paid (?:content|post|for by)|partner content|ad)\b(?:\W*\Z|\s*[-–—|:(·•]| feature| continue)|"
    r"(?:the )?(?:article|story|post|content|report|page|text|advertisement) continues? (?:below|after|beneath|under)|story continues|"
    r"(?:view|open|show|expand|enlarge) (?:this )?(?:image|photo|picture|gallery)\b|(?:re)?use this content|after newsletter promotion|newsletter promotion|"
    r"(?:scroll|swipe|skip|jump) (?:down|to|past|left|right|for|back)\b|skip advert\w*|back to top|"
    r"©|copyright\b.{0,12}(?:©|\d{4}|\(c\))|\(c\) ?\d{4}|all rights reserved|\d{4} © |"
    r"terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice)|cookies?\b (?:policy|settings)|"
    r"by (?:signing|subscribing|clicking|submitting|entering|registering|continuing|providing)\b.{0,60}\b(?:you|your|our)\b|"
    r"you (?:can (?:unsubscribe|opt|also (?:follow|listen|find|sign|read))|are reading|have (?:\d+|no|reached|read))\b.{0,80}|"
    r"we (?:use cookies|value your|want to hear|would love to hear|may earn|['’]d like to hear|want your)|"
    r"(?:enter|submit) your (?:e-?mail|details|name)|(?:your )?e-?mail address\W*\Z|thank(?:s| you) for (?:reading|subscribing|signing|registering|your support)|"
    r"this (?:article|story|content|page) is (?:free|only|available|for|exclusive|reserved|brought)\b|"
    r"(?:enjoy(?:ing|ed)?|like|liked?|love) (?:this|what you|reading|our)\b.{0,60}|"
    r"(?:our|the|this) (?:\w+ ){0,3}(?:newsletter|podcast|app|whatsapp channel)\b.{0,40}\b(?:gives|brings|delivers|keeps|is (?:free|available|now))|"
    r"(?:don['’]t|never) miss (?:a|our|out|an|the)\b.{0,80}(?:story|update|newsletter|beat|episode|news|sign|follow|subscribe)|"
    r"want (?:more|to (?:read|know|get|receive|stay|hear))\b.{0,120}(?:sign|subscribe|click|newsletter|here|follow|inbox)|"
    r"most popular on|(?:turn on|enable|allow) (?:notifications|javascript|cookies)|javascript|add us|add .{1,30} as (?:a|your) preferred|"
    r"prefer .{1,40} on google|make us your|choose us|whatsapp us|text us|buy (?:tickets|the paper|today['’]s)|order a copy|"
    r"(?:a )?free (?:daily|weekly|morning) (?:newsletter|briefing)|newsletter\W*\Z|(?:e-?mail )?newsletters?\W*(?:sign.?up)?\W*\Z|"
    r"comments? ?\(\d+\).{0,80}|(?:load|show|see) (?:more|key|all|older|newer|earlier)(?: \w+){0,4}\W*\Z|please (?:turn on|enable|allow|consider)\b|view this (?:post|photo|video|content) on\b|"
    r"got a (?:\w+ ){0,2}(?:story|tip)|have a (?:\w+ ){0,2}(?:story|tip|question|comment)\?|to (?:submit|subscribe|unsubscribe|advertise|place an?|comment on)\b|"
    r"(?:for )?(?:interviews?|media (?:enquiries|inquiries|queries|contacts?)|press (?:enquiries|inquiries|queries|contacts?)|(?:more|further) information|bookings|press office|investor relations)\b.{0,90}(?:contact|call|e-?mail|phone|@|\d{3})|"
    r"(?:media |press |news )?contacts?\s*:|listen to the .{1,40} here\b|(?:this )?(?:content|article|post|feature) (?:was|is|has been) (?:paid for|sponsored|produced (?:by|with) (?:our|the) (?:commercial|advertis))|"
    r"(?:home|about us|contact us|advertise|careers|help|faq|sitemap|rss)(?: ?[|•·] ?.{2,100})?\W*\Z"
    r")",
    re.I,
)
_PROMO_INSIDE = re.compile(
    r"\bclick (?:here|on the link|the link)\b|\bsign up (?:here|for (?:our|free|the|its|[A-Z][\w’'-]+['’]s?)|to (?:our|receive|the))\b.{0,80}|"
    r"\b(?:straight|direct(?:ly)?|delivered|sent|right|free) (?:in)?to your (?:inbox|e-?mail|phone|mobile|door)\b|\bin your inbox\b|"
    r"\bsubscribe to (?:our|the)\b|\bdownload (?:our|the)\b.{0,24}\bapp\b|\bfollow us on\b|\bsupport our (?:journalism|work)\b|"
    r"\bjoin (?:us|our)\b.{0,40}\b(?:whatsapp|telegram|channel|community|facebook)\b|"
    r"\b(?:newsletter|live briefing|daily briefing|podcast|app) (?:gives|brings|delivers|keeps) you\b|\bgives you the latest\b|"
    r"\bfor all of\b.{1,50}[’']s? coverage\b|\byou can (?:also )?(?:follow|find|contact|reach|email)\b.{0,50}\b(?:twitter|facebook|instagram|@\w)|"
    r"\ball rights reserved\b|\bmay not be (?:published|reproduced|republished|redistributed)\b|\b(?:e-?mail|write to) (?:us|her|him|them|me) (?:at|on) \S+@|"
    r"\bcan be (?:reached|contacted) (?:at|on|via)\b.{0,60}@|\bfollow (?:him|her|them|me|[A-Z]\w+(?: [A-Z]\w+){0,2}) (?:on (?:twitter|x|facebook|instagram|bluesky)|@\w|at @)",
    re.I,
)
_OUR = re.compile(
    r"\bour (?:\w+ )?(?:app|newsletters?|website|site|e-?paper|podcasts?|live (?:page|blog)|(?:whatsapp|telegram|youtube) channel|subscribers|readers|team|reporters|journalism|journalists|commercial (?:department|team|content))\b|"
    r"\b(?:consider|make|making) a (?:small |one-off |regular |monthly )?(?:donation|contribution)\b|\bshop now\b|\buse (?:the )?code [A-Z0-9]{3,}|\btext us\b|\bpaid for by\b|\bour rules\b",
    re.I,
)
_PROMO_WORDS = (
    "click",
    "sign up",
    " your ",
    "inbox",
    "subscribe",
    "download",
    "follow",
    "support",
    "join",
    " you ",
    "coverage",
    "rights",
    "may not",
    "@",
    "mail us",
)
_OUR_WORDS = ("our ", "donation", "contribution", "shop now", "code ", "text us", "paid for")
"""One of these stands in whatever the patterns beside them find: looking for them first is quick."""
_POSTED = re.compile(
    rf"(?:\A|\s)[—–-] ?[^()]{{1,60}} \(@\w{{1,30}}\)(?:,? (?:{MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {MONTH} \d{{4}}|\d{{1,2}}:\d\d.{{0,30}}))?\Z"
)
_BUTTON = re.compile(
    r"\A(?:close|menu|search|loading\W*|skip to (?:main )?content|toggle \w+|home|listen|read later|add to your saved stories|gift (?:this )?article|save(?: for later)?|play|pause|mute|unmute|next|previous|caption|image|video|live|more|close menu|open menu|show more|read more)\W*\Z",
    re.I,
)
_HANDLE = re.compile(
    r"\A\W{0,2}(?:(?:twitter|x|instagram|facebook|e-?mail|contact)\s*:\s*)?(?:@\w{2,30}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}|(?:https?://|www\.)\S+)\W{0,2}\Z",
    re.I,
)
_QUOTED = re.compile(r"[\"“”«»]|(?<!\w)[‘']")
_OLD = re.compile(r"\AThis (?:article|story) is (?:more than|over) .{1,20} old\.?\Z", re.I)
_SHARE_BAR = frozenset(
    "share tweet email e-mail print facebook twitter whatsapp telegram linkedin reddit pinterest save copy link messenger x threads bluesky "
    "this on via comment comments follow like flipboard pocket more instagram youtube and url link's article story "
    "sms mail tumblr gift bookmark listen".split()
)
_SHARE_CORE = frozenset("share tweet facebook twitter whatsapp linkedin email print reddit pinterest".split())


def _is_share_bar(text: str, words: int) -> bool:
    if words > 14:
        return False
    tokens = [token for token in re.split(r"[\W_]+", text.lower()) if token and not token.isdigit()]
    return (
        bool(tokens) and all(token in _SHARE_BAR for token in tokens) and any(token in _SHARE_CORE for token in tokens)
    )


# ---- other stories -------------------------------------------------------------------------------------------------

_SEE_ALSO_WORDS = (
    r"see also|also see|see more|read more|read also|also read|also on .{1,24}|read next|read on|read here|must[ -]read|"
    r"related(?: (?:story|stories|article|articles|coverage|content|news|reading|links?|topics?|posts?))?|"
    r"more on this(?: story| topic)?|more (?:stories|coverage|reading|to read)|recommended(?: (?:reading|stories|for you))?|further reading|"
    r"(?:don['’]t miss|in case you missed it|icymi)|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|what to read next|"
    r"up next|next(?: story| article)?|previous(?:ly)?(?: story| article)?|dig deeper|go deeper|learn more|find out more|earlier|"
    r"from the archives?|also|read"
)
_SEE_ALSO_SOFT = (
    r"more|watch(?: more| now| also)?|listen|photo gallery|in pictures|in photos|photos?|video|gallery|explainer|explained|analysis|opinion|"
    r"live(?: updates?| blog)?|background|fact check|factbox|timeline|podcast|interactive|quiz|profile|special report|editorial"
)
_LINK_MARK = r"\s*(?::|\||>{1,2}|»|›|→|➜|▶|►|[–—]|\s-\s)\s*"
_SEE_ALSO = re.compile(rf"\A[\W_]{{0,4}}(?:{_SEE_ALSO_WORDS}){_LINK_MARK}(?=\S)", re.I)
_SEE_ALSO_BRACKET = re.compile(rf"\A[\[(](?:{_SEE_ALSO_WORDS}|{_SEE_ALSO_SOFT})[:\]]?\s*[\]):]?\s*(?=\S)", re.I)
_SEE_ALSO_CAPS = re.compile(
    r"\A\W{0,3}(?:SEE ALSO|READ MORE|READ ALSO|ALSO READ|RELATED(?: STORY| STORIES| ARTICLE)?|READ NEXT|WATCH|MORE ON THIS STORY|MUST READ)\s+(?=[A-Z0-9“\"‘'][^\s])"
)
_SEE_ALSO_SOFT_CUE = re.compile(rf"\A\W{{0,4}}(?:{_SEE_ALSO_SOFT})\s*(?::|\||>{{1,2}}|»|›|→)\s*(?=\S)", re.I)
_ARROW = re.compile(r"\A(?:[→►▶➤➜]|[»›](?=\s)|\[\+\])\s*(?=\w|[“\"‘'])|\A>{1,3}\s*(?=\w)")


def cue(text: str, words: int, title_like: bool) -> Cue | None:
    """What the wording of a paragraph says of its role, wherever it stands; None where it says nothing.

    Labels of lists, bylines and captions hang on their place and are told elsewhere."""
    if len(text) > CUE_LIMIT or (text[0] in '"“«' and not _SEE_ALSO.match(text)):
        return None
    if is_stamp(text, words):
        return Cue(Role.STAMP, "time or length of reading", 0.9)
    if words <= 3 and is_end_mark(text):
        return Cue(Role.STAMP, "end mark", 0.85)
    if words <= 14 and is_wire_mark(text):
        return Cue(Role.STAMP, "wire mark", 0.85)
    if _NOTE_LABEL.match(text):
        return Cue(Role.NOTE, "note label", 0.95)
    if words <= 130 and _NOTE_BODY.match(text):
        return Cue(Role.NOTE, "speaks of this report", 0.85)
    if words <= PROMO_LIMIT and "(@" in text and _POSTED.search(text):
        return Cue(Role.PROMO, "embedded post", 0.75)
    found = _credit(text, words) or _other_story(text, words, title_like)
    if found:
        return found
    printed = furniture(text, words)
    if printed:
        return Cue(*printed)
    if (words <= PROMO_LIMIT and not title_like) or words <= 12:
        if _OLD.match(text):
            return Cue(Role.STAMP, "age of the report", 0.9)
        if _PROMO_START.match(text) or _is_share_bar(text, words):
            return Cue(Role.PROMO, "outlet speaks to its readers", 0.85)
        low = text.lower()
        if any(word in low for word in _PROMO_WORDS) and _PROMO_INSIDE.search(text):
            return Cue(Role.PROMO, "promotion inside", 0.8)
        if words <= 40 and any(word in low for word in _OUR_WORDS) and not _QUOTED.search(text) and _OUR.search(text):
            return Cue(Role.PROMO, "speaks of its own service", 0.75)
        if words <= 5 and (_BUTTON.match(text) or _HANDLE.match(text)):
            return Cue(Role.PROMO, "address, handle or button", 0.75)
    return None


def _credit(text: str, words: int) -> Cue | None:
    if words > 90:
        return None
    if (_CREDIT.match(text) or _WITH.match(text)) and _mostly_names(text):
        return Cue(Role.CREDIT, "reporting credit", 0.92)
    if (
        words <= 45
        and ("contributed" in text or "assisted" in text or "helped" in text)
        and _CONTRIBUTED.search(text)
        and text[0].isupper() | (text[0] in "(—–*_")
    ):
        return Cue(Role.CREDIT, "contributed to this report", 0.9)
    if words <= 40 and " from " in text and _REPORTED_FROM.match(text) and _mostly_names(text):
        return Cue(Role.CREDIT, "reported from", 0.75)
    if words <= 14 and _WITH_NAMES.match(text) and _mostly_names(text) and not text.endswith((".", "?")) | (words > 9):
        return Cue(Role.CREDIT, "with agencies", 0.85)
    if words <= 5 and _PICTURE_AGENCY.match(text):
        return None
    if words <= 8 and (_AGENCY_LINE.match(text) or _SIGNED.match(text) or _SIGN_OFF.match(text)):
        return Cue(Role.CREDIT, "agency alone", 0.75)
    if words <= 9 and _SOURCE_LINE.match(text):
        return Cue(Role.CREDIT, "source line", 0.75)
    if words <= 8 and _STAFF_LINE.match(text):
        return Cue(Role.CREDIT, "staff behind the story", 0.8)
    if words <= 45 and _ORIGINAL.match(text):
        return Cue(Role.NOTE, "first published elsewhere", 0.8)
    return None


def _mostly_names(text: str) -> bool:
    """Whether a credit lists names rather than telling a story: few words in lower case beside the small ones."""
    tokens = [token.strip("().,;:&") for token in text.split()[2:]]
    small = {
        "by", "and", "in", "for", "from", "at", "the", "with", "additional", "editing", "writing", "reporting", "research", "on", "of", "de", "van", "von",
        "bureau", "bureaus", "bureaux", "newsroom", "desk", "agencies", "agency", "staff", "correspondents", "wire", "services", "reports", "to", "al", "el", "compiled", "translation", "translated", "graphics", "edited", "written", "photos", "inputs", "news", "service", "our", "correspondent", "this", "story", "report", "was", "also", "includes", "contains", "information", "material", "used", "article", "based",
    }  # fmt: skip
    lower = sum(1 for token in tokens if token[:1].islower() and token.lower() not in small)
    return lower <= max(1, len(tokens) // 5)


def _other_story(text: str, words: int, title_like: bool) -> Cue | None:
    if words > 45:
        return None
    match = _SEE_ALSO.match(text) or _SEE_ALSO_BRACKET.match(text) or _SEE_ALSO_CAPS.match(text)
    if match and words <= 40:
        return Cue(Role.SEE_ALSO, "see-also cue", 0.95, match.end())
    if text.endswith(".") and not title_like:
        return None
    soft = _SEE_ALSO_SOFT_CUE.match(text)
    if soft and words >= 4:
        return Cue(Role.SEE_ALSO, "media cue", 0.7, soft.end())
    arrow = _ARROW.match(text)
    if arrow and words >= 3:
        return Cue(Role.SEE_ALSO, "arrow", 0.75, arrow.end())
    return None
