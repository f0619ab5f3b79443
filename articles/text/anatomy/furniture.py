"""Furniture: what a page prints around any story: comment boxes, consent, prices, players, appeals, buttons, sign-offs."""

import re

from articles.text.report import Role

_LABEL_WORDS = 7
_LINE_WORDS = 60

_COMMENTS = (
    r"no comments? (?:yet|so far|posted|to show|found)\b.{0,80}|be the first (?:to (?:comment|reply|respond|like|share|know|leave|post|rate)|of your friends)\b.{0,80}|"
    r"(?:view|show|see|read|join|hide|load|open|post|leave|add|write|go to)? ?(?:all |the )?\d[\d.,]*k? ?(?:\w+ )?(?:comments?|replies|responses|shares?|reactions?|likes?|views?|claps?)|"
    r"\d[\d.,]*k? (?:view|show|read|see|share) (?:comments?|this|shares?)|(?:what do you think|what['’]s your (?:view|take|opinion))\b.{0,10}|"
    r"(?:comments|discussion|replies) (?:are|is|have been|has been) (?:now )?(?:closed|disabled|moderated|turned off|switched off)\b.{0,60}|"
    r"(?:leave|post|write|add) (?:a|your) (?:comment|reply|response|review)\b.{0,40}|your e-?mail address will not be\b.{0,80}|"
    r"(?:log ?in|sign in|register|subscribe) to (?:comment|reply|join|leave|post|vote)\b.{0,60}|you must be (?:logged|signed|registered)\b.{0,80}|"
    r"(?:rate|report|flag|print|copy) this (?:article|story|comment|page|link)|(?:was|did you find) this (?:article |story |page )?(?:helpful|useful|interesting)\b.{0,30}|"
    r"(?:sort|filter) by:? (?:newest|oldest|best|most|top|date)\b.{0,60}|(?:tell|let) us (?:know )?what you think\b.{0,80}|have your say\b.{0,10}|"
    r"(?:your|we value your|we want your) (?:opinion|feedback|voice|view)s? (?:matters?|counts?|is important)?.{0,30}|"
    r"share your (?:experiences?|thoughts?|views?|opinions?|feedback|story|suggestions?)\b.{0,160}"
)
_COMMENTS += (
    r"|save my (?:name|e-?mail|details)\b.{0,120}|(?:your )?(?:name|e-?mail|website|comment|message|first name|last name)(?: address)?\s*\*|website|required fields\b.{0,40}|"
    r"[^“”\"]{0,120}\b(?:let us know|tell us|share your \w+|have your say|join the (?:debate|discussion|conversation))\b.{0,30}\b(?:comments?|below)\b.{0,30}|we want our comments\b.{0,140}|"
    r"our community members\b.{0,220}|(?:article|story|page) (?:saved|bookmarked|shared)|you can (?:find|see|read|view) (?:this|all|your) (?:saved )?(?:story|article|stories|articles|bookmarks)\b.{0,140}|"
    r"[^“”\"]{0,120}\byou can (?:check|opt) out at any time\b.{0,60}"
)
_CONSENT = (
    r"by (?:providing|entering|submitting|giving|supplying|clicking|signing|subscribing|checking|ticking|registering|creating|continuing|using)\b[^.]{0,90}\b(?:i|you|we) (?:agree|accept|consent|acknowledge|confirm|understand)\b.{0,220}|"
    r"i (?:agree|consent|accept|understand|would like|have read|want)\b.{0,20}\b(?:terms|privacy|to receive|to get|the processing|offers|promotional)\b.{0,200}|"
    r"this (?:site|form|page|website) (?:is protected by|uses|contains affiliate)\b.{0,160}|(?:we|our partners) (?:and our partners )?(?:may |will )?(?:use|process|collect|store|share) (?:cookies|your|data|personal)\b.{0,160}|"
    r"(?:please )?(?:enter|provide|check|confirm) (?:a valid|your|the) (?:e-?mail|address|password|phone|inbox)\b.{0,80}|(?:invalid|valid) e-?mail\b.{0,40}|"
    r"(?:you (?:have been|are now|['’]re now|are) (?:successfully )?(?:subscribed|signed up|registered))\b.{0,60}|(?:success|thanks|thank you)!.{0,100}|"
    r"(?:manage|change|update|accept|reject) (?:your |all |my )?(?:cookies?|preferences|consent|settings|subscription|account)\b.{0,40}|see our privacy\b.{0,60}|opt out\b.{0,40}"
)
_SERVICE = (
    r"(?:leer|ver|lire|lesen|ler|read|also available) (?:esto |this |it )?(?:(?:story |article )?in|en|auf|em) (?:español|français|deutsch|português|[A-Z]?[a-z]+)(?: .{0,20})?|"
    r"(?:licen[cs]e|republish|reuse|reprint|cite|syndicate|order) (?:this |our )?(?:content|articles?|stor(?:y|ies)|reprints?|work)\b.{0,60}|order reprints\b.{0,60}|"
    r"(?:the |our )?[\w' ’]{0,30}values? your (?:comments?|opinions?|feedback|privacy|views)\b.{0,80}|the (?:content|page|article) you (?:requested|are looking for|were looking for)\b.{0,80}|"
    r"(?:follow|read|see|find|check out|browse) (?:more of |all of |all )?(?:the )?[A-Z][\w.]{1,20}(?: [A-Z]\w+){0,3}['’]s? (?:\w+ ){0,3}coverage\b.{0,140}|more (?:of )?[\w.'’ ]{1,60}(?:coverage|news|stories)?:? ?(?:at |on )?(?:https?://|www\.)\S+|"
    r"(?:receive|get) (?:the |our |all )?(?:essential|latest|top|breaking|important|daily|weekly|local)\b.{0,50}(?:news|stories|updates|headlines|alerts)\b.{0,60}|(?:(?:our|the|free) )?(?:daily|weekly|morning|evening|breaking news|e-?mail|weekend|free)(?: \w+)? (?:newsletters?|briefings?|alerts?|e-?mails?)|"
    r"(?:your|the) (?:browser|device)\b.{0,20}(?:does not|doesn['’]t|is not)\b.{0,80}|an error (?:has )?occurred\b.{0,80}|please try again\b.{0,40}|loading\b.{0,30}"
)
_PRICE = (
    r"(?:subscribe|subscriptions?|membership|digital access|unlock|support us|try|plans?|offer|become a \w+)\b[^.!?]{0,70}(?:[€£$₹₦¥]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:€|£|\$|euros?|dollars|pence|cents|kr|per ?cent off|% off))[^.?]{0,40}(?:\b(?:an?|per|each|every|for)\b|/) ?(?:\d+ |the first |your first )?(?:month|week|year|day|wk|mo|yr|issue|annum)s?\b.{0,30}|"
    r"(?:only |just |from |for )?[€£$₹₦]\s?\d[\d.,]* ?(?:an?|per|/|every|for the first|for) ?(?:\d+ )?(?:month|week|year|mo|wk|yr)s?\b.{0,60}|(?:cancel|unsubscribe) (?:any ?time|at any time)\b.{0,60}|"
    r"(?:this (?:article|story|content) is |for )?(?:subscribers?|members?|premium|registered users)[ -]?(?:only|exclusive|content)?|(?:premium|exclusive|plus|locked|free|paid) (?:article|content|story|access|icon|member)|premium|"
    r"(?:unlock|get) (?:this|unlimited|full|all|premium|exclusive|digital) (?:article|story|access|content)\b.{0,80}|gift (?:subscription|article)s?"
)
_APPEAL = (
    r"(?:hi|hello|hey|dear reader)s?\b.{0,3} (?:this is|i['’]m|i am|it['’]s|my name is)\b.{2,60}\b(?:author|writer|reporter|editor|journalist|one of)\b.{0,200}|"
    r"(?!.{0,400}\b(?:said|says|told|according)\b)(?=.{0,220}\b(?:becom\w+ (?:a|an) (?:\w+ ){0,2}(?:member|supporter|subscriber|patron|donor)|(?:consider|make|making) (?:a|an|your|joining|becoming|supporting|subscribing)\b.{0,30}\b(?:donation|contribution|gift|us|member\w*|subscri\w+|supporter)|join our (?:community|members)|support (?:us|our (?:work|journalism|newsroom)|independent (?:journalism|media))))"
    r"(?=.{0,220}\b(?:you|your|we|our|us|please)\b)[^“”\"]{20,600}|"
    r"before you (?:go|leave)\b\W{0,6}|(?:one|a quick|a small|a) (?:last |final |small |quick )?(?:thing|favou?r|request|word) before you go\b.{0,40}|while you['’]re here\b.{0,80}|"
    r"(?:if|since|as) you(?:['’]ve| have)? (?:enjoyed|liked|value|read|reached|found)\b.{0,60}\b(?:this|our|the) (?:article|story|work|piece|journalism|reporting|newsletter|end)\b.{0,200}|"
    r"you(?:['’]ve| have) (?:reached|read|hit|used)\b.{0,60}\b(?:limit|free articles?|articles? (?:this|left)|end)\b.{0,80}|"
    r"(?:we (?:rely|depend) on|our (?:work|journalism|reporting) (?:is|depends|relies|would not))\b.{0,100}\b(?:readers|support|donations|you)\b.{0,160}"
)
_PLAYER = (
    r"\d{1,3}[ -]?(?:minute|min|second|sec|hour)s?[ -](?:listen|read|watch|video|audio|podcast|clip)|listen(?: to (?:this )?(?:article|story|podcast|audio))?(?: ?[·|•:-]? ?\d{1,3}(?::\d\d| min\w*))?|"
    r"(?:play|watch|download|transcript|toggle more options|embed|view transcript|audio|play audio|play video|now playing|up next|live now|on air|autoplay|fullscreen|unmute|volume|settings|captions?|subtitles?)|"
    r"(?:trending|related|featured|top|latest|recommended|must[- ]watch|watch|popular|more|our|live) (?:videos?|podcasts?|audio|clips?|gallery|galleries|photos|live|now)|"
    r"(?:hide|show|view|close|expand|open|enlarge|toggle|skip) (?:caption|captions|transcript|gallery|image|full ?screen|all|more|details|content|ad|player|summary)|(?:plus|play|camera|share|close|arrow|search|menu|external link|comment|video|audio|gallery|facebook|twitter|bookmark|print|email|whatsapp) icon|"
    r"(?:photos?|image|slide|picture) \d{1,3} (?:of|/) \d{1,3}|\d{1,3} ?/ ?\d{1,3}|(?:video|audio|content|image|player) (?:is )?(?:unavailable|not available|loading|player)\b.{0,40}|this video (?:can|is|will|could)(?:not|n['’]t)? .{0,60}|your browser does not\b.{0,60}|"
    r"(?:text|font) size.{0,20}|a[-+] ?a[-+]?|dark mode|translate|read in (?:app|english|hindi|spanish|french|\w+)|open in app|view in (?:app|browser)|ad feedback|report (?:this )?ad|why this ad\W*|remove ads?"
)
_PROMO = re.compile(rf"\A\W{{0,4}}(?:{_COMMENTS}|{_CONSENT}|{_SERVICE}|{_PRICE}|{_APPEAL}|{_PLAYER})\W{{0,4}}\Z", re.I)

