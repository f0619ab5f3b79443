"""One file a noun; every model is importable from here."""

from articles.models.article import Article
from articles.models.comment import Comment
from articles.models.credit import Credit, CreditRole
from articles.models.curated import CuratedFront, FrontList, ListKind, Pin
from articles.models.decision import Decision, DecisionSubject, Kind, Proposal, Verdict
from articles.models.given_role import GivenRole
from articles.models.history import HistoryEntry
from articles.models.identity import SiteIdentity
from articles.models.intake import Intake
from articles.models.judgement import Finding, Judgement
from articles.models.lead import Lead, LeadKind, LeadState
from articles.models.notice import Notice
from articles.models.person import Mention, Person, PersonName
from articles.models.picture import Picture
from articles.models.preview import PreviewLink
from articles.models.published import (
    PublishedArticle,
    PublishedPerson,
    PublishedQuote,
    PublishedSection,
    PublishedSource,
    PublishedTag,
)
from articles.models.quotation import (
    LinkKind,
    QuotationLink,
    QuotationShingle,
    publications_quoting,
    quotations_like,
    quoted_elsewhere,
)
from articles.models.quote import Quotation, Quote, Tier
from articles.models.redirect import Redirect, RedirectKind
from articles.models.report_change import WITHDRAWN, ReportChange, Settled
from articles.models.report_file import ReportFile
from articles.models.revision import Revision
from articles.models.role import RoleGrant
from articles.models.saved_filter import SavedFilter
from articles.models.section import Section
from articles.models.sidedraft import Presence, SideDraft
from articles.models.source import Source, SourceKind, SourceName
from articles.models.story import (
    Decider,
    Story,
    StoryMember,
    StorySignature,
    StoryTerm,
    TermCount,
    other_reports,
)
from articles.models.tag import ArticleTag, Tag, TagKind, TagSynonym
from articles.models.tombstone import Tombstone

__all__ = [
    "WITHDRAWN",
    "Article",
    "ArticleTag",
    "Comment",
    "Credit",
    "CreditRole",
    "CuratedFront",
    "Decider",
    "Decision",
    "DecisionSubject",
    "Finding",
    "FrontList",
    "GivenRole",
    "HistoryEntry",
    "Intake",
    "Judgement",
    "Kind",
    "Lead",
    "LeadKind",
    "LeadState",
    "LinkKind",
    "ListKind",
    "Mention",
    "Notice",
    "Person",
    "PersonName",
    "Picture",
    "Pin",
    "Presence",
    "PreviewLink",
    "Proposal",
    "PublishedArticle",
    "PublishedPerson",
    "PublishedQuote",
    "PublishedSection",
    "PublishedSource",
    "PublishedTag",
    "Quotation",
    "QuotationLink",
    "QuotationShingle",
    "Quote",
    "Redirect",
    "RedirectKind",
    "ReportChange",
    "ReportFile",
    "Revision",
    "RoleGrant",
    "SavedFilter",
    "Section",
    "Settled",
    "SideDraft",
    "SiteIdentity",
    "Source",
    "SourceKind",
    "SourceName",
    "Story",
    "StoryMember",
    "StorySignature",
    "StoryTerm",
    "Tag",
    "TagKind",
    "TagSynonym",
    "TermCount",
    "Tier",
    "Tombstone",
    "Verdict",
    "other_reports",
    "publications_quoting",
    "quotations_like",
    "quoted_elsewhere",
]
