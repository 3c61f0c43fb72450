"""A paper on its way through many hands: whatever is tried in whatever order, signed bytes stay and the paper holds."""

from __future__ import annotations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.errors import Refusal
from app.signing import order
from app.signing.api import digest
from app.signing.pades import prepare_pdf, sign_pdf
from app.signing.verify import verify_pdf

WAYS = {"party:plaintiff": "thumb", "party:defendant": "ink", "judge": "key", "clerk": "key", "seal": "seal"}
PEOPLE = {"parties": ("party:plaintiff", "party:defendant")}

ACTS = ("sign", "sign", "sign", "refuse", "wet")
ATTEMPTS = st.lists(st.tuples(st.sampled_from(sorted(WAYS)), st.sampled_from(ACTS)))


@settings(max_examples=8, phases=[Phase.generate])
@given(attempts=ATTEMPTS, insist=st.permutations(sorted(WAYS)))
def test_signed_bytes_stay_and_the_paper_holds(attempts, insist, paper, page_boxes, boxes, court, at, ink):
    signers = {
        "party:plaintiff": court.party("张𬱖").signer(),
        "party:defendant": court.party("王建国", "被告").signer(),
        "judge": court.judge.signer(),
        "clerk": court.clerk.signer(),
        "seal": court.seal.signer(),
    }
    standing = prepare_pdf(paper, page_boxes)
    state = order.begin(["parties", "judge", "clerk", "seal"], PEOPLE, digest(standing))
    # However it began, everyone is asked again and again until the paper is frozen.
    for who, act in [*attempts, *[(who, "sign") for who in insist * len(WAYS)]]:
        try:
            if act == "refuse":
                state = order.refused(state, who, "不认可笔录", ["clerk"])
            elif act == "wet":
                state = order.signed_on_paper(state, who, state.revision, "0" * 64)
            else:
                order.check(state, who, WAYS[who])
                last = order.is_last(state, who)
                after = sign_pdf(
                    standing,
                    boxes[who],
                    signers[who],
                    reason="",
                    name=who,
                    at=at,
                    appearance=ink.appearance(),
                    final=last,
                )
                assert after.pdf.startswith(standing)
                state = order.signed(state, who, WAYS[who], digest(standing), after.revision)
                standing = after.pdf
                assert after.revisions == state.revisions and after.signatures == state.signatures
        except Refusal:
            continue
    assert state.frozen
    assert digest(standing) == state.revision
    report = verify_pdf(standing, court.roots, state.revisions)
    assert report.holds or (state.signatures == 0 and report.faults == ("no_signature",))
    assert [one.who for one in report.signatures] == [
        who for who, settled in state.settled.items() if settled.how not in ("wet", "refused")
    ]