_NOTE = re.compile(
    r"\A\W{0,3}(?:"
    r"(?:(?:except|other than|save) for the headline,? )?(?:(?:this|the) (?:story|report|article|copy|content|item|news|text|post)\b[^.]{0,60}?)(?:has|have|is|was|were|are) (?:not|n['’]t|only|just|automatically|auto-?\w*)\b.{0,40}\b(?:edited|reviewed|modified|verified|checked|created|written|published|generated|produced|changed|altered)\b.{0,240}|"
    r"(?:this|the) (?:story|report|article|copy|content|item|text|post)\b[^.]{0,30}\b(?:is|was|has been) (?:\w+ ){0,3}?(?:auto-?generated|published|taken|sourced|generated|syndicated|published unedited|reproduced|supplied|provided)\b[^.]{0,40}\b(?:from|by|as received)\b.{0,40}\b(?:feed|agency|agencies|wire|service|syndicat\w+|newswire|press|partner|release|received|permission|licen[cs]e)\b.{0,200}|"
    r"(?:this|the) (?:report|story|article|dispatch|version|corrected version)\b[^.]{0,50}\b(?:by|of|from) (?:the )?[A-Z][\w. -]{2,40} (?:was|were) (?:first |originally |last )?(?:published|filed|released|issued|broadcast|updated|corrected)\b.{0,120}|"
    r"(?:(?:published|reproduced|printed) )?(?:(?:with(?:out)? edits?|unedited|as received),? )?(?:from|via) (?:a )?(?:syndicated feed|wire agency|agency feed|news agency feed)\b.{0,60}|"
    r"(?:transcripts?|this (?:rush )?transcript|this text|the text)\b[^.]{0,40}\b(?:are|is|was|were|may|might|has|have)\b.{0,60}\b(?:rush|deadline|contractor|final form|lightly edited|edited for|automatically|machine|not be in|accura\w+|generated|verbatim)\b.{0,300}|"
    r"(?:accuracy and availability|the authoritative record) .{0,160}|this (?:interview|conversation|transcript|q&a|exchange|discussion) (?:has been|was|is) .{0,30}(?:edited|condensed|shortened|translated|abridged).{0,120}|"
    r"(?:interviews?|quotes?|answers?|responses|questions) (?:have|has) been (?:lightly )?(?:edited|condensed|shortened|translated)\b.{0,80}|"
    r"(?:the )?(?:authors?|writers?)\b[^.“\"]{0,60}\b(?:do(?:es)? not work|receives? (?:no |funding)|ha(?:s|ve) no (?:relevant|conflicts?|competing)|declares?|disclosed?|works? for or consults?|nothing to disclose)\b.{0,240}|"
    r"(?:(?:the )?(?:views|opinions)\b.{0,60}\b(?:author|writer|own|columnist|necessarily)\b.{0,160})|(?:disclosure|funding|competing interests|conflicts? of interest)(?: (?:statement|disclosure)s?)|(?:disclosure|competing interests)|"
    r"about the (?:author|writer|reporter|journalist|contributor|columnist|photographer)s?|(?:meet|who is) the (?:author|writer|reporter)s?|(?:the )?authors?|"
    r"[^.]{0,40}\bcontent (?:is )?(?:produced|created|provided|generated) (?:by|with|using) (?:ai|artificial intelligence|a partner|third part)\b.{0,160}"
    r")\W{0,4}\Z",
    re.I,
)
_TOPIC_LABEL = re.compile(
    r"\A\W{0,3}(?:(?:read|explore|find|see|discover)? ?more (?:about|on|stories (?:about|on)|coverage of)|(?:related|explore|key|hot|trending|suggested|popular|more|story|article|all)? ?(?:topics?|tags?|themes|keywords|subjects|categories)|filed (?:under|in)|tagged(?: with| in| as)?|in this (?:article|story)|posted in|categori[sz]ed(?: as| under)?|sections?|mentioned in this (?:article|story))\s*:\W*\Z",
    re.I,
)
_HASHTAGS = re.compile(r"\A(?:#[\w–-]+(?: [A-Z][\w–-]+){0,4}[\s,;|]*){1,14}\Z")
_POINTS = re.compile(
    r"\A\W{0,3}(?:what (?:you (?:need|should|have) to know|we know(?: so far)?|to know|happened|matters)|why it matters|key (?:points|takeaways|facts|highlights)|the key points|at a glance|story highlights|in (?:short|brief|summary|a nutshell)|the (?:gist|bottom line|brief|essentials|highlights)|summary|highlights|ai summary|quick read|quick take|toplines?|top lines?|main points|article summary|synopsis)\s*:\W*\Z",
    re.I,
)


def furniture(text: str, words: int) -> tuple[Role, str, float] | None:
    """The role of a line that a page prints around any story, the rule and how sure it is; None for all else."""
    if words > _LINE_WORDS or text[0] in '"“«':
        return None
    if words <= _LABEL_WORDS:
        if _POINTS.match(text):
            return Role.SUBHEAD, "label of points", 0.7
        if _TOPIC_LABEL.match(text):
            return Role.PROMO, "topics", 0.8
    if text[0] == "#" and _HASHTAGS.match(text):
        return Role.PROMO, "hashtags", 0.85
    if _NOTE.match(text):
        return Role.NOTE, "how this text came here", 0.85
    if _PROMO.match(text):
        return Role.PROMO, "outlet speaks to its readers", 0.8
    return None
