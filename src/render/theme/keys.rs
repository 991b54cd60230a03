//! The texts that render itself asks for, by key, with the placeholders it fills. A theme may have any others
//! for its own templates.

/// A text with what can be filled into it.
#[derive(Debug)]
pub struct Key {
    pub name: &'static str,
    pub placeholders: &'static [&'static str],
}

macro_rules! keys {
    ($($name:literal $([$($placeholder:literal)*])?)*) => {
        /// Every key that any page can need, so that a theme without one is refused before a page is made.
        pub const ALL: &[Key] = &[$(Key { name: $name, placeholders: &[$($($placeholder),*)?] }),*];
    };
}

keys! {
    "language_name"
    "page_title" ["title" "site"]
    "page_title_paged" ["title" "page" "pages"]
    "citation" ["title" "document" "author" "site" "as_of"]
    "citation_unsigned" ["title" "document" "municipality" "site" "as_of"]
    "citation_document" ["document" "author" "site" "as_of"]
    "citation_document_unsigned" ["document" "municipality" "site" "as_of"]
    "report_name" ["when" "kind"]
    "title.updates" "title.amendments" "title.deadlines"
    "title.month" ["month"]
    "summary.updates" "summary.amendments" "summary.deadlines"
    "summary.month" ["month" "n"]
    "deadline_list.soon" "deadline_list.passed" "deadline_list.unreported"
    "deadline_list_means.soon" "deadline_list_means.passed" "deadline_list_means.unreported"
    "title.home" "title.subjects" "title.glossary" "title.departments" "title.not_found"
    "summary.section" ["document" "name" "n"]
    "summary.departments" ["name" "n"]
    "summary.department" ["name" "n"]
    "summary.area" ["name" "n"]
    "summary.status" ["name" "status" "n"]
    "requirement.evidence" "requirement.reason" "requirement.next" "requirement.assessor"
    "summary.subjects" ["n"]
    "summary.subject" ["name" "n"]
    "summary.glossary" ["n"]
    "summary.not_found"
    "document_kind.manifesto" "document_kind.plan" "document_kind.reform" "document_kind.policies"
    "document_kind.results"
    "commitment_kind.pledge" "commitment_kind.initiative" "commitment_kind.policy" "commitment_kind.aim"
    "strength.study" "strength.request" "strength.support" "strength.carry_out" "strength.maintain"
    "report_kind.assessment" "report_kind.fact" "report_kind.correction"
    "assessor.department" "assessor.reform_office" "assessor.external_committee" "assessor.council"
    "assessor.other"
    "direction.expand" "direction.continue" "direction.revise" "direction.reduce" "direction.end"
    "direction.complete"
    "value_state.forecast" "value_state.preliminary" "value_state.final"
    "aim.up" "aim.down" "aim.maintain" "aim.range"
    "measure.level" "measure.annual" "measure.cumulative" "measure.change" "measure.milestone"
    "translator.human" "translator.machine" "translator.reviewed"
    "role.lead" "role.support"
    "link.carried_out_by" "link.carries_out" "link.continues" "link.continued_by" "link.supersedes"
    "link.superseded_by"
    "link.related" "link.similar" "link_similar_note" "link.mentioned_in" "link.evidence_in"
    "notice.unofficial" "notice.translation_human" "notice.translation_machine" "notice.translation_reviewed"
    "notice.translation_unstated"
    "notice.held" ["from" "to"]
    "notice.untranslated" "notice.stale" "notice.original_wins"
    "title.search"
    "summary.search" ["n"]
    "summary.indicator" ["name" "document"]
    "summary.translations"
    "title.data" "summary.data" "verdict.met" "verdict.not_met"
    "data_file.statuses" "data_file.steps"
    "data_column.statuses_status" "data_column.statuses_label" "data_column.statuses_count"
    "data_column.statuses_percent"
    "data_column.statuses_assessed" "data_column.statuses_total"
    "data_column.steps_commitment" "data_column.steps_text" "data_column.steps_from" "data_column.steps_to"
    "data_file.city" "data_file.document" "data_file.indicator" "data_file.tally" "data_file.table"
    "data_file.ledger"
    "data_column.city_id" "data_column.city_kind" "data_column.city_period_from" "data_column.city_period_to"
    "data_column.city_official" "data_column.city_commitments" "data_column.city_title"
    "data_column.document_id" "data_column.document_position" "data_column.document_kind"
    "data_column.document_title"
    "data_column.document_text" "data_column.document_strength" "data_column.document_deadline"
    "data_column.document_relists"
    "data_column.document_status" "data_column.document_status_period_from"
    "data_column.document_status_period_to"
    "data_column.document_status_published" "data_column.document_milestones"
    "data_column.indicator_period_from" "data_column.indicator_period_to" "data_column.indicator_target"
    "data_column.indicator_target_upper" "data_column.indicator_value" "data_column.indicator_state"
    "data_column.indicator_verdict" "data_column.indicator_report" "data_column.indicator_unit"
    "data_column.tally_label" "data_column.tally_count" "data_column.tally_percent_printed"
    "data_column.tally_total"
    "glossary.by_kana" "glossary.by_latin"
    "search_says.none" ["q"]
    "search_says.one" ["n"]
    "search_says.many" ["n"]
    "search_says.atleast" ["n"]
    "search_says.more" ["n"]
    "search_says.short" "search_says.failed" "search_says.searching"
    "filter.none"
    "filter.count" ["n" "total"]
    "search_kind.municipality" "search_kind.section" "search_kind.indicator" "search_kind.department"
    "search_kind.area" "search_kind.subject"
    "search_kind.term" "search_kind.page"
    "title.translations" "lack.stale" "lack.missing" "lack.unstated" "term.pages"
    "deadline.ongoing" "deadline.long_term"
    "deadline.within_years" ["n"]
    "deadline.by_date" ["date"]
    "deadline.by_fiscal_year" ["year"]
    "none_assessed"
    "sentence.assessed_by" ["assessor" "period" "status"]
    "sentence.assessed" ["period" "status"]
    "sentence.ongoing_review" ["date"]
    "sentence.ongoing_review_due" ["date"]
    "sentence.assessed_by_printed" ["assessor" "period" "status" "label"]
    "sentence.assessed_printed" ["period" "status" "label"]
    "sentence.label" ["label"]
    "sentence.label_read" ["label" "reading"]
    "sentence.step_met" ["indicator" "period"]
    "sentence.step_not_met" ["indicator" "period"]
    "sentence.indicator_met" ["indicator" "period" "target" "actual"]
    "sentence.indicator_not_met" ["indicator" "period" "target" "actual"]
    "sentence.named" ["name"]
    "sentence.named_nested" ["name"]
    "change.rise" ["figure"]
    "change.fall" ["figure"]
    "change.none" ["figure"]
    "sentence.comparable" ["n" "total"]
    "sentence.both_met" ["n"]
    "sentence.both_missed" ["n"]
    "sentence.all_met" ["n"]
    "sentence.all_missed" ["n"]
    "sentence.some_met" ["total" "met" "missed"]
    "sentence.no_deadline" "sentence.ongoing" "sentence.closed_undated"
    "sentence.long_term" ["deadline"]
    "sentence.start_unknown" ["deadline"]
    "sentence.passed" ["date"]
    "sentence.passed_with_report" ["date" "report"]
    "sentence.steps_unreported" ["dates" "n"]
    "sentence.steps_unreported_too" ["dates" "n"]
    "sentence.steps_reported" ["dates" "report" "n"]
    "sentence.steps_soon" ["dates" "n"]
    "sentence.steps_upcoming" ["dates" "n"]
    "sentence.steps_closed" ["dates" "n"]
    "join.two" "join.more" "join.last" "join.or"
    "join.range" ["from" "to"]
    "sentence.upcoming" ["date"]
    "sentence.due_soon" ["date"]
    "sentence.passed_without_report" ["date"]
    "sentence.met_late" ["date"]
    "sentence.closed" ["date"]
    "step.upcoming" "step.due_soon" "step.passed" "step.passed_without_report" "step.closed"
    "amendment.wording" "amendment.deadline" "amendment.target" "amendment.figure" "amendment.scope"
    "amendment.merge" "amendment.split"
    "amendment.withdraw" "amendment.transcription"
    "seal.unchanged" ["date"]
    "seal.original" ["date"]
    "seal.terms" ["date"]
    "seal.deadline" ["date"]
    "seal.target" ["date"]
    "seal.transcribed" ["date"]
    "commitment.verbatim" "commitment.amended" "commitment.transcribed" "commitment.title_is_ours"
    "report_kind.statement" "report.period" "report.assessed" "report.published" "report.both"
    "report.corrected" ["date"]
    "evidence.language"
    "evidence.opens" ["what"]
    "lacking.author" "lacking.published" "lacking.period"
    "lacking.sentence" ["what"]
    "deadline.reckoned" ["date"]
    "deadline_list.later" "deadline_list.reported" "deadline_list.undated" "deadline_list.over"
    "deadline_list_means.later" "deadline_list_means.reported" "deadline_list_means.undated"
    "deadline_list_means.over"
    "deadline_class.soon" "deadline_class.later" "deadline_class.passed" "deadline_class.reported"
    "deadline_class.start_unknown"
    "deadline_class.ongoing" "deadline_class.long_term" "deadline_class.met" "deadline_class.closed"
    "deadline_class.gone"
    "amended.text" "amended.heading" "amended.deadline" "amended.strength"
    "amended.budget" ["year" "stage"]
    "amended.money" ["figure"]
    "amended.action" ["id"]
    "amended.target" ["indicator" "period"]
    "standing.withdrawn" ["date"]
    "standing.merged" ["date"]
    "standing.split" ["date"]
    "verdict.met" "verdict.not_met" "verdict.no_direction" "verdict.no_target" "verdict.target_unknown"
    "no_rate.no_target" "no_rate.not_a_quantity" "no_rate.no_formula" "no_rate.division_by_zero"
    "no_rate.negative" "no_rate.too_long"
    "schedule.same" "schedule.month" "schedule.months" "schedule.year" "schedule.years"
    "indicator.rate" ["percent"]
    "indicator.rate_inverse" ["percent"]
    "indicator.noted" ["text" "notes"]
    "indicator.result" "indicator.target" "indicator.target_range"
    "rate_note.inverse" "rate_note.capped" "rate_note.same" "step_value.reached" "step_value.not_reached"
    "answer.met" ["period" "when" "actual" "target" "direction"]
    "answer.not_met" ["period" "when" "actual" "target" "direction"]
    "answer.within" ["period" "when" "actual" "target" "direction"]
    "answer.outside" ["period" "when" "actual" "target" "direction"]
    "answer.step_met" ["period" "when" "actual" "target" "direction"]
    "answer.step_not_met" ["period" "when" "actual" "target" "direction"]
    "answer.no_direction" ["period" "when" "actual" "target" "direction"]
    "answer.no_target" ["period" "when" "actual" "target" "direction"]
    "answer.target_unknown" ["period" "when" "actual" "target" "direction"]
    "answer.no_value" ["period" "when" "actual" "target" "direction"]
    "answer.forecast" ["period" "when" "actual" "target" "direction"]
    "answer.preliminary" ["actual"]
    "answer.step_no_value" ["period" "when" "actual" "target" "direction"]
    "answer_when.day" ["period"]
    "answer_when.time" ["period"]
    "answer.nothing"
    "answer_direction.up" "answer_direction.down" "answer_direction.maintain" "answer_direction.range"
    "years.since" ["year"]
    "years.until" ["year"]
    "fact.title" "fact.publisher" "fact.author" "fact.published" "fact.pages" "fact.url"
    "redirect.title" "redirect.body"
    "markdown.footnotes" "markdown.task_done" "markdown.task_open" "markdown.image_missing"
    "markdown.external"
    "markdown.note" ["n"]
    "markdown.back_to_text" ["n"]
    "markdown.table" ["n"]
}
