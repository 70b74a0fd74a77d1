"""Table load: what a table carries in barefoot work, against its rating.

The table bears both people whether the foot stands on the client or on the table (claim
``table-carries-both``). Sum and movement factor: claim ``table-load-sum``, the factor 1.0 to 1.6 borrowed
from stair walking. Quarter rule: claim ``table-quarter-rule``, two makers' rule of thumb.
"""

from __future__ import annotations

from typing import Any

from scripts.tools.quantities import KG_PER_LB, number

STATIC_TO_WORKING = 0.25
LIMITS = {
    "client_kg": (1, 400), "practitioner_kg": (1, 300), "fittings_kg": (0, 200),
    "movement_factor": (1, 5), "rating_kg": (1, 3000),
}  # fmt: skip
START = {"client_kg": 90, "practitioner_kg": 70, "fittings_kg": 10, "movement_factor": 1.6, "rating_kg": 204}
EXAMPLES = ((60, 55, 5), (90, 70, 10), (120, 90, 10))  # client, practitioner, fittings, in kg


def load_kg(client_kg: float, practitioner_kg: float, fittings_kg: float, movement_factor: float) -> float:
    """Load on the table in kilograms; only the practitioner's weight moves."""
    return client_kg + practitioner_kg * movement_factor + fittings_kg


def working_rating_kg(rating_kg: float, rating_kind: str) -> float:
    """Working rating of a ``working`` or ``static`` rating. Raises ValueError for another kind."""
    if rating_kind not in {"working", "static"}:
        raise ValueError(f"a rating is 'working' or 'static', not '{rating_kind}'")
    return rating_kg * (STATIC_TO_WORKING if rating_kind == "static" else 1)


def margin_kg(load: float, rating_kg: float, rating_kind: str) -> float:
    """Kilograms by which the working rating exceeds the load; negative when the load is more."""
    return working_rating_kg(rating_kg, rating_kind) - load


def both_units(kilograms: float) -> str:
    """Write kilograms with pounds."""
    return f"{number(kilograms, 3)} kg ({number(kilograms / KG_PER_LB, 3)} lb)"


def equivalent(data: dict[str, Any]) -> dict[str, Any]:
    """What the template shows: three examples, standing still and moving."""
    return {
        "examples": [
            {
                "client": both_units(client), "practitioner": both_units(practitioner), "fittings": both_units(fittings),
                "still": both_units(load_kg(client, practitioner, fittings, 1)),
                "moving": both_units(load_kg(client, practitioner, fittings, 1.6)),
            }
            for client, practitioner, fittings in EXAMPLES
        ],
        "limits": LIMITS,
        "start": START,
    }  # fmt: skip
