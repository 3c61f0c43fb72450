"""Fees, periods, numbers, identity, procedure and service: the law as data and pure functions.

Everything takes plain values, returns a frozen dataclass that names its steps and articles, or refuses with
``NeedsCorrection(code, at=…, article=…)``. Amounts are yuan as text or ``Decimal`` (never float); ``money.show`` writes
them with two places. Nothing here reads a clock, a setting or the disk but for the data files beside it.

``fees``             case_fee(claims, province, procedure, closed, rounding="fen", *, merged=False) -> CaseFee
``fee_changes``      convert_to_ordinary, top_up_not_paid, change_claims, refund_after_closing, grant_relief
``application_fees`` application_fee(kind, amount=None, province=None, rounding="fen") -> ApplicationFee
``calendar``         known_calendar() -> Calendar; parse_calendar(toml); Calendar.with_year, is_rest, roll
``periods``          period(start, unit, length, calendar); deadline(id, start, calendar, …); period_table()
``appeals``          appeals(document, {party: served_on}, calendar, procedure=…); resuit_bar, service_date, closed_on
``case_numbers``     parse_case_number(text) -> CaseNumber; format_case_number; nth_paper; is_legacy, store_legacy
``identity``         check_id_number(text, today=None) -> IdNumber; check_credit_code(text) -> CreditCode; age_on
``procedure``        eligibility(claims, cause, wage, flags); hearing_on_the_spot; check_adjournment; sieve
``court_level``      court_level(amount, ceilings, seats=…, flags=…) -> CourtLevel (级别管辖)
``jurisdiction``     jurisdiction(cause, here, facts) -> Jurisdiction (地域管辖)
``deemed_withdrawal`` deemed_withdrawn(ground, procedure, notified_on, on, calendar) -> the article (按撤诉处理)
``service_methods``  service_allowed(document, how, procedure, *, electronic_consent, recipient); check_left
``cash``             permit_cash(conditions, ticket_no) -> CashPermission
``signing_law``      wet_signature_required(cause, claim_kinds) -> WetSignature
``causes``           find_cause(name, on); cause_table(on).search(text); Cause.fee_kind, number_type; form_for(name, on)
``elements``         element_form(cause, on) -> ElementForm; settle(claimed, answers) -> what is agreed, what disputed
``interest``         interest, interest_at_lpr, interest_of_private_loan, late_performance_interest; known_lpr()
``representation``   may_act(authority, powers, act): what an agent may do without the party
``approvals``        matter(kind), deciders, check_request: decisions above the judge
``amounts``          amount_in_words, han_number, han_date, cn_date and their readers
``laws``             full_citation("解释133") -> the title and article as a paper prints them
``spellings``        how a question may write amounts, days and the court's terms
``questions``        answer(question, today=…), answer_lines(lines, today=…): the `xunhui rules` interface
"""
