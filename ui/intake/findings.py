"""What the rules say of a filing before it is accepted, in lines for the last step."""

from __future__ import annotations

from app.errors import Refusal
from ui.i18n import tr
from ui.intake.calls import Checked
from ui.refusals import sentence_of


def findings(seen: Checked) -> list[str]:
    """✕ what forbids it, △ what an officer should look at, ○ what may be chosen."""
    lines: list[str] = []
    if seen.refusal is not None:
        sentence = sentence_of(seen.refusal)
        lines.append(f"✕ {sentence.what} {sentence.next_step}")
    for warning in seen.warnings:
        sentence = sentence_of(Refusal(warning))
        lines.append(f"△ {sentence.what} {sentence.next_step}")
    for twin in seen.duplicates:
        lines.append(
            tr("△ 同样的当事人和案由已有案件 {number}，请审判员看是否重复起诉（民诉127第五项）。").format(
                number=twin.get("number", "")
            )
        )
    advice = {
        "applies": tr("可以适用小额诉讼程序"),
        "by_agreement": tr("双方约定才可以适用小额诉讼程序"),
        "excluded": tr("不能适用小额诉讼程序"),
    }.get(seen.small_claims, "")
    if advice:
        lines.append(f"○ {advice}：{'；'.join(seen.procedure_reasons)}")
    if not seen.decides:
        lines.append(tr("○ 适用程序由审判员在立案以后决定：按 Ctrl+U 换人，到“案件”页的“程序和期限表示”。"))
    return lines or [tr("○ 没有发现问题。")]
