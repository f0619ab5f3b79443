"""Labels: the titles above lists of other stories."""

import re

from articles.text.anatomy.cues import Cue
from articles.text.report import Role

_SEE_ALSO_LABEL = re.compile(
    r"\A\W{0,3}(?:see also|also see|read more|read also|also read|read next|what to read next|related|related (?:stories|articles?|coverage|news|content|(?:internet )?links?|reading|posts?|story)|"
    r"keep reading|read more (?:from|in|at) .{1,40}|more on (?:this|the).{0,30}|more about (?:this|the).{0,30}|further reading|background reading|on this topic|more on .{1,40}|read more (?:on|about) .{1,40}|related to this (?:story|article)|"
    r"similar (?:stories|articles)|in this series|also in this series|previous coverage|our (?:previous )?coverage)\W{0,3}\Z",
    re.I,
)
_RAIL_LABEL = re.compile(
    r"\A\W{0,3}(?:(?:today['’]s |this week['’]s |the )?(?:most|top|best|our most)[ -](?:read|popular|viewed|shared|commented|watched|clicked|recent|discussed|stories|news|headlines|articles|picks|videos)(?: .{1,30})?|"
    r"trending(?: .{1,30})?|(?:the )?latest(?: .{1,30})?|more (?:from|in) .{1,40}|more (?:top |world |local |national |sports? |business |breaking )?(?:news|headlines|stories|articles|videos|to explore|for you)(?: .{1,30})?|"
    r"(?:the )?editor['’]?s?['’]? ?(?:picks?|choice|selection)|must[ -]reads?|popular(?: (?:now|stories|articles|posts|news|today|right now|in .{1,20}|on .{1,20}))?|recommended(?: (?:for you|stories|articles|reading|videos))?|"
    r"you (?:may|might|could) (?:also )?(?:like|be interested in|have missed|enjoy|want to read)|(?:from )?(?:around|across|elsewhere on|the rest of) the (?:web|site|world)|from (?:the web|our partners|our network|our advertisers|the homepage)|"
    r"in (?:other|related|today['’]s|this week['’]s) (?:news|headlines)|in case you missed it|(?:other|further|recent|previous|earlier|featured|breaking|today['’]s|world|local|national|international|business|sports?|political|politics|regional|related|news|our|all|hot|key) (?:news|stories|headlines|articles|posts|topics|reads?)|"
    r"also in (?:the news|news|this edition|today['’]s .{1,20}|.{1,20})|elsewhere(?: .{1,30})?|also (?:today|reading|making news|happening|trending)|"
    r"what (?:else )?(?:people|others|readers|everyone)(?: are|['’]re| is) (?:reading|talking about|watching)|(?:people|others|readers) (?:are )?(?:reading|also read|also viewed|also liked)|what(?:['’]s| is) (?:new|trending|hot|happening)|"
    r"headlines|just in|up next|next up|don['’]t miss|featured|spotlight|highlights|news in brief|in brief|in the news|news|top news|world news|world|politics|business|sport|sports|more|next|previous|sponsored stories|promoted stories|"
    r"(?:\w+ )?news(?:letter)? (?:feed|ticker|headlines|updates)|live updates|(?:[A-Z][\w’'-]+ ){1,3}(?:headlines|news))\W{0,3}\Z",
    re.I,
)
_WEAK_LABEL = re.compile(
    r"\A\W*(?:(?:the )?latest.{0,40}|more|next|previous|featured|highlights|world|politics|business|sports?|news|background|spotlight|up next|related|"
    r"elsewhere.{0,30}|also .{1,30}|more (?:on|about|in) (?!this (?:story|topic|issue)).{1,40}|trending.{0,30}|(?:[A-Z][\w’'-]+ ){1,3}(?:headlines|news)|in brief|in the news|key topics|other stories|don['’]t miss|all news|our stories)\W*\Z",
    re.I,
)


def list_label(text: str, words: int) -> Cue | None:
    """The cue of a title above a list of other stories: "Most read", "Related stories", "More from the Courier"."""
    if words > 8 or (text.endswith((".", "!")) and not text.endswith("...")):
        return None
    if _SEE_ALSO_LABEL.match(text):
        role, rule = Role.SEE_ALSO, "see-also label"
    elif _RAIL_LABEL.match(text):
        role, rule = Role.RAIL, "rail label"
    else:
        return None
    return Cue(role, rule, 0.6 if _WEAK_LABEL.match(text) else 0.9)
